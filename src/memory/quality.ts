import { z } from 'zod';

const Count = z.object({ helped: z.number().min(0), harmed: z.number().min(0) });

/**
 * A Beta posterior over "helps when shown": `prior` pseudo-counts from provenance, plus evidence
 * from outcomes that fades. Counts are as of `at`; who reads them later must fade them first.
 */
export const Quality = z.object({
  prior: z.object({ helped: z.number().positive(), harmed: z.number().positive() }),
  helped: z.number().min(0),
  harmed: z.number().min(0),
  at: z.number(),
  /** How often it was shown at all, faded or not. */
  shown: z.number().int().min(0),
  /** Of `helped` and `harmed`, what came of each kind of work (see `stratumOf`). */
  strata: z.record(z.string(), Count).optional(),
  /** Harm up to this time counts no more: a person brought the memory back from quarantine then. */
  pardoned: z.number().optional(),
});
export type Quality = z.infer<typeof Quality>;
