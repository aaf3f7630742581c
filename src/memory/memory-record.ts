import { z } from 'zod';
import { JournalEntry } from './journal';
import { Memory } from './memory';
import { Outcome, VERDICTS } from './outcome';
import { Tally } from './receipt';
import { Signal } from './signal';
import { DOORS } from './task';

/** Quality at one moment: mean and lower bound of "helps when shown", 0 to 1. */
const Rating = z.object({ mean: z.number(), lowerBound: z.number() });

/** How a memory has done: its quality over time, and each thing that this rests on. */
export const MemoryRecord = Rating.extend({
  memory: Memory,
  tally: Tally,
  /** From before the first outcome to now, in order; long ones are thinned. */
  curve: z.array(Rating.extend({ at: z.number() })),
  /** The newest first, each with those of its signals that are still kept. */
  outcomes: z.array(z.object({ outcome: Outcome, signals: z.array(Signal) })),
  /** The newest first. */
  showings: z.array(
    z.object({
      exposure: z.string(),
      receipt: z.string(),
      at: z.number(),
      door: z.enum(DOORS),
      /** What was asked, in words; empty where the place in the code was all there was. */
      sentence: z.string(),
      rank: z.number().int(),
      verdict: z.enum(VERDICTS),
    }),
  ),
  /** The newest first. */
  journal: z.array(JournalEntry),
});
export type MemoryRecord = z.infer<typeof MemoryRecord>;
