import { CodeTokenizer } from '../index/code-tokenizer';
import type { Experience } from '../learning/experience';
import { experienceBytes, experienceOf } from '../learning/experience-bytes';
import { type Counts, evidence, joined, NONE, scaled } from '../learning/quality';
import { kept } from '../learning/evidence-half-life';
import { type Reckoned, reckonedAnew } from '../learning/reckoning';
import type { Clock } from '../memory/clock';
import type { Memory } from '../memory/memory';
import type { ReplayReport } from '../memory/replay-report';
import type { Judgement, Store, Writer } from '../store/store';

/** Names the rules by which outcomes become qualities; raised with every change of these. */
const RULES = '2';
/** Under which a store keeps the rules that it was reckoned by. */
const KEPT = 'reckoned-by';
/** Memories read at once. */
const SLICE = 500;
/** What rounding may do to a count. */
const ROUNDING = 1e-6;
/** Characters of a memory that a difference names. */
const HEAD = 120;

/** Reckons qualities from the outcomes in the store, as if they came in once more. */
export class Replay {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #tokenizer = new CodeTokenizer();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * Compares what each memory has with what its outcomes add up to.
   *
   * @param mend writes what differs anew
   */
  run(mend: boolean): Promise<ReplayReport> {
    return this.#over(this.#everyMemory(), mend);
  }

  /** Brings up to date what an earlier Mneme reckoned by other rules; once for each store. */
  async update(abort: AbortSignal): Promise<void> {
    if ((await this.#store.meta(KEPT)) === RULES) return;
    await this.#over(this.#judged(abort), true);
    if (!abort.aborted) await this.#store.write((tx) => tx.setMeta(KEPT, RULES));
  }

  async #over(slices: AsyncIterable<Memory[]>, mend: boolean): Promise<ReplayReport> {
    const report: ReplayReport = { memories: 0, outcomes: 0, differences: [], mended: mend };
    for await (const memories of slices) {
      const ids = memories.map(({ id }) => id);
      const judgements = await this.#store.judgements.of(ids);
      const byMemory = Map.groupBy(judgements, ({ outcome }) => outcome.memory);
      const experiences = await this.#store.judgements.experiences(ids);
      for (const memory of memories) {
        const judged = byMemory.get(memory.id) ?? [];
        const bytes = experiences.get(memory.id);
        const { helped, harmed } = memory.quality;
        if (judged.length === 0 && bytes === undefined && helped + harmed === 0) continue;
        report.memories++;
        report.outcomes += judged.length;
        if (this.#compared(memory, judged, bytes) === undefined) continue;
        // Another process may have entered an outcome in between: once more, where nobody can.
        const difference = await this.#store.write((tx) => this.#settled(tx, memory.id, mend));
        if (difference !== undefined) report.differences.push(difference);
      }
    }
    return report;
  }

  async *#everyMemory(): AsyncGenerator<Memory[]> {
    let after: string | undefined;
    do {
      const { items, cursor } = await this.#store.eachMemory(after, SLICE);
      yield items;
      after = cursor;
    } while (after !== undefined);
  }

  async *#judged(abort: AbortSignal): AsyncGenerator<Memory[]> {
    for (let after = ''; !abort.aborted;) {
      const ids = await this.#store.judgements.judgedAfter(after, SLICE);
      yield await this.#store.memories(ids);
      if (ids.length < SLICE) return;
      after = ids.at(-1) ?? '';
    }
  }

  async #settled(
    tx: Writer,
    id: string,
    mend: boolean,
  ): Promise<ReplayReport['differences'][number] | undefined> {
    const memory = await tx.memory(id);
    if (memory === undefined) return undefined;
    const bytes = (await tx.experiences([id])).get(id);
    const compared = this.#compared(memory, await tx.judgements([id]), bytes);
    if (compared === undefined) return undefined;
    const { reckoned, ...counts } = compared;
    if (mend) {
      await tx.putQualities(new Map([[id, reckoned.quality]]));
      await tx.putExperiences(new Map([[id, experienceBytes(reckoned.experience)]]));
    }
    return { memory: id, text: memory.text.slice(0, HEAD), ...counts };
  }

  #compared(
    memory: Memory,
    judged: readonly Judgement[],
    bytes: Uint8Array | undefined,
  ): { stored: Counts; replayed: Counts; reckoned: Reckoned } | undefined {
    const now = this.#clock.now();
    const reckoned = reckonedAnew(memory, judged, this.#tokenizer, now);
    const again = { kind: memory.kind, quality: reckoned.quality };
    const strata = new Set(
      [memory.quality, reckoned.quality].flatMap((one) => Object.keys(one.strata ?? {})),
    );
    const sums = (one: Experience): Counts =>
      one.reduce((sum, t) => joined(sum, scaled(t, kept(memory.kind, now - t.at))), NONE);
    const same =
      [undefined, ...strata].every((stratum) =>
        alike(evidence(memory, now, stratum), evidence(again, now, stratum)),
      ) && alike(sums(experienceOf(bytes ?? new Uint8Array())), sums(reckoned.experience));
    if (same) return undefined;
    return { stored: evidence(memory, now), replayed: evidence(again, now), reckoned };
  }
}

function alike(one: Counts, other: Counts): boolean {
  return near(one.helped, other.helped) && near(one.harmed, other.harmed);
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= ROUNDING * Math.max(1, one, other);
}
