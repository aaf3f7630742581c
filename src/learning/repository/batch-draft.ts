import type { Edge, EdgeType } from '../../memory/edge';
import type { Entity } from '../../memory/entity';
import type { MemoryDraft } from '../../memory/memory';
import type { LearnProgress } from '../../protocol/engine-api';
import type { Counted, RepositoryBatch } from './repository-batch';

/** Gathers one batch after another; an entity is told once in a run, an edge once in a batch. */
export class BatchDraft {
  readonly #told = new Set<string>();
  #memories: MemoryDraft[] = [];
  #entities: Entity[] = [];
  #edges = new Map<string, Edge>();
  #counted: Counted = { memories: [], edges: [] };
  #commits = 0;
  #known = 0;

  /** Adds an entity unless it was told before, and gives its id. */
  entity(entity: Entity): string {
    if (!this.#told.has(entity.id)) {
      this.#told.add(entity.id);
      this.#entities.push(entity);
    }
    return entity.id;
  }

  /** Adds an edge; of two alike the heavier stays. No node has an edge to itself. */
  edge(from: string, type: EdgeType, to: string, weight: number): void {
    if (from === to) return;
    const key = `${from} ${type} ${to}`;
    const known = this.#edges.get(key);
    if (!known || known.weight < weight) this.#edges.set(key, { from, type, to, weight });
  }

  memory(draft: MemoryDraft): void {
    this.#memories.push(draft);
  }

  /** Adds an edge whose weight takes the place of an earlier run's. */
  countedEdge(edge: Edge): void {
    this.#counted.edges.push(edge);
  }

  /** Adds a memory whose text takes the place of an earlier run's. */
  countedMemory(draft: MemoryDraft): void {
    this.#counted.memories.push(draft);
  }

  countCommit(known: boolean): void {
    if (known) this.#known++;
    else this.#commits++;
  }

  /** Whether there is enough for a batch by memory's measure, whatever the commits are. */
  get isLarge(): boolean {
    return this.#edges.size + this.#entities.length > 20_000;
  }

  /** Hands over what was gathered and starts anew. */
  take(progress: LearnProgress): RepositoryBatch {
    const batch: RepositoryBatch = {
      memories: this.#memories,
      entities: this.#entities,
      edges: [...this.#edges.values()],
      counted: this.#counted,
      commits: this.#commits,
      known: this.#known,
      progress,
    };
    this.#memories = [];
    this.#entities = [];
    this.#edges = new Map();
    this.#counted = { memories: [], edges: [] };
    this.#commits = 0;
    this.#known = 0;
    return batch;
  }
}
