import type { Clock } from '../../memory/clock';
import type { Problem } from '../../memory/signal';
import type { EditListener } from './edit-observer';
import { followLines, linesWritten, overlap, type Lines } from './followed-lines';
import { hunksBetween } from './hunks';
import { cut, TEXT_BOUND, type Observe } from './observation';
import { diffProblems, type Known, type Reported } from './problem-diff';
import type { Cancel, Scheduler } from './scheduler';
import { UNSEEN } from './shadow';
import type { SuggestionTracker } from './suggestion-tracker';
import { linesBetween } from './text-change';

/** Reports and edits must have been quiet for this long before they are compared. */
const QUIET = 700;
/** But a report waits no longer than this. */
const LONGEST_WAIT = 6_000;
/** A change explains what is reported of it this long. */
const EXPLAINS = 30_000;
/** An edit after a pause this long begins a new stint. */
const PAUSE = 8_000;
/** Larger changes do not say what cured a problem elsewhere. Lines. */
const CURE_LINES = 12;
const TOUCHES = 40;
const DOCUMENTS = 24;

interface WatchedProblems {
  readonly language: string;
  known: Known[];
  /** Lines written of late, as they stand now. */
  touched: { lines: Lines; at: number }[];
  lastEdit: number;
  /** The text before the present stint of edits. */
  stint: string;
  /** When the report that waits came in. */
  waitsSince: number | undefined;
  timer: Cancel | undefined;
}

/**
 * Tells which problems came and went with edits. Only documents edited in this session are looked
 * at, and only once both the server and the user have been quiet: servers publish in steps, and
 * every half-typed name is an error. Hints and remarks are passed over.
 */
export class ProblemObserver implements EditListener {
  readonly #observe: Observe;
  readonly #tracker: Pick<SuggestionTracker, 'at' | 'cured'>;
  readonly #report: (uri: string) => readonly Reported[];
  readonly #textOf: (uri: string) => string | undefined;
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #documents = new Map<string, WatchedProblems>();
  /** The problems of documents at their first change, which is attributed yet. */
  readonly #before = new Map<string, readonly Reported[]>();

  constructor(parts: {
    observe: Observe;
    tracker: Pick<SuggestionTracker, 'at' | 'cured'>;
    /** What the language servers say of a document now. */
    report: (uri: string) => readonly Reported[];
    textOf: (uri: string) => string | undefined;
    clock: Clock;
    scheduler: Scheduler;
  }) {
    this.#observe = parts.observe;
    this.#tracker = parts.tracker;
    this.#report = parts.report;
    this.#textOf = parts.textOf;
    this.#clock = parts.clock;
    this.#scheduler = parts.scheduler;
  }

