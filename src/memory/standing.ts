import type { Random } from './random';

/** How a memory stands for a task, by what came of it so far. */
export interface Standing {
  /** The chance that it helps in this kind of work, at its cautious end, 0 to 1. */
  readonly lowerBound: number;
  /** What came of it in situations like this one, as numbers of outcomes. */
  readonly here: { readonly helped: number; readonly harmed: number };
  /** Whether it is known to mislead in such situations. */
  readonly heldBack: boolean;
  /** Whether it broke something: then it is not tried out on anybody. */
  readonly broke: boolean;
  /** Draws a chance that it helps here, by what is believed of it (Thompson's sampling). */
  draw(random: Random): number;
}
