import { again, mineCorrection } from '../learning/correction';
import { mineFix } from '../learning/fix';
import type { Mined } from '../learning/mined';
import { judge } from '../learning/outcome-judge';
import { withOutcome } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { Exposure } from '../memory/exposure';
import type { Memory } from '../memory/memory';
import type { Outcome } from '../memory/outcome';
import type { Signal } from '../memory/signal';
import type { Store } from '../store/store';
import type { MemoryMaker } from './memory-maker';

/** How far back a showing can have caused what is seen now. */
const EXPOSURE_WINDOW = 60 * 60 * 1000;

/** Takes signals in: stores them, judges what was shown by them, mines memories from them. */
export class Observer {
  readonly #store: Store;
  readonly #maker: MemoryMaker;
  readonly #clock: Clock;
  readonly #propose: (memory: Memory) => void;

  constructor(
    store: Store,
    maker: MemoryMaker,
    clock: Clock,
    /** Told of each memory that now waits for the user's word. */
    propose: (memory: Memory) => void,
  ) {
    this.#store = store;
    this.#maker = maker;
    this.#clock = clock;
    this.#propose = propose;
  }

  /** Idempotent by signal id. Returns how many were new. */
  async observe(signals: readonly Signal[]): Promise<number> {
    const fresh = await this.#store.write((tx) => tx.addSignals(signals));
    for (const signal of fresh) {
      await this.#learnFrom(signal);
      const mined = mine(signal);
      if (mined !== undefined) await this.#keep(mined);
    }
    return fresh.length;
  }

  async #learnFrom(signal: Signal): Promise<void> {
    const since = signal.at - EXPOSURE_WINDOW;
    const shown = await this.#withMemories(await this.#store.exposuresSince(signal.session, since));
    if (shown.length === 0) return;
    const now = this.#clock.now();
    const outcomes = judge(signal, shown, now);
    if (outcomes.length === 0) return;
    await this.#store.write(async (tx) => {
      await tx.addOutcomes(outcomes);
      for (const memory of touched(outcomes, shown)) {
        const quality = outcomes
          .filter((outcome) => outcome.memory === memory.id)
          .reduce((quality, outcome) => withOutcome(quality, outcome, now), memory.quality);
        await tx.putQuality(memory.id, quality);
      }
    });
  }

  async #keep(mined: Mined): Promise<void> {
    const made = this.#maker.make(mined.draft);
    const known = await this.#store.memory(made.id);
    await this.#store.write(async (tx) => {
      await tx.addEntities(mined.about);
      if (known === undefined) {
        await tx.addMemories([made], { actor: 'mneme', action: 'learn' });
      } else {
        await tx.putMemory(again(known, mined), {
          actor: 'mneme',
          action: 'learn',
          summary: 'Seen again',
        });
      }
      await tx.addEdges(mined.edges(made.id));
    });
    // A memory that was forgotten is passed over by the store, and is not proposed again.
    const kept = await this.#store.memory(made.id);
    if (kept?.status === 'candidate') this.#propose(kept);
  }

  async #withMemories(
    exposures: readonly Exposure[],
  ): Promise<{ exposure: Exposure; memory: Memory }[]> {
    const ids = [...new Set(exposures.map((exposure) => exposure.memory))];
    const memories = new Map(
      (await this.#store.memories(ids)).map((memory) => [memory.id, memory]),
    );
    return exposures.flatMap((exposure) => {
      const memory = memories.get(exposure.memory);
      return memory === undefined ? [] : [{ exposure, memory }];
    });
  }
}

function mine(signal: Signal): Mined | undefined {
  if (signal.kind === 'rewritten') return mineCorrection(signal);
  if (signal.kind === 'diagnostic' && signal.change === 'cured') return mineFix(signal);
  return undefined;
}

function touched(outcomes: readonly Outcome[], shown: readonly { memory: Memory }[]): Memory[] {
  const ids = new Set(outcomes.map((outcome) => outcome.memory));
  const byId = new Map(shown.map(({ memory }) => [memory.id, memory]));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}
