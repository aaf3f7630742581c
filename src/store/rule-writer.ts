import type { RulePause } from '../memory/rule-row';
import {
  addBreach,
  type FilePlace,
  keptIn,
  type KeptIn,
  moveBreach,
  overruleBreaches,
  pruneKept,
  putKept,
  removeBreach,
  type StandingBreach,
  standingIn,
} from './breach-table';
import { addCounts, type RuleCounts } from './compliance-table';
import type { Connection } from './connection';
import { keysOf } from './node-table';
import { type Overrule, putOverrule, putPause, removePause } from './rule-table';
import type { Transaction } from './transaction';

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds after which a change is over and what was counted in it need not be known. */
const CHANGE_KEPT = 30 * DAY;

type Spot = Pick<StandingBreach, 'line' | 'before' | 'after'>;

/** What a look at a file, a command or a commit changes for a rule. */
export interface RuleLook extends KeptIn {
  readonly rule: string;
  /** What is counted as kept for this file and change from now on; `undefined` for no file. */
  readonly total: number | undefined;
  readonly counts: RuleCounts;
  readonly added: readonly Spot[];
  readonly moved: readonly (Spot & { readonly key: number })[];
  readonly removed: readonly number[];
}

/** Writes what rules are held by, as a part of a writer's transaction. */
export class RuleWriter {
  readonly #transaction: Transaction;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  /** Makes a rule rest, in place of any pause that it has. Returns whether there is such a rule. */
  async pause(rule: string, pause: RulePause): Promise<boolean> {
    return this.#on(rule, (db, key) => putPause(db, key, pause));
  }

  /** Ends a rule's pause. Returns whether there is such a rule. */
  async resume(rule: string): Promise<boolean> {
    return this.#on(rule, removePause);
  }

  /**
   * Notes that a rule was overruled at a line, and counts it once for whoever wrote what broke it:
   * `author`, where that is not known. Returns whether there is such a rule.
   */
  async overrule({ rule, ...overruled }: Overrule, author: string): Promise<boolean> {
    const { repo, at } = overruled;
    return this.#on(rule, async (db, key) => {
      if (!(await putOverrule(db, key, overruled))) return;
      const [by = author] = await overruleBreaches(db, key, overruled);
      await addCounts(
        db,
        key,
        { repo, author: by, day: dayOf(at) },
        { ...NONE, overridden: 1 },
        at,
      );
    });
  }

  /** The breaches that were counted and stand in a file, of all rules. */
  async standingIn(file: FilePlace): Promise<StandingBreach[]> {
    return this.#transaction.step((db) => standingIn(db, file));
  }

  /** What was counted as kept in a file within one change; `undefined` before the first look. */
  async keptIn(rule: string, where: KeptIn): Promise<number | undefined> {
    return this.#transaction.step(async (db) => {
      const key = (await keysOf(db, [rule])).get(rule);
      return key === undefined ? undefined : keptIn(db, key, where);
    });
  }

  /** Counts what a look came to. No change for the feed: nothing else is checked for it. */
  async look(look: RuleLook, at: number): Promise<void> {
    const { rule, repo, author, counts, total } = look;
    await this.#transaction.step(async (db) => {
      const key = (await keysOf(db, [rule])).get(rule);
      if (key === undefined) return;
      for (const gone of look.removed) await removeBreach(db, gone);
      for (const moved of look.moved) await moveBreach(db, moved.key, moved);
      for (const spot of look.added) await addBreach(db, key, look, { ...spot, author }, at);
      if (total !== undefined) await putKept(db, key, look, total, at);
      await pruneKept(db, at - CHANGE_KEPT);
      if (Object.values(counts).some((count: number) => count > 0)) {
        await addCounts(db, key, { repo, author, day: dayOf(at) }, counts, at);
      }
    });
  }

  #on(rule: string, write: (db: Connection, key: number) => Promise<unknown>): Promise<boolean> {
    return this.#transaction.step(async (db) => {
      const key = (await keysOf(db, [rule])).get(rule);
      if (key === undefined) return false;
      await write(db, key);
      this.#transaction.note('rule', rule);
      return true;
    });
  }
}

const NONE: RuleCounts = { kept: 0, broken: 0, overridden: 0, fixed: 0 };

/** The day of a time, counted from 1970 in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}
