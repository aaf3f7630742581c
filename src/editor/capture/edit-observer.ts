import type { Cause } from '../../memory/cause';
import type { Clock } from '../../memory/clock';
import { acceptsBetween, acceptsOf } from './accepts';
import { attribute, type Attribution, type ChangeFeatures } from './attribution';
import { Burst } from './burst';
import { featuresOf } from './edit-features';
import type { Cursor } from './keystroke';
import type { Observe } from './observation';
import { PendingChanges, type PendingChange } from './pending-changes';
import type { Cancel, Scheduler } from './scheduler';
import { Shadow } from './shadow';
import type { SuggestionTracker } from './suggestion-tracker';
import type { AppliedChange, TextChange } from './text-change';

/** The part of a `vscode.TextDocument` that is looked at. */
export interface EditedDocument {
  readonly languageId: string;
  readonly version: number;
  readonly isDirty: boolean;
  readonly isClosed: boolean;
  getText(): string;
}

/** Hears of changes once they are attributed, with the text before and after them. */
export interface EditListener {
  /**
   * A document was changed just now; it is told as `edited` once it is attributed. On the hot path:
   * what takes longer than noting it is put off.
   */
  changing?(
    uri: string,
    changes: readonly TextChange[],
    document: EditedDocument,
    reason: 'undo' | 'redo' | undefined,
  ): void;
  edited(edit: {
    uri: string;
    language: string;
    changes: readonly AppliedChange[];
    before: string;
    at: number;
    cause: Cause;
  }): void;
  saved?(uri: string): void;
  /** The document is let go; nothing more is told of it. */
  closed?(uri: string): void;
}

/** Documents with more characters are not followed: copying their text would be felt. */
export const DOCUMENT_BOUND = 300_000;
/** Documents whose text is kept; the one that was left alone longest gives way. */
const DOCUMENTS = 24;
/** How often waiting changes are looked at, in milliseconds. */
const TICK = 250;
/** A burst ends after this long without a change. */
const REST = 2_000;

interface Watched {
  readonly uri: string;
  readonly document: EditedDocument;
  shadow: Shadow | undefined;
  /** Over `DOCUMENT_BOUND`: passed over until it is closed. */
  large: boolean;
  /** Events not yet attributed. */
  waiting: number;
  burst: Burst | undefined;
  lastChange: number;
  saveBegan: number | undefined;
  saveEnded: number | undefined;
  typed: { end: number; at: number } | undefined;
}

/**
 * Makes sense of change events. `changed` only notes an event; what follows it (selection, save,
 * the accept key's command) is noted too, and a later tick attributes, in the order of the events,
 * keeps the documents' text, and gathers bursts.
 */
export class EditObserver {
  readonly #observe: Observe;
  readonly #tracker: SuggestionTracker;
  readonly #listeners: readonly EditListener[];
  readonly #acceptKey: () => boolean;
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #documents = new Map<string, Watched>();
  readonly #pending = new PendingChanges();
  #tick: Cancel | undefined;

  constructor(parts: {
    observe: Observe;
    tracker: SuggestionTracker;
    listeners: readonly EditListener[];
    /** Whether Mneme's binding of Tab is on. */
    acceptKey: () => boolean;
    clock: Clock;
    scheduler: Scheduler;
  }) {
    this.#observe = parts.observe;
    this.#tracker = parts.tracker;
    this.#listeners = parts.listeners;
    this.#acceptKey = parts.acceptKey;
    this.#clock = parts.clock;
    this.#scheduler = parts.scheduler;
  }

  /** The text of a document as of the changes attributed so far. */
  textOf(uri: string): string | undefined {
    return this.#documents.get(uri)?.shadow?.text;
  }

