import { z } from 'zod';
import { type Agreements, agreementsOf, calibratedWeight } from '../learning/calibration';
import type { EvidenceName } from '../learning/evidence-weights';
import { pooled, poolOf, type Pools } from '../learning/pools';
import { evidence } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { Memory } from '../memory/memory';
import type { Store } from '../store/store';

/** Under which the lessons are kept. */
const KEPT = 'lessons';
/** Lessons of this age are drawn anew. */
const OLD = 6 * 60 * 60 * 1000;
/** Judged memories read at once, and the newest outcomes that verdicts are compared with. */
const SLICE = 500;
const COMPARED = 20_000;

const Lesson = z.object({
  at: z.number(),
  pools: z.array(z.tuple([z.string(), z.object({ helped: z.number(), harmed: z.number() })])),
  agreements: z.array(
    z.tuple([z.string(), z.object({ agreed: z.number(), disagreed: z.number() })]),
  ),
});
type Lesson = z.infer<typeof Lesson>;

/**
 * What all outcomes together teach: how the memories of each kind and language do, from which a new
 * one inherits, and how far each kind of evidence is to be believed. Drawn from the store when there
 * is time, and kept there.
 */
export class Lessons {
  readonly #store: Store;
  readonly #clock: Clock;
  #at = 0;
  #pools: Pools = new Map();
  #agreements: Agreements = new Map();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** What came of all memories, by kind and language. */
  get pools(): Pools {
    return this.#pools;
  }

  /** How much a kind of evidence counts. */
  weightOf(evidence: EvidenceName): number {
    return calibratedWeight(evidence, this.#agreements);
  }

  /** Takes up the lessons that were kept. */
  async open(): Promise<void> {
    const text = await this.#store.meta(KEPT);
    const kept = text === undefined ? undefined : Lesson.safeParse(JSON.parse(text)).data;
    if (kept !== undefined) this.#take(kept);
  }

  /** Draws the lessons anew when they are old. */
  async learn(abort: AbortSignal): Promise<void> {
    const at = this.#clock.now();
    if (at - this.#at < OLD) return;
    const pools = await this.#pooled(at, abort);
    const outcomes = await this.#store.judgements.besideVerdicts(COMPARED);
    if (abort.aborted) return;
    const lesson = { at, pools: [...pools], agreements: [...agreementsOf(outcomes)] };
    await this.#store.write((tx) => tx.setMeta(KEPT, JSON.stringify(lesson)));
    this.#take(lesson);
  }

  async #pooled(at: number, abort: AbortSignal): Promise<Pools> {
    const all: { pool: string; evidence: ReturnType<typeof evidence> }[] = [];
    for (let after = ''; !abort.aborted;) {
      const ids = await this.#store.judgements.judgedAfter(after, SLICE);
      const memories = await this.#store.memories(ids);
      all.push(
        ...memories.map((memory) => ({ pool: own(memory), evidence: evidence(memory, at) })),
      );
      if (ids.length < SLICE) break;
      after = ids.at(-1) ?? '';
    }
    return pooled(all);
  }

  #take({ at, pools, agreements }: Lesson): void {
    this.#at = at;
    this.#pools = new Map(pools);
    this.#agreements = new Map(agreements) as Agreements;
  }
}

function own({ kind, scope }: Memory): string {
  return poolOf(kind, scope.language);
}
