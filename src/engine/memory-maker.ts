import { initialQuality } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { Ids } from '../memory/ids';
import type { Memory, MemoryDraft } from '../memory/memory';
import { memoryIdOf } from '../memory/memory-id';

/** Makes memories of drafts: gives them an id, times and the quality that their provenance earns. */
export class MemoryMaker {
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(ids: Ids, clock: Clock) {
    this.#ids = ids;
    this.#clock = clock;
  }

  make(draft: MemoryDraft): Memory {
    const now = this.#clock.now();
    return {
      ...draft,
      id: draft.origin === undefined ? this.#ids.next('memory') : memoryIdOf(draft.origin),
      quality: initialQuality(draft.provenance, now),
      createdAt: now,
      updatedAt: now,
      revision: 0,
    };
  }
}
