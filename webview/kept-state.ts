import { z } from 'zod';

/** What outlives the panel being hidden: everything else comes back from the editor. */
export const KeptState = z.object({
  places: z.array(z.string()).max(100),
  at: z.number().int().min(-1),
  hidden: z.array(z.string()),
  closed: z.array(z.string()),
});
export type KeptState = z.infer<typeof KeptState>;

/** Reads kept state; whatever is unfit counts as none. */
export function readKept(raw: unknown): KeptState | undefined {
  const read = KeptState.safeParse(raw);
  return read.success && read.data.at < read.data.places.length ? read.data : undefined;
}
