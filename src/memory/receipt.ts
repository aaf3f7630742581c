import { z } from 'zod';
import { Memory } from './memory';
import { Outcome, VERDICTS } from './outcome';
import { LeftOut, Reason } from './pack';
import { CLIENTS } from './session';
import { Task } from './task';

/** Why a memory was among what was shown, as of then. */
export const Grounds = z.object({
  score: z.number(),
  tokens: z.number().int(),
  /** Values add up to the score. Ways over the graph are kept by ids and named when read. */
  reasons: z.array(Reason),
});
export type Grounds = z.infer<typeof Grounds>;

/** What one question was given as a whole. */
export const Given = z.object({
  /** Tokens of all that was given, marks and heading included. */
  tokens: z.number().int(),
  leftOut: LeftOut,
});
export type Given = z.infer<typeof Given>;

/**
 * How many showings came to which end. A showing's end is the person's own newest word on it, else
 * the verdict whose outcomes weigh most, else unknown.
 */
export const Tally = z.record(z.enum(VERDICTS), z.number().int());
export type Tally = z.infer<typeof Tally>;

const head = {
  id: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  session: z.string(),
  /** What ran the session, where that is still known. */
  client: z.enum(CLIENTS).optional(),
  task: Task,
  /** Missing for what was shown before this was kept. */
  tokens: z.number().int().optional(),
};

/** One showing of one or more memories, as a line in a list. */
export const ReceiptRow = z.object({ ...head, shown: z.number().int(), tally: Tally });
export type ReceiptRow = z.infer<typeof ReceiptRow>;

/** A memory on a receipt: what was said, why it was shown, and what came of it. */
export const ReceiptItem = z.object({
  exposure: z.string(),
  /** As it stands now. */
  memory: Memory,
  /** Its text as it was shown, which may have been corrected since. */
  said: z.string(),
  rank: z.number().int().positive(),
  /** See `Exposure`. */
  probability: z.number(),
  /** Missing for what was shown before it was kept. */
  grounds: Grounds.optional(),
  verdict: z.enum(VERDICTS),
  /** The newest first. */
  outcomes: z.array(Outcome),
});
export type ReceiptItem = z.infer<typeof ReceiptItem>;

/** All that is known of what was shown at once. Memories forgotten since are missing. */
export const Receipt = z.object({
  ...head,
  leftOut: LeftOut.optional(),
  /** By rank. */
  items: z.array(ReceiptItem),
});
export type Receipt = z.infer<typeof Receipt>;

/** Why one memory was shown: its receipt, and how the same question would be ranked now. */
export const Showing = z.object({
  receipt: Receipt,
  exposure: z.string(),
  /** The best first; `relevant` is what would be shown if there were room. */
  rivals: z.array(z.object({ memory: Memory, score: z.number(), relevant: z.boolean() })),
});
export type Showing = z.infer<typeof Showing>;
