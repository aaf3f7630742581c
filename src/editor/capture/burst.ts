import type { Cause } from '../../memory/signal';
import type { Attribution } from './attribution';
import { followRange, type FollowedRange } from './followed-range';
import { cut, TEXT_BOUND, type Observation } from './observation';
import { lineOf, type AppliedChange } from './text-change';

/** Reasons that a burst keeps. */
const EVIDENCE_BOUND = 5;

/** Changes to one document that follow each other closely and have one cause. */
export class Burst {
  readonly cause: Cause;
  /** The document's text before the first change. */
  readonly before: string;
  readonly startedAt: number;
  #changes = 0;
  #inserted = 0;
  #removed = 0;
  #confidence = 0;
  #events = 0;
  #texts = '';
  #range: FollowedRange | undefined;
  readonly #evidence: string[] = [];

  constructor(cause: Cause, before: string, startedAt: number) {
    this.cause = cause;
    this.before = before;
    this.startedAt = startedAt;
  }

  /** Takes the changes of one event. */
  add(changes: readonly AppliedChange[], attribution: Attribution): void {
    this.#events++;
    this.#confidence += attribution.confidence;
    for (const reason of attribution.evidence) {
      if (this.#evidence.length < EVIDENCE_BOUND && !this.#evidence.includes(reason)) {
        this.#evidence.push(reason);
      }
    }
    for (const change of changes) {
      this.#changes++;
      this.#inserted += change.text.length;
      this.#removed += change.removed.length;
      if (this.#texts.length < TEXT_BOUND.edit) this.#texts += change.text;
      this.#extend(change);
    }
  }

  /** The burst as a signal; `text` is the document as the burst left it. */
  observation(text: string, language: string, at: number): Observation {
    const range = this.#range ?? { start: 0, end: 0 };
    const spread = range.end - range.start > 2 * this.#inserted + 80;
    const put = spread ? this.#texts : text.slice(range.start, range.end);
    return {
      kind: 'edit',
      at,
      language,
      cause: this.cause,
      changes: this.#changes,
      inserted: this.#inserted,
      removed: this.#removed,
      line: lineOf(text, range.start) + 1,
      ...(put === '' ? {} : { text: cut(put, TEXT_BOUND.edit) }),
      confidence: Math.round((this.#confidence / this.#events) * 100) / 100,
      evidence: [...this.#evidence],
    };
  }

  /** The range spans all that was changed, from the first place to the last. */
  #extend(change: AppliedChange): void {
    const start = change.offset;
    const end = change.offset + change.text.length;
    if (!this.#range) {
      this.#range = { start, end, openEnd: true };
      return;
    }
    const { range } = followRange(this.#range, change);
    this.#range = {
      start: Math.min(range.start, start),
      end: Math.max(range.end, end),
      openEnd: true,
    };
  }
}
