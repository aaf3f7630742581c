import { Dice, seedOf } from '../dice';
import { shuffled, type World } from './world';

/** Of all outcomes: those that nobody ever hears of, and of the others those that are wrong. */
const MISSING = 0.6;
const WRONG = 0.2;
/** An outcome comes after one to so many further questions: up to two days. */
const LATEST = 96;
/** Milliseconds from one question to the next. */
export const BETWEEN = 30 * 60 * 1000;

/** A question being asked, in one of its wordings. */
export interface Interaction {
  readonly at: number;
  readonly asked: number;
  readonly wording: number;
}

/** What is told of one memory that was shown. */
export interface Told {
  /** The interaction before which it is told. */
  readonly due: number;
  readonly helped: boolean;
}

/** Each question so many times, in an order by chance; half the time in its own words. */
export function drawStream(world: World, recurrences: number, seed: number): Interaction[] {
  const dice = new Dice(seedOf(seed, 2));
  const all = world.asked.flatMap((_, asked) => Array<number>(recurrences).fill(asked));
  return shuffled(all, dice).map((asked, at) => {
    const wordings = world.asked[asked]?.wordings.length ?? 1;
    return { at, asked, wording: dice.chance(0.5) ? 0 : dice.between(1, wordings - 1) };
  });
}

/** What comes of showing a memory; the same whoever shows it. `undefined`: nothing is heard. */
export function outcomeOf(
  seed: number,
  interaction: number,
  item: string,
  relevant: boolean,
): Told | undefined {
  const dice = new Dice(seedOf(seed, 3, interaction, hashed(item)));
  if (dice.chance(MISSING)) return undefined;
  const helped = dice.chance(WRONG) ? !relevant : relevant;
  return { due: interaction + dice.between(1, LATEST), helped };
}

function hashed(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
