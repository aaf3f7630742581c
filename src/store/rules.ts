import type { Memory } from '../memory/memory';
import type { RulePause } from '../memory/rule-row';
import {
  countsByAuthor,
  lastApplied,
  type RuleCounts,
  type RuleSum,
  ruleSums,
} from './compliance-table';
import type { RowParser } from './row-parser';
import { detectedMemories, type Overrule, overrulesOf, rulePauses } from './rule-table';
import type { Read } from './showings';

/** Rules, where they rest and are overruled, and how they were kept. Reads alone. */
export class Rules {
  readonly #read: Read;
  readonly #parser: RowParser;

  constructor(read: Read, parser: RowParser) {
    this.#read = read;
    this.#parser = parser;
  }

  /** Active memories with a detector, in whatever state that is. */
  async detected(): Promise<Memory[]> {
    return this.#read((db) => detectedMemories(db, this.#parser));
  }

  /** Which rules rest, by their ids. */
  async pauses(): Promise<Map<string, RulePause>> {
    return this.#read(rulePauses);
  }

  /** Where rules were overruled: all of them, or those of one rule. */
  async overrules(rule?: string): Promise<Overrule[]> {
    return this.#read((db) => overrulesOf(db, rule));
  }

  /** What each rule's counts come to from a day on, in one repository or in all. */
  async sums(since: number, repo?: string): Promise<RuleSum[]> {
    return this.#read((db) => ruleSums(db, since, repo));
  }

  /** Counts by author and stretch of days, the oldest first; of one rule or of all. */
  async counts(
    filter: Parameters<typeof countsByAuthor>[1],
  ): Promise<(RuleCounts & { author: string; day: number })[]> {
    return this.#read((db) => countsByAuthor(db, filter));
  }

  /** The newest day on which each of these rules applied to anything; without those that never did. */
  async lastApplied(rules: readonly string[]): Promise<Map<string, number>> {
    return this.#read((db) => lastApplied(db, rules));
  }
}
