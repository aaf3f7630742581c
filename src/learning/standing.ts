import type { Standing } from '../memory/standing';
import { betaQuantile, logBeta } from './beta-quantile';
import { boundOf, evidence, joined, scaled, without, type Counts, type Rated } from './quality';

/** What is known elsewhere counts as so many outcomes here, at most. */
const ELSEWHERE = 2;
/** Held back is what helps here less than half the time, with this certainty. */
const CERTAIN = 0.8;
/** A kind of work stands apart when its evidence is so many times likelier by a rate of its own. */
const APART = Math.log(3);
/** Harm of this much that is not outweighed has broken something. */
const BROKE = 0.5;

/**
 * How a memory stands, from the general to the particular; each level is the prior of the next:
 *
 * ```
 * who said so + what others of its kind and language did
 *   → what it did itself → in this kind of work, where that differs → in situations like this one
 * ```
 *
 * @param inherited from others of its kind, see `inherited`
 * @param here what came of it in situations like this one, see `livedThrough`
 */
export function standingOf(
  memory: Rated,
  inherited: Counts,
  stratum: string | undefined,
  here: Counts,
  now: number,
): Standing {
  const { prior } = memory.quality;
  const known = evidence(memory, now);
  const work = stratum === undefined ? undefined : evidence(memory, now, stratum);
  const general = inStratum(joined(prior, inherited), known, work);
  // Nobody is held back for what others of its kind did.
  const elsewhere = inStratum(prior, without(known, here), work && without(work, here));
  const local = joined(weakened(elsewhere), here);
  return {
    lowerBound: boundOf(general),
    here,
    heldBack: here.harmed > 0 && betaQuantile(CERTAIN, local.helped, local.harmed) < 0.5,
    broke: known.harmed - known.helped >= BROKE,
    draw: (random) => betaQuantile(random(), local.helped, local.harmed),
  };
}

/**
 * The posterior in one kind of work: that of all evidence, unless the evidence says that this kind
 * has a rate of its own (by the Bayes factor of two Beta-binomials against one; Kass & Raftery 1995).
 * Then what happened elsewhere is but a prior.
 */
function inStratum(prior: Counts, known: Counts, work: Counts | undefined): Counts {
  const all = joined(prior, known);
  if (work === undefined) return all;
  const others = joined(prior, without(known, work));
  const apart = logBetaOf(joined(prior, work)) + logBetaOf(others);
  const together = logBetaOf(prior) + logBetaOf(all);
  return apart - together > APART ? joined(weakened(others), work) : all;
}

function weakened(posterior: Counts): Counts {
  return scaled(posterior, Math.min(1, ELSEWHERE / (posterior.helped + posterior.harmed)));
}

function logBetaOf({ helped, harmed }: Counts): number {
  return logBeta(helped, harmed);
}
