import { z } from 'zod';

/** The endpoint that the user named for vectors; where there is none, no network is used at all. */
export const EmbeddingSettings = z.object({
  /** The address of an OpenAI-compatible service. */
  endpoint: z.string().min(1),
  model: z.string(),
  /** The length of its vectors; learned where it is not given. */
  dimensions: z.number().int().positive().optional(),
  key: z.string().min(1).optional(),
});
export type EmbeddingSettings = z.infer<typeof EmbeddingSettings>;
