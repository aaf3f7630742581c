import { z } from 'zod';

export const CLIENTS = ['editor', 'cli', 'mcp', 'hook'] as const;

/** One run of a client: an editor window from open to close, or one command. */
export const Session = z.object({
  id: z.string(),
  client: z.enum(CLIENTS),
  repo: z.string().optional(),
  startedAt: z.number(),
  endedAt: z.number().optional(),
});
export type Session = z.infer<typeof Session>;
