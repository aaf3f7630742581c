import type { Dice } from '../../bench/dice';

/** Puts values into an order by chance, in place (Fisher and Yates). */
export function shuffle<T>(values: T[], dice: Dice): T[] {
  for (let at = values.length - 1; at > 0; at--) {
    const other = dice.below(at + 1);
    [values[at], values[other]] = [values[other] as T, values[at] as T];
  }
  return values;
}
