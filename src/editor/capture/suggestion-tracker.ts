import type { Clock } from '../../memory/clock';
import type { Ids } from '../../memory/ids';
import type { Cause, Checkpoint, Problem } from '../../memory/signal';
import { followRange } from './followed-range';
import type { Observation, Observe } from './observation';
import type { Cancel, Scheduler } from './scheduler';
import {
  DUE,
  isUndone,
  linesOf,
  nextDue,
  onlyPlace,
  REDO_GRACE,
  suggestionOf,
  type Accept,
  type Suggestion,
} from './suggestion';
import { accepted, reverted, rewritten, survival } from './suggestion-report';
import type { AppliedChange } from './text-change';

/** Suggestions that are followed at most; the oldest gives way. */
export const FOLLOWED_BOUND = 200;
/** Longer accepted texts are not followed. */
export const FOLLOWED_LENGTH = 20_000;

/** Without an edit for this long a rewritten range has come to rest. */
const REST = 5_000;
/** After a save; long enough for the language server to say what the edit cured. */
const REST_AFTER_SAVE = 2_500;
const REST_AFTER_CURE = 300;
/**
 * Follows accepted text through later edits and tells what becomes of it.
 *
 * ```
 * accept ──► 5 s ──► 30 s ──► 2 min ──► 5 min ──► 15 min      survival, and again at commit
 *    │ undo ──► 2 s without redo ──► reverted
 *    └ edit inside ──► 5 s of rest, or 2.5 s after a save ──► rewritten
 * ```
 * A branch switch ends all of it: the text then changed for other reasons.
 */
export class SuggestionTracker {
  readonly #observe: Observe;
  readonly #textOf: (uri: string) => string | undefined;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #scheduler: Scheduler;
  #followed: Suggestion[] = [];
  #timer: Cancel | undefined;

  constructor(parts: {
    observe: Observe;
    /** The text of a watched document as of the changes told so far. */
    textOf: (uri: string) => string | undefined;
    clock: Clock;
    ids: Ids;
    scheduler: Scheduler;
  }) {
    this.#observe = parts.observe;
    this.#textOf = parts.textOf;
    this.#clock = parts.clock;
    this.#ids = parts.ids;
    this.#scheduler = parts.scheduler;
  }

  /** How many suggestions are followed. */
  get size(): number {
    return this.#followed.length;
  }

