import type { RulePause } from '../memory/rule-row';
import type { Connection } from './connection';
import { keysOf } from './node-table';
import { type Overrule, putOverrule, putPause, removePause } from './rule-table';
import type { Transaction } from './transaction';

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

  /** Notes that a rule was overruled at a line. Returns whether there is such a rule. */
  async overrule({ rule, ...at }: Overrule): Promise<boolean> {
    return this.#on(rule, (db, key) => putOverrule(db, key, at));
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
