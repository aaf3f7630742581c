import { again } from '../learning/correction';
import type { Mined } from '../learning/mined';
import { worthProposing } from '../learning/proposal';
import type { Clock } from '../memory/clock';
import { SEEN_AGAIN } from '../memory/journal';
import type { Memory } from '../memory/memory';
import { memoryIdOf } from '../memory/memory-id';
import type { Store, Writer } from '../store/store';
import type { MemoryMaker } from './memory-maker';

/** Memories of the same kind that a mined one is compared with. */
const ALIKE = 500;

/** Keeps what was mined: a new candidate, or more evidence for one that is known. */
export class MinedKeeper {
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

  /** @param replaces origins of mined memories that say the same in part, and give way */
  async keep(mined: Mined, replaces: readonly string[] = []): Promise<void> {
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
          await tx.putMemory(raised, { actor: 'mneme', action: 'learn', summary: SEEN_AGAIN });
        }
      }
      await tx.addEntities(mined.about);
      await tx.addEdges(mined.edges(made.id));
      for (const origin of replaces) await this.#supersede(tx, memoryIdOf(origin), made.id);
      return tx.memory(made.id);
    });
    // A fix is looked at again before anybody is told of it, see `fix-watch.ts`.
    if (kept?.status !== 'candidate' || kept.kind === 'fix') return;
    if (worthProposing(mined, alike) !== undefined) this.#propose(kept);
  }

  async #supersede(tx: Writer, id: string, by: string): Promise<void> {
    const memory = await tx.memory(id);
    if (memory?.status !== 'candidate' && memory?.status !== 'active') return;
    // The user's own word on it stands.
    if (memory.provenance.evidence.some(({ kind }) => kind === 'statement')) return;
    await tx.putMemory(
      { ...memory, status: 'superseded', updatedAt: this.#clock.now() },
      { actor: 'mneme', action: 'supersede', summary: 'Part of a longer workflow' },
    );
    await tx.addEdges([{ from: by, type: 'supersedes', to: id, weight: 1 }]);
  }
}