  /** Begins to follow text that was just put into a document; returns its id. */
  follow(accept: Accept): string | undefined {
    if (accept.text.trim() === '' || accept.text.length > FOLLOWED_LENGTH) return undefined;
    const suggestion = suggestionOf(this.#ids.next('suggestion'), accept);
    this.#followed.push(suggestion);
    if (this.#followed.length > FOLLOWED_BOUND) this.#followed.shift();
    if (!accept.hold) this.#tellAccept(suggestion);
    this.#arm();
    return suggestion.id;
  }

  /** Takes the changes of one event, in order, after the document's text has them. */
  changed(uri: string, changes: readonly AppliedChange[], cause: Cause, at: number): void {
    let any = false;
    for (const suggestion of [...this.#followed]) {
      if (suggestion.uri !== uri || suggestion.parked !== undefined) continue;
      let touched = false;
      const { start } = suggestion.range;
      for (const change of changes) {
        const followed = followRange(suggestion.range, change);
        suggestion.range = followed.range;
        touched ||= followed.touched;
      }
      if (cause === 'redo' && this.#isRedone(suggestion, start)) continue;
      if (touched) this.#touched(suggestion, cause, at);
      any ||= touched;
    }
    if (any) this.#arm();
  }

  /** The document was saved: rewrites in it have come to rest soon. */
  saved(uri: string): void {
    const soon = this.#clock.now() + REST_AFTER_SAVE;
    for (const suggestion of this.#in(uri)) this.#restBy(suggestion, soon, 'saved');
    this.#arm();
  }

  /** A diagnostic at a line (counted from 0) went away. */
  cured(uri: string, line: number, problem: Problem): void {
    const suggestion = this.#holding(uri, line);
    if (!suggestion) return;
    if (suggestion.restAt === undefined) return;
    suggestion.cured.push(problem);
    this.#restBy(suggestion, this.#clock.now() + REST_AFTER_CURE, 'a diagnostic was cured');
    this.#arm();
  }

  /** The suggestion in whose range a line (counted from 0) stands; the newest of several. */
  at(uri: string, line: number): string | undefined {
    return this.#holding(uri, line)?.id;
  }

  /** A file or folder was renamed. */
  renamed(from: string, to: string): void {
    for (const suggestion of this.#followed) {
      if (suggestion.uri !== from && !suggestion.uri.startsWith(`${from}/`)) continue;
      suggestion.uri = to + suggestion.uri.slice(from.length);
      this.opened(suggestion.uri);
    }
  }

  /**
   * The document is about to be let go: what stands in it is kept until it is opened again, unless
   * it had unsaved changes, of which nobody knows what became.
   */
  closed(uri: string, dirty: boolean): void {
    for (const suggestion of this.#in(uri)) {
      if (suggestion.restAt !== undefined) this.#tellRewrite(suggestion);
      if (suggestion.undoneAt !== undefined) this.#tellRevert(suggestion);
      suggestion.parked = this.#current(suggestion);
    }
    if (dirty) this.#followed = this.#followed.filter((one) => one.uri !== uri);
    this.#arm();
  }

  /** The document is there again: finds what was parked, at its place or where else it stands once. */
  opened(uri: string): void {
    const text = this.#textOf(uri);
    if (text === undefined) return;
    this.#followed = this.#followed.filter((suggestion) => {
      const { parked, range } = suggestion;
      if (suggestion.uri !== uri || parked === undefined) return true;
      const start = text.startsWith(parked, range.start) ? range.start : onlyPlace(text, parked);
      if (start === undefined) return false;
      suggestion.range = { start, end: start + parked.length, openEnd: false };
      suggestion.parked = undefined;
      return true;
    });
  }

  /**
   * A commit was made of the documents under `folder` (a uri), perhaps in the place of another.
   * What stands as it stood in an earlier commit is not told again.
   */
  committed(folder: string, sha: string, amends?: string): void {
    for (const suggestion of this.#followed) {
      if (!suggestion.uri.startsWith(`${folder}/`) || suggestion.undoneAt !== undefined) continue;
      const text = this.#current(suggestion);
      const before = suggestion.committed;
      if (before?.text === text && before.sha !== amends) continue;
      suggestion.committed = { sha, text };
      this.#tellSurvival(suggestion, 'commit', [`commit ${sha.slice(0, 8)}`], sha);
    }
  }

  /** The branch changed under `folder` (a uri): nothing there can be judged any more. */
  switched(folder: string): void {
    this.#followed = this.#followed.filter((one) => !one.uri.startsWith(`${folder}/`));
    this.#arm();
  }

  /** Forgets all that stands in a document whose text was lost track of. */
  lost(uri: string): void {
    this.#followed = this.#followed.filter((one) => one.uri !== uri);
    this.#arm();
  }

  dispose(): void {
    this.#timer?.();
    this.#followed = [];
  }

  #touched(suggestion: Suggestion, cause: Cause, at: number): void {
    const current = this.#current(suggestion);
    if (cause === 'undo' && isUndone(suggestion, current)) {
      suggestion.undoneAt = at;
      suggestion.restAt = undefined;
      return;
    }
    if (suggestion.undoneAt !== undefined) {
      this.#tellRevert(suggestion);
      return;
    }
    if (BY_THE_USER.has(cause)) {
      suggestion.restAt = at + REST;
      suggestion.rest = `no edit for ${String(REST / 1000)} s`;
    } else if (suggestion.restAt === undefined && suggestion.told === undefined) {
      suggestion.baseline = current;
    }
  }

  /** Takes up again what was undone, when a redo brought it back to where it stood. */
  #isRedone(suggestion: Suggestion, start: number): boolean {
    const { undoneAt, baseline, uri } = suggestion;
    if (undoneAt === undefined || !this.#textOf(uri)?.startsWith(baseline, start)) return false;
    suggestion.undoneAt = undefined;
    suggestion.range = { start, end: start + baseline.length, openEnd: false };
    return true;
  }

  #restBy(suggestion: Suggestion, at: number, why: string): void {
    if (suggestion.restAt === undefined || suggestion.restAt <= at) return;
    suggestion.restAt = at;
    suggestion.rest = why;
  }

  #in(uri: string): Suggestion[] {
    return this.#followed.filter((one) => one.uri === uri && one.parked === undefined);
  }

