import type { Edge } from '../memory/edge';
import type { Entity } from '../memory/entity';
import type { MemoryDraft } from '../memory/memory';

/** A memory made from what was seen, what it is about, and how it hangs together with that. */
export interface Mined {
  readonly draft: MemoryDraft;
  readonly about: Entity[];
  /** The edges, once the memory has its id. */
  readonly edges: (memoryId: string) => Edge[];
}
