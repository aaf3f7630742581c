import type { Memory } from '../memory/memory';
import type { Outcome, Verdict } from '../memory/outcome';
import type { Provenance, Source } from '../memory/provenance';
import type { Quality } from '../memory/quality';
import { betaQuantile } from './beta-quantile';
import { kept } from './evidence-half-life';

/** What of a memory its quality is reckoned by. */
export type Rated = Pick<Memory, 'kind' | 'quality'>;

/** Pseudo-counts or counts, of what helped and what harmed. */
export interface Counts {
  readonly helped: number;
  readonly harmed: number;
}

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

/** Kinds of work that a memory keeps evidence of; of more, the later ones count overall alone. */
const MOST_STRATA = 16;

/**
 * How much an outcome of full weight moves each side. Being ignored is no proof against a memory
 * (an assistant may pass over what is right), yet it cost its tokens: a tenth of a harm.
 */
const MOVES: Readonly<Record<Verdict, Counts>> = {
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

/** How far an outcome moves each side, its weight reckoned in. */
export function moves({ verdict, weight }: Pick<Outcome, 'verdict' | 'weight'>): Counts {
  const full = MOVES[verdict];
  return { helped: full.helped * weight, harmed: full.harmed * weight };
}

/**
 * The quality after one more outcome. Evidence is faded to the later of the two times, so outcomes
 * may come in any order, and those that reach us late count as if they had come in time. An outcome
 * dated after `now` (another machine's clock) counts as of now.
 *
 * @param stratum the kind of work that it came of, see `stratumOf`
 */
export function withOutcome(
  { kind, quality }: Rated,
  outcome: Pick<Outcome, 'verdict' | 'weight' | 'at'>,
  now: number,
  stratum?: string,
): Quality {
  const happened = Math.min(outcome.at, now);
  const at = Math.max(quality.at, happened);
  const before = kept(kind, at - quality.at);
  const moved = scaled(moves(outcome), kept(kind, at - happened));
  const strata = withStratum(quality.strata ?? {}, moved, before, stratum);
  return {
    ...quality,
    ...joined(scaled(quality, before), moved),
    at,
    ...(Object.keys(strata).length > 0 && { strata }),
  };
}

function withStratum(
  strata: Readonly<Record<string, Counts>>,
  moved: Counts,
  before: number,
  stratum: string | undefined,
): Record<string, Counts> {
  const faded = Object.fromEntries(
    Object.entries(strata).map(([name, counts]) => [name, scaled(counts, before)]),
  );
  if (stratum === undefined || moved.helped + moved.harmed === 0) return faded;
  const own = faded[stratum];
  if (own === undefined && Object.keys(faded).length >= MOST_STRATA) return faded;
  return { ...faded, [stratum]: joined(own ?? NONE, moved) };
}

/** What came of a memory, in all or in one kind of work, faded to `now`. */
export function evidence({ kind, quality }: Rated, now: number, stratum?: string): Counts {
  const counts = stratum === undefined ? quality : quality.strata?.[stratum];
  return scaled(counts ?? NONE, kept(kind, now - quality.at));
}

/** The posterior Beta(helped, harmed) as it stands at `now`, its evidence faded. */
export function posterior(memory: Rated, now: number): Counts {
  return joined(memory.quality.prior, evidence(memory, now));
}

/** The quality of a memory whose outcomes are gone: what they added up to is its prior from now on. */
export function settled(memory: Rated, now: number): Quality {
  const { shown } = memory.quality;
  return { prior: posterior(memory, now), helped: 0, harmed: 0, at: now, shown };
}

/** The expected chance, 0 to 1, that the memory helps when it is shown. */
export function mean(memory: Rated, now: number): number {
  return meanOf(posterior(memory, now));
}

/** The chance, 0 to 1, that the memory helps when shown, at its cautious end; what ranks. */
export function lowerBound(memory: Rated, now: number): number {
  return boundOf(posterior(memory, now));
}

/** The mean of a Beta posterior. */
export function meanOf({ helped, harmed }: Counts): number {
  return helped / (helped + harmed);
}

/** The cautious end of a Beta posterior. */
export function boundOf({ helped, harmed }: Counts): number {
  return betaQuantile(LOWER_BOUND_CHANCE, helped, harmed);
}

export const NONE: Counts = { helped: 0, harmed: 0 };

export function joined(one: Counts, other: Counts): Counts {
  return { helped: one.helped + other.helped, harmed: one.harmed + other.harmed };
}

/** What is left of the first without the second; never below 0, whatever rounding did. */
export function without(all: Counts, part: Counts): Counts {
  return {
    helped: Math.max(0, all.helped - part.helped),
    harmed: Math.max(0, all.harmed - part.harmed),
  };
}

export function scaled({ helped, harmed }: Counts, by: number): Counts {
  return { helped: helped * by, harmed: harmed * by };
}