  /** Notes a change event. This is the hot path: it copies nothing and looks at no text. */
  changed(
    uri: string,
    document: EditedDocument,
    changes: readonly TextChange[],
    reason: 'undo' | 'redo' | undefined,
    active: boolean,
  ): void {
    const watched = this.#documents.get(uri) ?? this.#watch(uri, document);
    if (watched.large) return;
    for (const listener of this.#listeners) listener.changing?.(uri, changes, document, reason);
    watched.waiting++;
    this.#pending.add({
      uri,
      at: this.#clock.now(),
      changes,
      reason,
      active,
      selection: 'none',
      cursors: [],
      acceptedAt: undefined,
      noted: false,
    });
    this.#tick ??= this.#scheduler.after(TICK, () => this.#ticked());
  }

  /** Notes the selection event that follows a change. */
  selected(
    uri: string,
    selection: ChangeFeatures['selection'],
    cursors: readonly Cursor[] = [],
  ): void {
    this.#pending.selected(uri, selection, cursors);
  }

  /** The accept key's command ran, just after the accept changed the document. */
  suggestionAccepted(uri: string): void {
    this.#pending.suggestionAccepted(uri, this.#clock.now());
  }

  saving(uri: string): void {
    const watched = this.#documents.get(uri);
    if (watched) watched.saveBegan = this.#clock.now();
  }

  saved(uri: string): void {
    const watched = this.#documents.get(uri);
    if (watched) watched.saveEnded = this.#clock.now();
    this.#tracker.saved(uri);
    for (const listener of this.#listeners) listener.saved?.(uri);
  }

  /** Keeps the text of a document that may be changed, so that what a change removes is known. */
  opened(uri: string, document: EditedDocument): void {
    const watched = this.#documents.get(uri) ?? this.#watch(uri, document);
    if (watched.shadow || watched.large || watched.waiting > 0) return;
    this.#take(watched, document.getText());
    this.#forgetIdle();
  }

  /** Attributes what waits and lets go of the document. */
  closed(uri: string): void {
    const watched = this.#documents.get(uri);
    if (watched) {
      this.#settle(Infinity);
      this.#endBurst(watched);
      this.#tracker.closed(uri, watched.document.isDirty);
      this.#documents.delete(uri);
    }
    for (const listener of this.#listeners) listener.closed?.(uri);
  }

  /** Attributes all that waits and ends all bursts; for the end of a session. */
  finish(): void {
    this.#settle(Infinity);
    for (const watched of this.#documents.values()) this.#endBurst(watched);
  }

  dispose(): void {
    this.#tick?.();
    this.#pending.clear();
    this.#documents.clear();
  }

  #watch(uri: string, document: EditedDocument): Watched {
    const watched: Watched = {
      uri,
      document,
      shadow: undefined,
      large: false,
      waiting: 0,
      burst: undefined,
      lastChange: this.#clock.now(),
      saveBegan: undefined,
      saveEnded: undefined,
      typed: undefined,
    };
    this.#documents.set(uri, watched);
    return watched;
  }

  #take(watched: Watched, text: string): void {
    watched.large = text.length > DOCUMENT_BOUND;
    if (watched.large) return;
    watched.shadow = new Shadow(text);
    this.#tracker.opened(watched.uri);
  }

  #ticked(): void {
    this.#tick = undefined;
    const now = this.#clock.now();
    this.#settle(now);
    let busy = this.#pending.size > 0;
    for (const watched of this.#documents.values()) {
      if (!watched.burst) continue;
      if (now - watched.lastChange < REST || watched.waiting > 0) {
        busy = true;
        continue;
      }
      this.#endBurst(watched);
      this.#verify(watched);
    }
    this.#forgetIdle();
    if (busy) this.#tick ??= this.#scheduler.after(TICK, () => this.#ticked());
  }

  #settle(now: number): void {
    this.#pending.settle(now, (pending) => this.#attribute(pending));
  }

  #attribute(pending: PendingChange): void {
    const watched = this.#documents.get(pending.uri);
    if (!watched) return;
    const shadow = watched.shadow ?? this.#reconstruct(watched);
    watched.waiting--;
    if (!shadow) return;
    const before = shadow.text;
    const applied = pending.changes.map((change) => shadow.apply(change));
    const attribution = attribute(
      featuresOf(pending, applied, {
        dirty: watched.document.isDirty,
        acceptKey: this.#acceptKey(),
        saveBegan: watched.saveBegan,
        saveEnded: watched.saveEnded,
        before,
        typed: watched.typed,
        recent: this.#pending.recent,
      }),
    );
    const first = applied[0];
    if (attribution.cause === 'typed' && first) {
      watched.typed = { end: first.offset + first.text.length, at: pending.at };
    }
    this.#gather(watched, pending, applied, attribution, before);
    this.#tracker.changed(pending.uri, applied, attribution.cause, pending.at);
    const { languageId: language } = watched.document;
    if (attribution.cause === 'suggestion') {
      const accepts = acceptsOf(pending, language, applied, attribution);
      for (const accept of accepts) this.#tracker.follow(accept);
    }
    const { uri, at } = pending;
    const { cause } = attribution;
    for (const listener of this.#listeners) {
      listener.edited({ uri, language, changes: applied, before, at, cause });
    }
    if (shadow.text.length > DOCUMENT_BOUND) this.#lose(watched);
  }

  /** The text before all that waits, for a document whose text was not kept in time. */
  #reconstruct(watched: Watched): Shadow | undefined {
    const text = watched.document.getText();
    watched.large = text.length > DOCUMENT_BOUND;
    if (watched.large || watched.document.isClosed) return undefined;
    const changes = this.#pending.in(watched.uri).flatMap((one) => one.changes);
    watched.shadow = Shadow.before(text, changes);
    this.#tracker.opened(watched.uri);
    return watched.shadow;
  }

  #gather(
    watched: Watched,
    pending: PendingChange,
    applied: readonly AppliedChange[],
    attribution: Attribution,
    before: string,
  ): void {
    const { burst } = watched;
    const goesOn = burst?.cause === attribution.cause && pending.at - watched.lastChange < REST;
    if (burst && !goesOn) this.#endBurst(watched, before);
    watched.burst ??= new Burst(attribution.cause, before, pending.at);
    watched.burst.add(applied, attribution);
    watched.lastChange = pending.at;
  }

  #endBurst(watched: Watched, text = watched.shadow?.text): void {
    const { burst, uri, document } = watched;
    watched.burst = undefined;
    if (!burst || text === undefined) return;
    const seen = burst.observation(text, document.languageId, watched.lastChange);
    this.#observe(seen, uri);
    if (burst.cause !== 'agent' && burst.cause !== 'disk') return;
    const place = { uri, language: document.languageId, before: burst.before, after: text };
    const accepts = acceptsBetween({ ...place, at: watched.lastChange }, burst.cause, seen);
    for (const accept of accepts) this.#tracker.follow(accept);
  }

  /** Starts afresh where the kept text is not the document's: better to know less than wrong. */
  #verify(watched: Watched): void {
    const { shadow, waiting, document } = watched;
    if (!shadow || waiting > 0 || document.isClosed) return;
    const text = document.getText();
    if (text === shadow.text) return;
    this.#tracker.lost(watched.uri);
    watched.shadow = undefined;
    this.#take(watched, text);
  }

  #lose(watched: Watched): void {
    watched.shadow = undefined;
    watched.burst = undefined;
    watched.large = true;
    this.#tracker.lost(watched.uri);
  }

  #forgetIdle(): void {
    if (this.#documents.size <= DOCUMENTS) return;
    const idle = [...this.#documents.values()]
      .filter((one) => one.waiting === 0 && !one.burst)
      .sort((a, b) => a.lastChange - b.lastChange);
    for (const watched of idle.slice(0, this.#documents.size - DOCUMENTS)) {
      this.#tracker.closed(watched.uri, watched.document.isDirty);
      this.#documents.delete(watched.uri);
    }
  }
}
