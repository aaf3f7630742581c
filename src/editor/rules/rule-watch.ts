import type { FoundBreach, LineSpan } from '../../memory/breach';
import type { Cause } from '../../memory/cause';
import type { Clock } from '../../memory/clock';
import type { Log } from '../../memory/log';
import type { EditedDocument, EditListener } from '../capture/edit-observer';
import type { Lines } from '../capture/followed-lines';
import type { Cancel, Scheduler } from '../capture/scheduler';
import type { TextChange } from '../capture/text-change';
import { HUMAN, workOf } from './author';
import { appliedLineEdit, lineEdit } from './line-set';
import { TouchedLines } from './touched-lines';

/** Milliseconds without a change after which a document is checked. */
export const PAUSE = 180;
/** What is due is counted this soon after a save, when the formatters are done. */
const AFTER_SAVE = 400;
/** Work of which it is not told in this time whose it was is not counted. */
const UNTOLD = 5_000;
/** Documents that are watched; the one that was left alone longest gives way. */
const DOCUMENTS = 50;

/** What is to be checked: a document as it is, and which of its lines. */
export interface CheckRequest {
  readonly uri: string;
  readonly language: string;
  readonly text: string;
  /** All of it where it is not said. */
  readonly changed?: LineSpan[] | undefined;
  readonly author: string;
  readonly record: boolean;
  readonly signal: AbortSignal;
}

export interface RuleWatchParts {
  /** Whether any rule is on for files, so that there is anything to ask. */
  readonly anyOn: () => Promise<boolean>;
  /** Holds a document against the rules; `undefined` where none can hold. */
  readonly check: (request: CheckRequest) => Promise<readonly FoundBreach[] | undefined>;
  /** Shows what breaks rules in a document, in the place of what was shown before. */
  readonly show: (uri: string, version: number, breaches: readonly FoundBreach[]) => void;
  readonly assistant: () => string;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
}

interface Watched {
  readonly uri: string;
  readonly document: EditedDocument;
  readonly touched: TouchedLines;
  /** Changes whose lines are not looked at yet. */
  fresh: TextChange[];
  lastChange: number;
  undone: boolean;
  /** Changes of which it was not told yet whose they are. */
  unattributed: number;
  /** All of it is checked, since a person asked for that. */
  whole: boolean;
  pause: Cancel | undefined;
  rest: Cancel | undefined;
  asked: AbortController | undefined;
}

/**
 * Holds rules against documents while they are edited, changed lines alone.
 *
 * ```
 * change ──► noted ──► pause ──► checked ──► shown            in a moment, and counted nowhere
 *    └────► attributed ──► rest, or a save ──► checked, counted as its author's
 * ```
 */
export class RuleWatch implements EditListener {
  readonly #parts: RuleWatchParts;
  readonly #documents = new Map<string, Watched>();

  constructor(parts: RuleWatchParts) {
    this.#parts = parts;
  }

  changing(
    uri: string,
    changes: readonly TextChange[],
    document: EditedDocument,
    reason: 'undo' | 'redo' | undefined,
  ): void {
    const watched = this.#documents.get(uri) ?? this.#watch(uri, document);
    watched.fresh.push(...changes);
    watched.lastChange = this.#parts.clock.now();
    watched.undone = reason === 'undo';
    watched.unattributed++;
    watched.pause ??= this.#parts.scheduler.after(PAUSE, () => this.#paused(watched));
  }

  edited({ uri, changes, cause, at }: Parameters<EditListener['edited']>[0]): void {
    const watched = this.#documents.get(uri);
    if (!watched) return;
    watched.unattributed--;
    const { author, rest } = this.#work(cause);
    for (const change of changes) {
      watched.touched.attributed(appliedLineEdit(change), author, at + rest);
    }
    this.#arm(watched);
  }

