import { z } from 'zod';
import { EDGE_TYPES } from './edge';
import { Memory } from './memory';

/** One step over the graph, as it was travelled. */
export const Hop = z.object({
  edge: z.enum(EDGE_TYPES),
  /** Whether the edge was followed against its direction. */
  reversed: z.boolean(),
  to: z.string(),
  /** The node's name or text, cut short. */
  label: z.string(),
});
export type Hop = z.infer<typeof Hop>;

export const REASON_PARTS = ['text', 'vector', 'graph', 'scope', 'quality', 'freshness'] as const;

/** One part of a score. The values of an item's reasons add up to its score. */
export const Reason = z.object({
  part: z.enum(REASON_PARTS),
  value: z.number(),
  /** In words: `shares "fetch", "retry"`, `about src/http.ts, 1 hop`. */
  words: z.string(),
  path: z.array(Hop).optional(),
  /** The node that `path` sets out from, by its id. */
  seed: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;

/** A memory that gave way to a newer one. */
export const Replaced = z.object({ memory: z.string(), text: z.string() });
export type Replaced = z.infer<typeof Replaced>;

export const PackItem = z.object({
  memory: Memory,
  /** Names this showing; a verdict on the item goes to it. */
  exposure: z.string(),
  rank: z.number().int().positive(),
  score: z.number(),
  tokens: z.number().int(),
  reasons: z.array(Reason),
  /** Memories that say the same and were folded into it, by their ids. */
  standsFor: z.array(z.string()).default([]),
  /** Memories whose place it takes, because it replaces or contradicts them. */
  replaces: z.array(Replaced).default([]),
});
export type PackItem = z.infer<typeof PackItem>;

/** Why a memory that came up was not put in, with how many; each is counted once. */
export const LeftOut = z.object({
  overBudget: z.number().int(),
  tooWeak: z.number().int(),
  outOfScope: z.number().int(),
  notActive: z.number().int(),
  /** Folded into another that says the same. */
  duplicate: z.number().int(),
  /** Gave way to another that replaces it or contradicts it and is the current one. */
  superseded: z.number().int(),
  /** In the assistant's conversation already. */
  shownAlready: z.number().int(),
  /** Known to mislead in situations like this one. */
  misleading: z.number().int().optional(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** The memories that fit a token budget, each with its reasons, and what was left out. */
export const Pack = z.object({
  receipt: z.string(),
  items: z.array(PackItem),
  leftOut: LeftOut,
  tokens: z.number().int(),
  /** The pack as an assistant is given it: delimited and labelled; empty when nothing fits. */
  rendered: z.string(),
  /** What it took, in milliseconds. */
  took: z.number(),
});
export type Pack = z.infer<typeof Pack>;
