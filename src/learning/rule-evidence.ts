import { HUMAN } from '../memory/compliance';
import type { Exposure } from '../memory/exposure';
import type { Outcome } from '../memory/outcome';
import { EVIDENCE_WEIGHTS, type EvidenceName, recency, writtenWeight } from './evidence-weights';

/** How a rule was kept in what somebody wrote just now. */
export interface RuleWork {
  /** `human`, or an assistant as in a task. */
  readonly author: string;
  readonly repo: string;
  readonly at: number;
  readonly broken: boolean;
  /** Whether there are places of which the detector says that they keep it, not only no breach. */
  readonly told: boolean;
}

/** Most code breaks most rules nowhere: no breach says this much less than a place that keeps one. */
const NO_BREACH = 0.25;

/**
 * What it says of a rule that its author kept or broke it, for the last showing before: shown and
 * kept, it helped; shown and broken, it was of no effect, which speaks against the showing and not
 * against the rule. `undefined` when it was not shown to the author lately, or was judged by such work
 * already.
 *
 * @param exposures of the rule, in any order
 * @param judged outcomes of these exposures
 */
export function ruleOutcome(
  { author, repo, at, broken, told }: RuleWork,
  exposures: readonly Exposure[],
  judged: readonly Outcome[],
  weightOf: (evidence: EvidenceName) => number = writtenWeight,
): Outcome | undefined {
  const evidence: EvidenceName = broken ? 'ruleBroken' : 'ruleKept';
  const asker = author === HUMAN ? 'user' : author;
  const shown = exposures
    .filter(({ task }) => task.assistant === asker && (task.repo ?? repo) === repo)
    .filter((one) => one.at <= at && at - one.at <= EVIDENCE_WEIGHTS[evidence].within)
    .sort((a, b) => b.at - a.at)[0];
  if (shown === undefined) return undefined;
  const known = judged.some((one) => one.exposure === shown.id && one.evidence === evidence);
  if (known) return undefined;
  return {
    exposure: shown.id,
    memory: shown.memory,
    verdict: broken ? 'ignored' : 'helped',
    weight: weightOf(evidence) * recency(at - shown.at) * (broken || told ? 1 : NO_BREACH),
    at,
    reason: broken
      ? 'It was shown, and what was written then breaks it.'
      : 'It was shown, and what was written then keeps it.',
    evidence,
    signals: [],
  };
}
