import type { QueryWeight } from './task-query';
import type { Activation } from './spreading';
import type { Touch } from './touched-files';
import { WEIGHTS } from './weights';
import type { FoundByWords } from './word-search';

/** Why a memory came up, before it is weighed. Values are 0 to 1. */
export type Finding = {
  /** The match by words as a part of the best one's. */
  peak: number;
  /** How much of the query's own weight the match has; flattens, see `WEIGHTS.halfShare`. */
  share: number;
  /** Which part of the query's words it holds, the rare ones counting more. */
  coverage: number;
  /** How much of a query it really shares, 0 to 1 and above; tells what is relevant at all. */
  overlap: number;
  terms: readonly string[];
  /** The cosine. */
  vector: number;
  activation: Activation | undefined;
  /** What its neighbours in the order of things match of the query. */
  around: number;
  /** Which part of the question stands right beside it, and not in it. */
  context: number;
  /** What the question right before it matches of the query; 0 where none was put. */
  answers: number;
  /** What it has to do with the files of the task. */
  touch: Touch | undefined;
  /** The memory that it stands for because it replaces it. */
  replaces?: string;
};

export const NOTHING: Finding = {
  peak: 0,
  share: 0,
  coverage: 0,
  overlap: 0,
  terms: [],
  vector: 0,
  activation: undefined,
  around: 0,
  context: 0,
  answers: 0,
  touch: undefined,
};

/** What the hits of one query are worth, by id. */
export function findingsOf(
  hits: readonly FoundByWords[],
  { value, evidence }: QueryWeight,
): Map<string, Finding> {
  const most = hits.reduce((high, { text }) => Math.max(high, text?.share ?? 0), 0) || 1;
  const least = hits.reduce((low, { vector }) => Math.min(low, vector?.score ?? 1), 1);
  // What was not among the nearest is at most as near as the last of them.
  const unknown = least === 1 ? 0 : least;
  const findings = new Map<string, Finding>();
  for (const { id, text, vector } of hits) {
    const { share = 0, coverage = 0, terms = [] } = text ?? {};
    findings.set(id, {
      activation: undefined,
      around: 0,
      context: 0,
      answers: 0,
      touch: undefined,
      peak: (value * share) / most,
      share: (value * share) / (share + WEIGHTS.halfShare),
      coverage: value * coverage,
      overlap: evidence * Math.sqrt(coverage * share),
      terms,
      vector: evidence * Math.max(0, vector?.score ?? unknown),
    });
  }
  return findings;
}

/** Two findings of one memory: matches by words join like independent evidence, the rest by the best. */
export function joined(a: Finding, b: Finding): Finding {
  return {
    ...a,
    ...b,
    peak: Math.max(a.peak, b.peak),
    share: either(a.share, b.share),
    coverage: either(a.coverage, b.coverage),
    overlap: Math.max(a.overlap, b.overlap),
    terms: b.terms.length === 0 ? a.terms : [...new Set([...a.terms, ...b.terms])],
    vector: Math.max(a.vector, b.vector),
    activation:
      (a.activation?.energy ?? 0) >= (b.activation?.energy ?? 0) ? a.activation : b.activation,
    around: Math.max(a.around, b.around),
    context: Math.max(a.context, b.context),
    answers: Math.max(a.answers, b.answers),
    touch: (a.touch?.share ?? 0) >= (b.touch?.share ?? 0) ? a.touch : b.touch,
  };
}

/**
 * Whether there is enough to show it at all, however good or fresh it is.
 *
 * @param neglect how much it is broken lately, of a rule; see `RecallParts.neglect`
 */
export function isRelevant(finding: Finding, namesTheFile: boolean, neglect = 0): boolean {
  const { overlap, vector, vectorFloor, activation } = WEIGHTS.relevant;
  const energy = finding.activation?.energy ?? 0;
  const alike = Math.max(0, finding.vector - vectorFloor) / (1 - vectorFloor);
  const found = finding.overlap / overlap + alike / vector + energy / activation;
  return namesTheFile || found + WEIGHTS.neglect.evidence * neglect >= 1;
}

function either(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}
