import type { Outcome, Verdict } from '../memory/outcome';
import type { Provenance, Source } from '../memory/provenance';
import type { Quality } from '../memory/quality';
import { betaQuantile } from './beta-quantile';

/**
 * Evidence counts half after this many milliseconds: 60 days, about the time in which a living
 * code base changes what it calls right. The prior, which is who said so, does not fade.
 */
export const HALF_LIFE = 60 * 24 * 60 * 60 * 1000;

/** The lower bound is the value that the quality falls below one time in five. */
const LOWER_BOUND_CHANCE = 0.2;

/**
 * How many outcomes the word of each source is worth. The user's own word stands against a few
 * mishaps; what was mined or written by an assistant must earn its place soon.
 */
const PRIOR_STRENGTH: Readonly<Record<Source, number>> = {
  user: 4,
  imported: 2,
  mined: 2,
  assistant: 1.5,
};

/** What a further piece of evidence for the same thing adds to the prior, for so many at most. */
const SEEN_AGAIN = { each: 0.5, most: 4 } as const;

/** A prior with certainty on either side could never be moved off it. */
const MOST_TRUST = 0.95;

/**
 * How much an outcome of full weight moves each side. Being ignored is no proof against a memory
 * (an assistant may pass over what is right), yet it cost its tokens: a tenth of a harm.
 */
const MOVES: Readonly<Record<Verdict, { readonly helped: number; readonly harmed: number }>> = {
  helped: { helped: 1, harmed: 0 },
  harmed: { helped: 0, harmed: 1 },
  ignored: { helped: 0, harmed: 0.1 },
  unknown: { helped: 0, harmed: 0 },
};

/** The quality of a memory that nobody was shown yet: a prior from who said so and how often. */
export function initialQuality(provenance: Provenance, now: number): Quality {
  const trust = Math.min(Math.max(provenance.trust, 1 - MOST_TRUST), MOST_TRUST);
  const strength = PRIOR_STRENGTH[provenance.source];
  const again = Math.min(Math.max(provenance.evidence.length - 1, 0), SEEN_AGAIN.most);
  return {
    prior: {
      helped: strength * trust + SEEN_AGAIN.each * again,
      harmed: strength * (1 - trust),
    },
    helped: 0,
    harmed: 0,
    at: now,
    shown: 0,
  };
}

/**
 * The quality after one more outcome. Evidence is faded to the later of the two times, so outcomes
 * may come in any order, and those that reach us late count as if they had come in time. An outcome
 * dated after `now` (another machine's clock) counts as of now.
 */
export function withOutcome(quality: Quality, outcome: Outcome, now: number): Quality {
  const moves = MOVES[outcome.verdict];
  const happened = Math.min(outcome.at, now);
  const at = Math.max(quality.at, happened);
  const stored = fading(at - quality.at);
  const added = outcome.weight * fading(at - happened);
  return {
    ...quality,
    helped: quality.helped * stored + moves.helped * added,
    harmed: quality.harmed * stored + moves.harmed * added,
    at,
  };
}

/** The quality after the memory was shown once more, whatever comes of it. */
export function withExposure(quality: Quality): Quality {
  return { ...quality, shown: quality.shown + 1 };
}

/** The posterior Beta(helped, harmed) as it stands at `now`, its evidence faded. */
export function posterior(quality: Quality, now: number): { helped: number; harmed: number } {
  const kept = fading(now - quality.at);
  return {
    helped: quality.prior.helped + quality.helped * kept,
    harmed: quality.prior.harmed + quality.harmed * kept,
  };
}

/** The expected chance, 0 to 1, that the memory helps when it is shown. */
export function mean(quality: Quality, now: number): number {
  const { helped, harmed } = posterior(quality, now);
  return helped / (helped + harmed);
}

/** The chance, 0 to 1, that the memory helps when shown, at its cautious end; what ranks. */
export function lowerBound(quality: Quality, now: number): number {
  const { helped, harmed } = posterior(quality, now);
  return betaQuantile(LOWER_BOUND_CHANCE, helped, harmed);
}

function fading(milliseconds: number): number {
  return milliseconds <= 0 ? 1 : 2 ** (-milliseconds / HALF_LIFE);
}
