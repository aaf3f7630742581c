import { z } from 'zod';
import { Task } from './task';

/**
 * How long what a conversation was given is taken to be in its context still, in milliseconds: it is
 * not shown again meanwhile, and what it leads to is its doing.
 */
export const IN_CONTEXT = 2 * 60 * 60 * 1000;

/** Memory X was shown to assistant Y in context Z at rank r with probability p. */
export const Exposure = z.object({
  id: z.string(),
  /** Shared by all that was shown at once. */
  receipt: z.string(),
  memory: z.string(),
  session: z.string(),
  at: z.number(),
  task: Task,
  /** Counted from 1. */
  rank: z.number().int().positive(),
  /** The chance, when it was drawn, that it would be shown at this rank; 1 where nothing was drawn. */
  probability: z.number().min(0).max(1),
});
export type Exposure = z.infer<typeof Exposure>;
