import { again, mineCorrection } from '../learning/correction';
import { EVIDENCE_WEIGHTS } from '../learning/evidence-weights';
import { mineFix } from '../learning/fix';
import type { Mined } from '../learning/mined';
import { judge } from '../learning/outcome-judge';
import { worthProposing } from '../learning/proposal';
import { withOutcome } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { Exposure } from '../memory/exposure';
import type { Memory } from '../memory/memory';
import type { Signal } from '../memory/signal';
import type { Store } from '../store/store';
import { changeQualities } from './change-quality';
import type { MemoryMaker } from './memory-maker';

/** How far back a showing can have caused what is seen now, in milliseconds. */
const WINDOW = Math.max(...Object.values(EVIDENCE_WEIGHTS).map(({ within }) => within));
/** Memories of the same kind that a mined one is compared with. */
const ALIKE = 500;
/** Signals looked back on to make sense of a new one. */
const LATELY = 1000;

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
    const since = signal.at - WINDOW;
    const shown = await this.#withMemories(await this.#store.exposuresSince(signal.session, since));
    if (shown.length === 0) return;
    const lately = await this.#store.signals({ session: signal.session, since, limit: LATELY });
    const now = this.#clock.now();
    const outcomes = judge(signal, shown, now, lately);
    if (outcomes.length === 0) return;
    await this.#store.write(async (tx) => {
      await tx.addOutcomes(outcomes);
      const byMemory = Map.groupBy(outcomes, (outcome) => outcome.memory);
      await changeQualities(tx, [...byMemory.keys()], (quality, id) =>
        (byMemory.get(id) ?? []).reduce((sum, outcome) => withOutcome(sum, outcome, now), quality),
      );
    });
  }

  async #keep(mined: Mined): Promise<void> {
    const made = this.#maker.make(mined.draft);
    const alike = await this.#store.listMemories({
      ...(made.scope.repo !== undefined && { repo: made.scope.repo }),
      kinds: [made.kind],
      limit: ALIKE,
    });
    const kept = await this.#store.write(async (tx) => {
      const known = await tx.memory(made.id);
      if (known === undefined) {
        // One that was forgotten is passed over, and then nothing of it may come back.
        const [added] = await tx.addMemories([made], { actor: 'mneme', action: 'learn' });
        if (added === undefined) return undefined;
      } else {
        const raised = again(known, mined, this.#clock.now());
        // The same memory back: it rests on this evidence already.
        if (raised !== known) {
          await tx.putMemory(raised, { actor: 'mneme', action: 'learn', summary: 'Seen again' });
        }
      }
      await tx.addEntities(mined.about);
      await tx.addEdges(mined.edges(made.id));
      return tx.memory(made.id);
    });
    if (kept?.status === 'candidate' && worthProposing(mined, alike) !== undefined) {
      this.#propose(kept);
    }
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
