import { z } from 'zod';
import { ProblemSchema } from './signal';

/** The ways by which a memory reaches somebody. */
export const DOORS = ['panel', 'tool', 'chat', 'mcp', 'hook', 'cli', 'file'] as const;
export type Door = (typeof DOORS)[number];

/** Doors of processes that have a session of their own, in whichever window their work is seen. */
export const OWN_PROCESS_DOORS = ['mcp', 'hook', 'cli', 'file'] as const satisfies readonly Door[];

/** Tokens that a pack may cost unless the asker says otherwise. */
export const DEFAULT_BUDGET = 1500;

/** What somebody is about to do: all that recall goes by. Every field may be missing. */
export const Task = z.object({
  /** The user's or the assistant's own words. */
  sentence: z.string().default(''),
  repo: z.string().optional(),
  /** Path within the repository, or absolute outside one. */
  file: z.string().optional(),
  /** Further files that it touches, as `file`. */
  files: z.array(z.string()).optional(),
  language: z.string().optional(),
  selection: z.string().optional(),
  /** The name of the function, class or the like around the cursor. */
  symbol: z.string().optional(),
  problems: z.array(ProblemSchema).default([]),
  branch: z.string().optional(),
  /** As things were known then: nothing learned or changed at that time or later. */
  asOf: z.number().optional(),
  budget: z.number().int().min(0).default(DEFAULT_BUDGET),
  door: z.enum(DOORS),
  /** Who asks, as far as known: `copilot`, `claude-code`, `user`. */
  assistant: z.string().default('user'),
  /**
   * Names the assistant's conversation, across engine sessions; without it the assistant has one
   * in each session. What it was given is not given again (see `recall/shown-before.ts`).
   */
  conversation: z.string().optional(),
  /**
   * What the conversation was given before this time is no longer in the assistant's context,
   * which was compacted or cleared then. Milliseconds since 1970.
   */
  contextSince: z.number().optional(),
  /** Give also what the conversation was given already. */
  again: z.boolean().optional(),
});
export type Task = z.infer<typeof Task>;
