import { z } from 'zod';
import { Edge } from '../memory/edge';
import { Entity } from '../memory/entity';
import { Exposure } from '../memory/exposure';
import { JournalEntry } from '../memory/journal';
import { LearningReport } from '../memory/learning-report';
import { Memory, MEMORY_KINDS, MemoryDraft, MemoryPatch, STATUSES } from '../memory/memory';
import { MemoryRecord } from '../memory/memory-record';
import { Outcome, VERDICTS } from '../memory/outcome';
import { Pack } from '../memory/pack';
import { Receipt, ReceiptRow, Showing } from '../memory/receipt';
import { ReplayReport } from '../memory/replay-report';
import { Signal, SIGNAL_KINDS } from '../memory/signal';
import { Task } from '../memory/task';
import { RULE_METHODS } from './rule-methods';

/** Raised by one with every change to what follows; both ends must speak the same. */
export const PROTOCOL_VERSION = 4;

/** A memory and its neighbourhood, or an entity and its own. */
export const GraphSlice = z.object({
  centre: z.string(),
  memories: z.array(Memory),
  entities: z.array(Entity),
  edges: z.array(Edge),
  /** Nodes that stand in the neighbourhood and were left out for room. */
  more: z.number().int(),
  /** Quality now of its memories, by id: a ring is drawn only around what is rated. */
  ratings: z.record(z.string(), z.object({ mean: z.number(), lowerBound: z.number() })).optional(),
});
export type GraphSlice = z.infer<typeof GraphSlice>;

/** All that the card of a memory shows. */
export const MemoryCard = z.object({
  memory: Memory,
  /** Quality now: mean and lower bound of "helps when shown", 0 to 1. */
  mean: z.number(),
  lowerBound: z.number(),
  exposures: z.array(Exposure),
  outcomes: z.array(Outcome),
  journal: z.array(JournalEntry),
});
export type MemoryCard = z.infer<typeof MemoryCard>;

/** A memory in a list, with the quality that ranks it. */
export const MemoryRow = z.object({ memory: Memory, lowerBound: z.number(), mean: z.number() });
export type MemoryRow = z.infer<typeof MemoryRow>;

/** What learning from a repository came to. */
export const LearnReport = z.object({
  repo: z.string(),
  commits: z.number().int(),
  /** Commits that were known already. */
  known: z.number().int(),
  memories: z.record(z.string(), z.number().int()),
  entities: z.record(z.string(), z.number().int()),
  edges: z.record(z.string(), z.number().int()),
  instructionFiles: z.array(z.string()),
  seconds: z.number(),
  cancelled: z.boolean(),
});
export type LearnReport = z.infer<typeof LearnReport>;

export const LearnProgress = z.object({
  /** `files`: those that a detector was tried on. */
  stage: z.enum(['history', 'instructions', 'graph', 'index', 'files']),
  done: z.number(),
  total: z.number(),
});
export type LearnProgress = z.infer<typeof LearnProgress>;

/** How the engine is. */
export const EngineStatus = z.object({
  version: z.string(),
  database: z.string(),
  revision: z.number().int(),
  memories: z.number().int(),
  candidates: z.number().int(),
  entities: z.number().int(),
  edges: z.number().int(),
  signals: z.number().int(),
  /** Share of the store that the index holds by now, 0 to 1. */
  indexed: z.number(),
  pid: z.number().int(),
  /** Resident memory and JS heap of the engine's process, in bytes. */
  rss: z.number(),
  heap: z.number(),
  /** The endpoint that the user named for vectors; absent where there is none. */
  embeddings: z
    .object({
      embedder: z.string(),
      /** Memories whose vectors are looked after, of all; the index answers by words meanwhile. */
      done: z.number().int(),
      total: z.number().int(),
      /** Why there are none at the moment, and what to do. */
      trouble: z.string().optional(),
    })
    .optional(),
});
export type EngineStatus = z.infer<typeof EngineStatus>;

const id = z.object({ id: z.string() });
/** Who says so: a person, or an assistant by itself. */
const Speaker = z.enum(['user', 'assistant']).default('user');
const nothing = z.object({});

/**
 * The one table of what the engine does: every client (editor, CLI, webview by way of the editor)
 * speaks these and nothing else. Both ends parse.
 */
