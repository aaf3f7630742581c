import type { EvidenceName } from '../learning/evidence-weights';
import { ruleOutcome } from '../learning/rule-evidence';
import type { Clock } from '../memory/clock';
import type { Outcome } from '../memory/outcome';
import type { Store } from '../store/store';
import type { Counted } from './compliance-recorder';

/** Showings and outcomes of a rule that are looked through, the newest. */
const LATELY = 50;

/** Has it entered as evidence when a rule was shown and then kept or broken. */
export class RuleEvidenceRecorder {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #enter: (outcomes: readonly Outcome[]) => Promise<unknown>;
  readonly #weightOf: (evidence: EvidenceName) => number;

  constructor(
    store: Store,
    clock: Clock,
    enter: (outcomes: readonly Outcome[]) => Promise<unknown>,
    weightOf: (evidence: EvidenceName) => number,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#enter = enter;
    this.#weightOf = weightOf;
  }

  async record(
    { author, repo }: { author: string; repo: string },
    counted: readonly Counted[],
  ): Promise<void> {
    const at = this.#clock.now();
    const outcomes: Outcome[] = [];
    for (const [rule, looks] of Map.groupBy(counted, (one) => one.rule)) {
      const broken = looks.some((look) => look.broken > 0);
      if (!broken && !looks.some((look) => look.kept > 0)) continue;
      const exposures = await this.#store.exposuresOf(rule, LATELY);
      if (exposures.length === 0) continue;
      const judged = await this.#store.outcomesOf(rule, LATELY);
      const told = looks.some((look) => look.told && look.kept > 0);
      const work = { author, repo, at, broken, told };
      outcomes.push(...[ruleOutcome(work, exposures, judged, this.#weightOf) ?? []].flat());
    }
    if (outcomes.length > 0) await this.#enter(outcomes);
  }
}
