import { lowerBound, mean } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { LearningReport, Moved } from '../memory/learning-report';
import type { MemoryRecord } from '../memory/memory-record';
import type { Parsed } from '../protocol/engine-api';
import type { Store } from '../store/store';
import { qualityAt, qualityHistory } from './quality-history';

const DAY = 24 * 60 * 60 * 1000;
/** Weeks that a report looks back on. */
const WEEKS = 8;
/** Memories looked at for what rose and what sank, those with most evidence; and told of each. */
const JUDGED = 300;
const MOVED = 10;
/** A change of the mean below this shows in no percentage. */
const LEAST = 0.005;
/** Outcomes that a curve is made from, and rows of each list of a record. */
const OUTCOMES = 2000;
const ROWS = 50;

/** Tells how memories have done: each for itself, and all together over a stretch of time. */
export class Reporter {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** How one memory has done; `null` when it is gone. */
  async record(id: string): Promise<MemoryRecord | null> {
    const memory = await this.#store.memory(id);
    if (memory === undefined) return null;
    const now = this.#clock.now();
    const [outcomes, showings, tally, journal] = await Promise.all([
      this.#store.outcomesOf(id, OUTCOMES),
      this.#store.showings.of(id, ROWS),
      this.#store.showings.tallyOf(id),
      this.#store.journalOf(id, ROWS),
    ]);
    const listed = outcomes.slice(0, ROWS);
    const signals = new Map(
      (await this.#store.signalsById([...new Set(listed.flatMap((one) => one.signals))])).map(
        (signal) => [signal.id, signal],
      ),
    );
    return {
      memory,
      mean: mean(memory, now),
      lowerBound: lowerBound(memory, now),
      tally,
      curve: qualityHistory(memory, outcomes, now),
      outcomes: listed.map((outcome) => ({
        outcome,
        signals: outcome.signals.flatMap((signal) => signals.get(signal) ?? []),
      })),
      showings: showings.map(({ id: exposure, receipt, at, rank, verdict, task }) => {
        return { exposure, receipt, at, rank, verdict, door: task.door, sentence: task.sentence };
      }),
      journal,
    };
  }

  /** What learning came to in the last days. */
  async report({ days }: Parsed<'report'>): Promise<LearningReport> {
    // What happens in this very millisecond is in it.
    const until = this.#clock.now() + 1;
    const span = { since: until - days * DAY, until };
    const figures = await this.#store.showings.figures(span, WEEKS);
    const moved = await this.#moved(span);
    const far = (a: Moved, b: Moved): number =>
      Math.abs(b.after - b.before) - Math.abs(a.after - a.before);
    return {
      ...figures,
      rose: moved
        .filter(({ before, after }) => after > before)
        .sort(far)
        .slice(0, MOVED),
      sank: moved
        .filter(({ before, after }) => after < before)
        .sort(far)
        .slice(0, MOVED),
    };
  }

  async #moved(span: { since: number; until: number }): Promise<Moved[]> {
    const ids = await this.#store.showings.judged(span, JUDGED);
    const moved: Moved[] = [];
    for (const memory of await this.#store.memories(ids)) {
      const outcomes = await this.#store.outcomesOf(memory.id, OUTCOMES);
      const { id, kind, status, text } = memory;
      const before = qualityAt(memory, outcomes, span.since).mean;
      const after = mean(memory, this.#clock.now());
      if (Math.abs(after - before) >= LEAST) moved.push({ id, kind, status, text, before, after });
    }
    return moved;
  }
}
