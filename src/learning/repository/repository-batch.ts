import type { Edge } from '../../memory/edge';
import type { Entity } from '../../memory/entity';
import type { MemoryDraft } from '../../memory/memory';
import type { LearnProgress } from '../../protocol/engine-api';

/** Files that change together, as edges and, where it is strong, in words. */
export interface Counted {
  /** Their `origin` stays, their text changes with the numbers. */
  memories: MemoryDraft[];
  edges: Edge[];
}

/**
 * A piece of what a repository teaches. The batches of one run together are the whole; every edge's
 * ends stand in its own batch or an earlier one (or in the store, from an earlier run).
 */
export interface RepositoryBatch {
  /** Each with its `origin`, so that `memoryIdOf(origin)` is its id and learning twice stores once. */
  memories: MemoryDraft[];
  entities: Entity[];
  edges: Edge[];
  /** What was counted over all of history: its numbers take the place of those of earlier runs. */
  counted: Counted;
  /** Commits in this batch that were read for the first time. */
  commits: number;
  /** Commits in this batch that were known from before. */
  known: number;
  progress: LearnProgress;
  /** In the last batch: the commit up to which the repository is now learned; keep it as `since`. */
  head?: string;
  /** In the last batch: the instruction files that were read, as paths in the repository. */
  instructionFiles?: string[];
}