export const METHODS = {
  status: { params: nothing, result: EngineStatus },

  remember: { params: MemoryDraft.extend({ about: z.array(Entity).default([]) }), result: Memory },
  correct: { params: id.extend({ patch: MemoryPatch, by: Speaker }), result: Memory },
  /** The user says that it is so: active, and a strong word for its quality. */
  confirm: { params: id, result: Memory },
  /** Removes it completely; `undo` can bring it back only until this engine ends. */
  forget: { params: id, result: z.object({ entry: z.string() }) },
  /** Takes one journal entry back, or the newest that is not Mneme's own and stands yet. */
  undo: { params: z.object({ entry: z.string().optional() }), result: JournalEntry.nullable() },

  list: {
    params: z.object({
      repo: z.string().optional(),
      kinds: z.array(z.enum(MEMORY_KINDS)).optional(),
      statuses: z.array(z.enum(STATUSES)).optional(),
      limit: z.number().int().positive().max(10_000).default(1000),
    }),
    result: z.array(MemoryRow),
  },
  card: { params: id, result: MemoryCard.nullable() },
  /** Finds by words alone; for pick lists. */
  find: {
    params: z.object({ text: z.string(), limit: z.number().int().positive().default(20) }),
    result: z.array(MemoryRow),
  },
  neighbourhood: {
    params: id.extend({
      hops: z.number().int().min(1).max(3).default(1),
      limit: z.number().int().positive().max(300).default(60),
    }),
    result: GraphSlice.nullable(),
  },
  /** The entity for a path in a repository, as the start of a graph. */
  entityOf: {
    params: Entity.pick({ kind: true, name: true, repo: true }),
    result: Entity.nullable(),
  },

  recall: { params: Task, result: Pack },
  /** What was shown at once, the newest first; `before` is the id of the last of the page before. */
  receipts: {
    params: z.object({
      limit: z.number().int().positive().max(500).default(50),
      before: z.string().optional(),
      repo: z.string().optional(),
    }),
    result: z.array(ReceiptRow),
  },
  receipt: { params: id, result: Receipt.nullable() },
  /** Why a memory was shown: all of its receipt, and how its question would be ranked now. */
  why: { params: z.object({ exposure: z.string() }), result: Showing.nullable() },
  /** How a memory has done, and what that rests on. */
  record: { params: id, result: MemoryRecord.nullable() },
  /** What learning came to in the last days. */
  report: {
    params: z.object({ days: z.number().int().positive().max(3660).default(7) }),
    result: LearningReport,
  },
  /** Reckons all qualities from the outcomes in the store, and says which differ. */
  replay: { params: z.object({ mend: z.boolean().default(false) }), result: ReplayReport },
  verdict: {
    params: z.object({ exposure: z.string(), verdict: z.enum(VERDICTS), by: Speaker }),
    result: MemoryRow,
  },

  /** A conversation's context was compacted or cleared: what it was given may be given again. */
  contextLost: { params: z.object({ conversation: z.string() }), result: nothing },
  /** A known fix was put before the user unasked; `signal` tells of the problem. */
  fixShown: {
    params: z.object({ memory: z.string(), signal: Signal }),
    result: z.object({ exposure: z.string() }),
  },

  /** Idempotent by signal id: what was not answered may be sent again. */
  observe: {
    params: z.object({ signals: z.array(Signal) }),
    result: z.object({ stored: z.number().int() }),
  },
  /** The newest signals or, for words, those that speak of them, the best first. */
  activity: {
    params: z.object({
      limit: z.number().int().positive().max(1000).default(200),
      repo: z.string().optional(),
      /** Of these kinds alone; not for words. */
      kinds: z.array(z.enum(SIGNAL_KINDS)).optional(),
      text: z.string().min(1).optional(),
    }),
    result: z.array(Signal),
  },

  /**
   * Which repository a folder belongs to: the key that scopes use, the absolute root without
   * symbolic links, and the folder's path within it with forward slashes (empty for the root).
   */
  repositoryOf: {
    params: z.object({ folder: z.string() }),
    result: z.object({ repo: z.string(), root: z.string(), git: z.boolean(), path: z.string() }),
  },
  /** Makes memories and graph of a repository's history and instruction files; reports progress. */
  learn: { params: z.object({ folder: z.string() }), result: LearnReport },

  ...RULE_METHODS,
} as const;

export type Method = keyof typeof METHODS;
/** What a caller passes: defaults may be left out. */
export type Params<M extends Method> = z.input<(typeof METHODS)[M]['params']>;
/** What the engine receives: parsed, defaults filled in. */
export type Parsed<M extends Method> = z.output<(typeof METHODS)[M]['params']>;
export type Result<M extends Method> = z.output<(typeof METHODS)[M]['result']>;

/** How a call may be watched and called off. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: LearnProgress) => void) | undefined;
}

/** The engine as its clients see it, wherever it runs. */
export interface EngineClient {
  call<M extends Method>(method: M, params: Params<M>, options?: CallOptions): Promise<Result<M>>;
  /** Hears of changes, this client's own and those of other processes; returns how to stop. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
}

/** What the engine tells without being asked. */
export const EngineEvent = z.discriminatedUnion('kind', [
  /** Something in the store changed, here or in another process. */
  z.object({
    kind: z.literal('changed'),
    revision: z.number().int(),
    /** Memories touched; empty with `many` set when there were too many to name. */
    memories: z.array(z.string()),
    many: z.boolean(),
    /** Whether new signals came. */
    signals: z.boolean(),
  }),
  /** A memory was mined and waits for the user's word. */
  z.object({ kind: z.literal('proposed'), memory: Memory }),
  /** Mneme took a memory out of use, since it did clear harm. */
  z.object({ kind: z.literal('quarantined'), memory: Memory, reason: z.string() }),
  /** What is checked changed: a detector, a pause or a place that a rule was overruled at. */
  z.object({ kind: z.literal('rulesChanged') }),
  /** A detector was slow or failed and was switched off. */
  z.object({ kind: z.literal('detectorOff'), memory: Memory, reason: z.string() }),
  /** A problem came up whose cure is known; `signal` tells of it. */
  z.object({ kind: z.literal('fixKnown'), memory: Memory, signal: Signal }),
  /** Vectors of memories come from the endpoint: those of so many are there, of so many. */
  z.object({ kind: z.literal('embedding'), done: z.number().int(), total: z.number().int() }),
  /** The engine died and was started again. */
  z.object({ kind: z.literal('restarted') }),
]);
export type EngineEvent = z.infer<typeof EngineEvent>;