  saved(uri: string): void {
    const watched = this.#documents.get(uri);
    if (!watched) return;
    this.#look(watched);
    watched.touched.saved(this.#parts.clock.now() + AFTER_SAVE);
    this.#arm(watched);
  }

  closed(uri: string): void {
    const watched = this.#documents.get(uri);
    if (!watched) return;
    // What was closed unsaved is gone, and nobody knows what of it was meant.
    if (!watched.document.isDirty) this.#count(watched, Infinity);
    this.#forget(watched);
    this.#parts.show(uri, 0, []);
  }

  /** Checks a document at once: a suggestion was taken in it just now. */
  hurry(uri: string): void {
    const watched = this.#documents.get(uri);
    if (!watched?.pause) return;
    watched.pause();
    watched.pause = undefined;
    void this.#check(watched);
  }

  /** Checks all of a document, now and until it is closed. Resolves with what breaks rules. */
  async checkWhole(uri: string, document: EditedDocument): Promise<readonly FoundBreach[]> {
    const watched = this.#documents.get(uri) ?? this.#watch(uri, document);
    watched.whole = true;
    return (await this.#check(watched)) ?? [];
  }

  /** Rules changed: what is shown is found anew. */
  again(): void {
    for (const watched of this.#documents.values()) void this.#check(watched);
  }

  /** Lets go of all documents and of what is shown in them. */
  clear(): void {
    for (const watched of [...this.#documents.values()]) {
      this.#forget(watched);
      this.#parts.show(watched.uri, 0, []);
    }
  }

  #watch(uri: string, document: EditedDocument): Watched {
    const watched: Watched = {
      uri,
      document,
      touched: new TouchedLines(),
      fresh: [],
      lastChange: this.#parts.clock.now(),
      undone: false,
      unattributed: 0,
      whole: false,
      pause: undefined,
      rest: undefined,
      asked: undefined,
    };
    this.#documents.set(uri, watched);
    if (this.#documents.size > DOCUMENTS) {
      const [idle] = [...this.#documents.values()].sort((a, b) => a.lastChange - b.lastChange);
      if (idle && idle !== watched) this.closed(idle.uri);
    }
    return watched;
  }

  #forget(watched: Watched): void {
    watched.pause?.();
    watched.rest?.();
    watched.asked?.abort();
    this.#documents.delete(watched.uri);
  }

  #work(cause: Cause): { author: string; rest: number } {
    return workOf(cause, this.#parts.assistant);
  }

  #paused(watched: Watched): void {
    const left = watched.lastChange + PAUSE - this.#parts.clock.now();
    watched.pause =
      left > 0 ? this.#parts.scheduler.after(left, () => this.#paused(watched)) : undefined;
    if (watched.pause === undefined) void this.#check(watched);
  }

  /** Looks which lines the changes since the last look touched. */
  #look(watched: Watched): void {
    for (const change of watched.fresh) watched.touched.edited(lineEdit(change));
    watched.fresh = [];
    if (watched.undone && !watched.document.isDirty) watched.touched.undone();
  }

  /** Checks what was touched, and shows it. A later check of the same document overtakes it. */
  async #check(watched: Watched): Promise<readonly FoundBreach[] | undefined> {
    this.#look(watched);
    watched.asked?.abort();
    const { uri, document, touched, whole } = watched;
    const asked = new AbortController();
    watched.asked = asked;
    const isOver = (): boolean => asked.signal.aborted || document.isClosed;
    try {
      const isNeeded = (whole || touched.all.length > 0) && (await this.#parts.anyOn());
      if (isOver()) return undefined;
      const { version } = document;
      const breaches = !isNeeded
        ? []
        : await this.#parts.check({
            uri,
            language: document.languageId,
            text: document.getText(),
            changed: whole ? undefined : touched.all.map(spanOf),
            author: HUMAN,
            record: false,
            signal: asked.signal,
          });
      if (isOver()) return undefined;
      // A change came meanwhile: its pause brings the next check.
      if (document.version !== version) return undefined;
      this.#parts.show(uri, version, breaches ?? []);
      return breaches;
    } catch (error) {
      if (!asked.signal.aborted) this.#parts.log.error('Rules: a document was not checked', error);
      return undefined;
    }
  }

  #arm(watched: Watched): void {
    watched.rest?.();
    watched.rest = undefined;
    const { due } = watched.touched;
    if (due === Infinity) return;
    const delay = Math.max(0, due - this.#parts.clock.now());
    watched.rest = this.#parts.scheduler.after(delay, () => {
      watched.rest = undefined;
      this.#rested(watched);
    });
  }

  #rested(watched: Watched): void {
    const now = this.#parts.clock.now();
    if (watched.unattributed > 0) {
      // Lines are known as of the last change that was told: the rest is waited for, not for ever.
      if (now - watched.lastChange < UNTOLD) {
        const { scheduler } = this.#parts;
        watched.rest ??= scheduler.after(UNTOLD, () => {
          watched.rest = undefined;
          this.#rested(watched);
        });
        return;
      }
      watched.unattributed = 0;
      watched.touched.forgetAuthors();
      return;
    }
    this.#count(watched, now);
    this.#arm(watched);
  }

  /** Has what is due counted as its author's. */
  #count({ uri, document, touched }: Watched, now: number): void {
    const shares = touched.take(now);
    if (shares.length === 0) return;
    const text = document.getText();
    const { languageId: language } = document;
    const { log, anyOn, check } = this.#parts;
    const { signal } = new AbortController();
    const record = async (): Promise<void> => {
      if (!(await anyOn())) return;
      for (const { author, lines } of shares) {
        const changed = lines.map(spanOf);
        await check({ uri, language, text, changed, author, record: true, signal });
      }
    };
    record().catch((error: unknown) => log.error('Rules: an edit was not counted', error));
  }
}

function spanOf({ from, to }: Lines): LineSpan {
  return { first: from + 1, last: to + 1 };
}