  #holding(uri: string, line: number): Suggestion | undefined {
    const text = this.#textOf(uri);
    if (text === undefined) return undefined;
    return this.#in(uri)
      .reverse()
      .find(({ range, undoneAt }) => {
        if (undoneAt !== undefined) return false;
        const [first, last] = linesOf(text, range);
        return line >= first && line <= last;
      });
  }

  #current(suggestion: Suggestion): string {
    if (suggestion.parked !== undefined) return suggestion.parked;
    const text = this.#textOf(suggestion.uri) ?? '';
    return text.slice(suggestion.range.start, suggestion.range.end);
  }

  #arm(): void {
    this.#timer?.();
    this.#timer = undefined;
    let soonest = Infinity;
    for (const suggestion of this.#followed) soonest = Math.min(soonest, nextDue(suggestion));
    if (soonest === Infinity) return;
    const delay = Math.max(0, soonest - this.#clock.now());
    this.#timer = this.#scheduler.after(delay, () => {
      this.#timer = undefined;
      this.#due(this.#clock.now());
      this.#arm();
    });
  }

  #due(now: number): void {
    for (const suggestion of [...this.#followed]) {
      if (suggestion.undoneAt !== undefined) {
        if (suggestion.undoneAt + REDO_GRACE <= now) this.#tellRevert(suggestion);
        continue;
      }
      if (suggestion.tellAt !== undefined && suggestion.tellAt <= now) this.#tellAccept(suggestion);
      if (suggestion.restAt !== undefined && suggestion.restAt <= now)
        this.#tellRewrite(suggestion);
      if (suggestion.tellAt !== undefined) continue;
      // After the machine slept several are due at once: only the latest says something.
      let reached: Checkpoint | undefined;
      for (let due = DUE[suggestion.next]; due && suggestion.accept.at + due[1] <= now;) {
        reached = due[0];
        due = DUE[++suggestion.next];
      }
      if (reached) this.#tellSurvival(suggestion, reached, []);
    }
  }

  #tell(suggestion: Suggestion, observation: Observation): void {
    if (suggestion.tellAt !== undefined) this.#tellAccept(suggestion);
    this.#observe(observation, suggestion.uri);
  }

  #tellAccept(suggestion: Suggestion): void {
    suggestion.tellAt = undefined;
    this.#tell(suggestion, accepted(suggestion, this.#textOf(suggestion.uri) ?? ''));
  }

  #tellSurvival(
    suggestion: Suggestion,
    checkpoint: Checkpoint,
    more: readonly string[],
    sha?: string,
  ): void {
    const current = this.#current(suggestion);
    const seen = survival(suggestion, current, checkpoint, this.#clock.now(), more);
    this.#tell(suggestion, sha === undefined ? seen : { ...seen, sha });
  }

  #tellRevert(suggestion: Suggestion): void {
    const at = suggestion.undoneAt ?? this.#clock.now();
    this.#tell(suggestion, reverted(suggestion, this.#textOf(suggestion.uri) ?? '', at));
    this.#followed = this.#followed.filter((one) => one !== suggestion);
  }

  #tellRewrite(suggestion: Suggestion): void {
    const current = this.#current(suggestion);
    const text = this.#textOf(suggestion.uri) ?? '';
    if (!sameButForSpace(current, suggestion.baseline) && current !== suggestion.told) {
      suggestion.told = current;
      this.#tell(suggestion, rewritten(suggestion, text, current, this.#clock.now()));
    }
    suggestion.restAt = undefined;
    suggestion.range = { ...suggestion.range, openEnd: false };
    suggestion.cured = [];
  }
}

/** Edits of these causes are the user's own word on a suggestion. */
const BY_THE_USER: ReadonlySet<Cause> = new Set(['typed', 'pasted', 'undo', 'redo', 'unknown']);

function sameButForSpace(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}
