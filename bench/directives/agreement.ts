import { z } from 'zod';
import { FORCES, type Force } from '../../src/memory/directive';

/** A line of a rules file, read by hand. */
export const Label = z.object({
  file: z.string(),
  /** Counted from 1. */
  line: z.number().int().positive(),
  directive: z.boolean(),
  force: z.enum(FORCES).optional(),
});
export type Label = z.infer<typeof Label>;

/** How what was found agrees with labels. Shares are of 1; undefined where nothing is to be shared. */
export interface Agreement {
  labelled: number;
  /** Share of the labelled lines on which a directive was found that are directives. */
  precision: number | undefined;
  /** Share of the directives on whose line one was found. */
  recall: number | undefined;
  /** Share of those whose force was found too. */
  force: number | undefined;
}

/** Compares the force of the first directive found on each line, by `FILE:LINE`, with labels. */
export function agreementOf(
  labels: readonly Label[],
  found: ReadonlyMap<string, Force>,
): Agreement {
  const claimed = labels.filter((label) => found.has(placeOf(label)));
  const right = claimed.filter(({ directive }) => directive);
  const forceful = right.filter(({ force }) => force !== undefined);
  const same = forceful.filter((label) => found.get(placeOf(label)) === label.force);
  const wanted = labels.filter(({ directive }) => directive);
  return {
    labelled: labels.length,
    precision: share(right.length, claimed.length),
    recall: share(right.length, wanted.length),
    force: share(same.length, forceful.length),
  };
}

/** What names a line of a file. */
export function placeOf({ file, line }: { file: string; line: number }): string {
  return `${file}:${line}`;
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 1000) / 1000;
}