  /** On the way of every edit: only the first of a document costs anything. */
  changing(uri: string): void {
    if (this.#documents.has(uri) || this.#before.has(uri)) return;
    this.#before.set(uri, this.#serious(uri));
  }

  edited({ uri, language, changes, before, at }: Parameters<EditListener['edited']>[0]): void {
    const watched = this.#documents.get(uri) ?? this.#watch(uri, language, before);
    if (at - watched.lastEdit > PAUSE) watched.stint = before;
    watched.lastEdit = at;
    for (const change of changes) {
      for (const known of watched.known) known.lines = followLines(known.lines, change);
      for (const touch of watched.touched) touch.lines = followLines(touch.lines, change);
      watched.touched.push({ lines: linesWritten(change), at });
    }
    watched.touched.splice(0, watched.touched.length - TOUCHES);
  }

  /** A server published what it has to say of a document. */
  published(uri: string): void {
    const watched = this.#documents.get(uri);
    if (!watched) return;
    watched.waitsSince ??= this.#clock.now();
    watched.timer?.();
    watched.timer = this.#scheduler.after(QUIET, () => this.#quiet(uri, watched));
  }

  closed(uri: string): void {
    this.#documents.get(uri)?.timer?.();
    this.#documents.delete(uri);
    this.#before.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.#documents.keys()]) this.closed(uri);
  }

  /** The problems at the first edit are those that were there before it. */
  #watch(uri: string, language: string, text: string): WatchedProblems {
    const watched: WatchedProblems = {
      language,
      known: diffProblems([], this.#before.get(uri) ?? [], textOfLines(text)).known,
      touched: [],
      lastEdit: -Infinity,
      stint: text,
      waitsSince: undefined,
      timer: undefined,
    };
    const oldest = this.#documents.keys().next().value;
    if (this.#documents.size >= DOCUMENTS && oldest !== undefined) this.closed(oldest);
    this.#documents.set(uri, watched);
    this.#before.delete(uri);
    // What a quick server has said by now is of the edit, and is told nobody a second time.
    this.published(uri);
    return watched;
  }

  #quiet(uri: string, watched: WatchedProblems): void {
    const now = this.#clock.now();
    const sinceEdit = now - watched.lastEdit;
    const waited = now - (watched.waitsSince ?? now);
    if (sinceEdit < QUIET && waited < LONGEST_WAIT) {
      watched.timer = this.#scheduler.after(QUIET - sinceEdit, () => this.#quiet(uri, watched));
      return;
    }
    watched.timer = undefined;
    watched.waitsSince = undefined;
    const text = this.#textOf(uri);
    if (text !== undefined) this.#compare(uri, watched, text, now);
  }

  #compare(uri: string, watched: WatchedProblems, text: string, now: number): void {
    const diff = diffProblems(watched.known, this.#serious(uri), textOfLines(text));
    watched.known = diff.known;
    watched.touched = watched.touched.filter(({ at }) => now - at <= EXPLAINS);
    // With no edit to explain it, something else changed: another file, the server's own mind.
    if (watched.touched.length === 0) return;
    for (const known of diff.appeared) this.#tellAppeared(uri, watched, known, now);
    for (const known of diff.cured) this.#tellCured(uri, watched, known, text, now);
  }

  #tellAppeared(uri: string, watched: WatchedProblems, known: Known, now: number): void {
    const suggestion = this.#tracker.at(uri, known.lines.from);
    const here = this.#isTouched(watched, known);
    this.#observe(
      {
        kind: 'diagnostic',
        change: 'appeared',
        at: now,
        language: watched.language,
        problem: known.problem,
        ...(suggestion === undefined ? {} : { suggestion }),
        confidence: here ? 0.9 : 0.6,
        evidence: [here ? 'its line was just changed' : 'another place was just changed'],
      },
      uri,
    );
  }

  #tellCured(uri: string, watched: WatchedProblems, known: Known, text: string, now: number): void {
    const suggestion = this.#tracker.at(uri, known.lines.from);
    const after = linesBetween(text, known.lines.from, known.lines.to);
    const here = after !== known.text;
    const edit = here ? { before: known.text, after } : cureElsewhere(watched.stint, text);
    const problem: Problem = { ...known.first, line: known.lines.from + 1 };
    this.#observe(
      {
        kind: 'diagnostic',
        change: 'cured',
        at: now,
        language: watched.language,
        problem,
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(edit && {
          before: cut(edit.before, TEXT_BOUND.context),
          after: cut(edit.after, TEXT_BOUND.context),
        }),
        confidence: here ? 0.9 : 0.6,
        evidence: [here ? 'its line was changed' : 'its line stands, another place was changed'],
      },
      uri,
    );
    this.#tracker.cured(uri, known.lines.from, problem);
  }

  #isTouched(watched: WatchedProblems, { lines }: Known): boolean {
    return watched.touched.some((touch) => overlap(touch.lines, lines));
  }

  #serious(uri: string): Reported[] {
    return this.#report(uri).filter(
      ({ problem }) => problem.severity === 'error' || problem.severity === 'warning',
    );
  }
}

function textOfLines(text: string): (lines: Lines) => string {
  return ({ from, to }) => {
    const lines = cut(linesBetween(text, from, to), TEXT_BOUND.context);
    return lines.includes(UNSEEN) ? '' : lines;
  };
}

/** The one small change of the present stint, when it was only one: an import, a declaration. */
function cureElsewhere(
  before: string,
  after: string,
): { before: string; after: string } | undefined {
  const [hunk, ...others] = hunksBetween(before, after);
  if (!hunk || others.length > 0) return undefined;
  const lines = Math.max(hunk.before.split('\n').length, hunk.after.split('\n').length);
  return lines > CURE_LINES + 1
    ? undefined
    : { before: hunk.before.trimEnd(), after: hunk.after.trimEnd() };
}
