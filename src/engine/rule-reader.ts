import type { Clock } from '../memory/clock';
import type { Compliance, ComplianceWeek } from '../memory/compliance';
import type { Memory } from '../memory/memory';
import type { RuleRow } from '../memory/rule-row';
import type { Parsed } from '../protocol/engine-api';
import { precision } from '../rules/precision';
import { dayOf, type RuleSum, type Store } from '../store/store';

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
    const { rules } = this.#store;
    const [memories, pauses, sums, overrules] = await Promise.all([
      this.#store.listMemories({ repo, kinds: KINDS, statuses: ['active'], limit: LISTED }),
      rules.pauses(),
      rules.sums(0),
      rules.overrules(),
    ]);
    const sumOf = new Map(sums.map((sum) => [sum.rule, sum]));
    const overruled = Map.groupBy(overrules, ({ rule }) => rule);
    const now = this.#clock.now();
    return memories.filter(isRule).map((memory): RuleRow => {
      const { id, detail } = memory;
      const sum = sumOf.get(id);
      const pause = pauses.get(id);
      const paused = pause !== undefined && (pause.until ?? Infinity) > now;
      return {
        memory,
        ...complianceOf(sum),
        precision: precision(sum?.broken ?? 0, overruled.get(id) ?? []),
        ...(detail.detector !== undefined && { detector: detail.detector }),
        ...(sum?.brokenAt !== undefined && { lastBroken: sum.brokenAt }),
        ...(paused && { paused: pause }),
      };
    });
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

function complianceOf(sum: RuleSum | undefined): Compliance {
  const { kept = 0, broken = 0, overridden = 0, fixed = 0 } = sum ?? {};
  return { opportunities: kept + broken, kept, broken, overridden, fixed };
}

/** A preference or a correction is a rule once it says a directive or is checked. */
function isRule({ kind, detail }: Memory): boolean {
  return kind === 'rule' || detail.directive !== undefined || detail.detector !== undefined;
}
