import type { Activation } from './spreading';
import type { FoundByWords } from './word-search';
import type { QueryWeight } from './task-query';
import { WEIGHTS } from './weights';

/** Why a memory came up, before it is weighed. Values are 0 to 1. */
export type Finding = {
  text: number;
  /** How much of a query it really shares, 0 to 1 and above; tells what is relevant at all. */
  overlap: number;
  terms: ReadonlySet<string>;
  vector: number;
  activation: Activation | undefined;
  /** The memory that it stands for because it replaces it. */
  replaces?: string;
};

export const NOTHING: Finding = {
  text: 0,
  overlap: 0,
  terms: new Set(),
  vector: 0,
  activation: undefined,
};

/** What one query's hit is worth. */
export function findingOf(hit: FoundByWords, { value, evidence }: QueryWeight): Finding {
  const { share = 0, coverage = 0, terms = [] } = hit.text ?? {};
  const { halfShare, vectorFloor } = WEIGHTS;
  return {
    text: (value * share) / (share + halfShare),
    overlap: evidence * Math.sqrt(coverage * share),
    terms: new Set(terms),
    vector: evidence * Math.max(0, ((hit.vector?.score ?? 0) - vectorFloor) / (1 - vectorFloor)),
    activation: undefined,
  };
}

/** Two findings of one memory: text values join like independent evidence, the rest by the best. */
export function joined(a: Finding, b: Finding): Finding {
  return {
    ...a,
    ...b,
    text: 1 - (1 - a.text) * (1 - b.text),
    overlap: Math.max(a.overlap, b.overlap),
    terms: new Set([...a.terms, ...b.terms]),
    vector: Math.max(a.vector, b.vector),
    activation:
      (a.activation?.energy ?? 0) >= (b.activation?.energy ?? 0) ? a.activation : b.activation,
  };
}

/** Whether there is enough to show it at all, however good or fresh it is. */
export function isRelevant(finding: Finding, namesTheFile: boolean): boolean {
  const { overlap, vector, activation } = WEIGHTS.relevant;
  const energy = finding.activation?.energy ?? 0;
  return (
    namesTheFile || finding.overlap / overlap + finding.vector / vector + energy / activation >= 1
  );
}
