import type { Clock } from '../memory/clock';
import type { Compliance, ComplianceWeek } from '../memory/compliance';
import type { Memory } from '../memory/memory';
import type { RulePause, RuleRow } from '../memory/rule-row';
import type { Parsed } from '../protocol/engine-api';
import { askOf, UNUSED } from '../rules/asking';
import { contradictions } from '../rules/contradiction';
import { precision } from '../rules/precision';
import { dayOf, type Overrule, type RuleSum, type Store } from '../store/store';

/** Rules that are listed. */
const LISTED = 5000;
const KINDS = ['rule', 'preference', 'correction'] as const;
/** Days of a week, and milliseconds of a day. */
const WEEK = 7;
const DAY = 24 * 60 * 60 * 1000;

/** Tells which rules there are, and how they have been kept. */
export class RuleReader {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The newest first. */
  async rules({ repo }: Parsed<'rules'>): Promise<RuleRow[]> {
    const { rules: held } = this.#store;
    const [listed, pauses, sums, overrules] = await Promise.all([
      this.#store.listMemories({ repo, kinds: KINDS, statuses: ['active'], limit: LISTED }),
      held.pauses(),
      held.sums(0),
      held.overrules(),
    ]);
    const rules = listed.filter(isRule);
    const known: Known = {
      now: this.#clock.now(),
      pauses,
      sums: new Map(sums.map((sum) => [sum.rule, sum])),
      overrules: Map.groupBy(overrules, ({ rule }) => rule),
      contradictions: contradictionsOf(rules),
      applied: await held.lastApplied(rules.map(({ id }) => id)),
    };
    return rules.map((memory) => rowOf(memory, known));
  }

  /** By week and author, the oldest first. */
  async compliance({ id, repo, days }: Parsed<'compliance'>): Promise<ComplianceWeek[]> {
    const since = dayOf(this.#clock.now()) + 1 - days;
    const counts = await this.#store.rules.counts({
      since,
      days: WEEK,
      ...(id !== undefined && { rule: id }),
      ...(repo !== undefined && { repo }),
    });
    return counts.map(({ author, day, ...count }) => ({
      from: day * DAY,
      author,
      ...count,
      opportunities: count.kept + count.broken,
    }));
  }
}

/** What is known of all rules, by their ids. */
interface Known {
  readonly now: number;
  readonly pauses: ReadonlyMap<string, RulePause>;
  readonly sums: ReadonlyMap<string, RuleSum>;
  readonly overrules: ReadonlyMap<string, readonly Overrule[]>;
  readonly contradictions: ReadonlyMap<string, { other: string; why: string }>;
  /** The newest day on which it applied to anything. */
  readonly applied: ReadonlyMap<string, number>;
}

function rowOf(memory: Memory, known: Known): RuleRow {
  const { id, detail } = memory;
  const sum = known.sums.get(id);
  const pause = known.pauses.get(id);
  const paused = pause !== undefined && (pause.until ?? Infinity) > known.now;
  const overruled = known.overrules.get(id) ?? [];
  const precise = precision(sum?.broken ?? 0, overruled);
  const asks = askOf({
    precision: precise,
    overruled,
    contradicts: known.contradictions.get(id),
    days: idleDays(memory, known),
  });
  return {
    memory,
    ...complianceOf(sum),
    precision: precise,
    ...(detail.detector !== undefined && { detector: detail.detector }),
    ...(sum?.brokenAt !== undefined && { lastBroken: sum.brokenAt }),
    ...(paused && { paused: pause }),
    ...(asks !== undefined && { asks }),
  };
}

/** How long a rule that is on had nothing to do; only while anything is counted at all. */
function idleDays(
  { id, detail, updatedAt }: Memory,
  { now, applied }: Known,
): { on: number; unused: number | undefined } | undefined {
  const today = dayOf(now);
  const anything = [...applied.values()].some((day) => today - day < UNUSED);
  if (detail.detector?.state !== 'on' || !anything) return undefined;
  const last = applied.get(id);
  return { on: today - dayOf(updatedAt), unused: last === undefined ? last : today - last };
}

/** Of each rule one that it contradicts. */
function contradictionsOf(rules: readonly Memory[]): Map<string, { other: string; why: string }> {
  return new Map(
    contradictions(rules).flatMap(
      ({ one, other, why }): [string, { other: string; why: string }][] => [
        [one, { other, why }],
        [other, { other: one, why }],
      ],
    ),
  );
}

function complianceOf(sum: RuleSum | undefined): Compliance {
  const { kept = 0, broken = 0, overridden = 0, fixed = 0 } = sum ?? {};
  return { opportunities: kept + broken, kept, broken, overridden, fixed };
}

/** Whether it is a rule: a preference or a correction is one once it says a directive or is checked. */
export function isRule({ kind, detail }: Memory): boolean {
  return kind === 'rule' || detail.directive !== undefined || detail.detector !== undefined;
}
