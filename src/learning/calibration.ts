import type { Outcome, Verdict } from '../memory/outcome';
import { EVIDENCE_WEIGHTS, type EvidenceName, writtenWeight } from './evidence-weights';
import { isVerdict, standing } from './reckoning';

/** How often a kind of evidence said what a person said of the same showing, and how often not. */
export interface Agreement {
  readonly agreed: number;
  readonly disagreed: number;
}

/** By kind of evidence. */
export type Agreements = ReadonlyMap<EvidenceName, Agreement>;

/** The written weight is worth so many showings on which a person had a word. */
const WRITTEN_STRENGTH = 8;
/** A weight is corrected down to this factor, and up to that. */
const BOUNDS = { least: 0.25, most: 2 } as const;

/** Joins what was seen with what people said of the same showings. */
export function agreementsOf(outcomes: readonly Outcome[]): Agreements {
  const agreements = new Map<EvidenceName, Agreement>();
  const byShowing = Map.groupBy(
    standing(outcomes.map((outcome) => ({ outcome }))).map(({ outcome }) => outcome),
    ({ exposure }) => exposure,
  );
  for (const showing of byShowing.values()) {
    const said = showing.find(isVerdict)?.verdict;
    if (said === undefined) continue;
    // The same thing seen often on one showing is one thing.
    const seen = new Map(showing.map((one) => [`${one.evidence} ${one.verdict}`, one]));
    for (const { evidence, verdict } of seen.values()) {
      if (!isEvidence(evidence)) continue;
      const agrees = agreed(verdict, said);
      if (agrees === undefined) continue;
      const { agreed: yes = 0, disagreed: no = 0 } = agreements.get(evidence) ?? {};
      agreements.set(
        evidence,
        agrees ? { agreed: yes + 1, disagreed: no } : { agreed: yes, disagreed: no + 1 },
      );
    }
  }
  return agreements;
}

/** Whether two verdicts say the same; harmed and ignored are neither the same nor opposites. */
function agreed(one: Verdict, other: Verdict): boolean | undefined {
  if (one === 'unknown' || other === 'unknown') return undefined;
  if (one === other) return true;
  return one === 'helped' || other === 'helped' ? false : undefined;
}

/**
 * The weight of a kind of evidence, corrected by what people said. Evidence that agrees with them with
 * the chance q is worth 2q − 1, what it tells beyond a coin (Youden's J, 1950); so the written weight
 * w stands for the chance (1 + w) / 2, as the mean of a Beta prior, which agreements and disagreements
 * move.
 */
export function calibratedWeight(evidence: EvidenceName, agreements: Agreements): number {
  const written = writtenWeight(evidence);
  const { agreed: yes = 0, disagreed: no = 0 } = agreements.get(evidence) ?? {};
  const prior = (WRITTEN_STRENGTH * (1 + written)) / 2;
  const chance = (prior + yes) / (WRITTEN_STRENGTH + yes + no);
  const told = 2 * chance - 1;
  return Math.min(1, Math.max(BOUNDS.least * written, Math.min(BOUNDS.most * written, told)));
}

function isEvidence(name: string | undefined): name is EvidenceName {
  return name !== undefined && Object.hasOwn(EVIDENCE_WEIGHTS, name);
}
