import type { Outcome } from '../memory/outcome';
import { betaQuantile } from './beta-quantile';
import { type Experience, helpsSomewhere } from './experience';
import { posterior, type Rated } from './quality';

/** A memory is held to do harm when it helps less than half the time, with this certainty. */
const CERTAIN = 0.98;
/** And it did so when it was shown at least so many times: one bad day is none. */
const LEAST_SHOWINGS = 3;

/** What speaks for keeping a memory back. */
export interface ClearHarm {
  readonly showings: number;
  /** What was said of it last. */
  readonly reason: string;
}

/** Whether a memory is to be looked at for clear harm: the evidence as it stands says so. */
export function seemsHarmful(memory: Rated, now: number): boolean {
  const { helped, harmed } = posterior(memory, now);
  return betaQuantile(CERTAIN, helped, harmed) < 0.5;
}

/**
 * Whether a memory has clearly done harm: by what came of it, and nowhere the other way round, since
 * what helps with one question and misleads in another is not for throwing away.
 *
 * @param outcomes those that stand, since somebody last said that it may be shown
 */
export function clearHarm(
  memory: Rated,
  outcomes: readonly Outcome[],
  experience: Experience,
  now: number,
): ClearHarm | undefined {
  const harms = outcomes.filter(({ verdict }) => verdict === 'harmed');
  const showings = new Set(harms.map(({ exposure }) => exposure)).size;
  const last = harms.at(-1);
  if (showings < LEAST_SHOWINGS || last === undefined) return undefined;
  if (!seemsHarmful(memory, now) || helpsSomewhere(experience, memory.kind, now)) return undefined;
  return { showings, reason: last.reason };
}
