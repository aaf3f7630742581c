import { z } from 'zod';
import { Memory } from './memory';

export const JOURNAL_ACTIONS = [
  'remember',
  'correct',
  'confirm',
  'quarantine',
  'archive',
  'restore',
  'supersede',
  'forget',
  'learn',
  'undo',
] as const;
export type JournalAction = (typeof JOURNAL_ACTIONS)[number];

/** What the journal says of a mined memory whose case came again. */
export const SEEN_AGAIN = 'Seen again';

/** One change to a memory, with what is needed to take it back. */
export const JournalEntry = z.object({
  id: z.string(),
  at: z.number(),
  /** Who did it: the user, or Mneme by itself. */
  actor: z.enum(['user', 'mneme', 'assistant']),
  action: z.enum(JOURNAL_ACTIONS),
  memory: z.string(),
  /** In words, as the user sees it. */
  summary: z.string(),
  /** The memory before; absent when it did not exist. */
  before: Memory.optional(),
  /**
   * The memory after; absent when it is gone, and where it was put in among many: then it is what
   * the next entry has as `before`, or what it still is.
   */
  after: Memory.optional(),
  /** The entry that took this one back. */
  undoneBy: z.string().optional(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;
