import type { Clock } from '../memory/clock';
import type { Memory } from '../memory/memory';
import type { RuleRow } from '../memory/rule-row';
import type { Parsed } from '../protocol/engine-api';
import type { Store } from '../store/store';

/** Rules that are listed. */
const LISTED = 5000;

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
    const memories = await this.#store.listMemories({
      repo,
      kinds: ['rule', 'preference', 'correction'],
      statuses: ['active'],
      limit: LISTED,
    });
    const pauses = await this.#store.rules.pauses();
    const now = this.#clock.now();
    return memories.filter(isRule).map((memory) => {
      const { detector } = memory.detail;
      const pause = pauses.get(memory.id);
      const paused = pause !== undefined && (pause.until ?? Infinity) > now;
      return {
        memory,
        ...(detector !== undefined && { detector }),
        opportunities: 0,
        kept: 0,
        broken: 0,
        overridden: 0,
        fixed: 0,
        precision: 1,
        ...(paused && { paused: pause }),
      };
    });
  }
}

/** A preference or a correction is a rule once it says a directive or is checked. */
function isRule({ kind, detail }: Memory): boolean {
  return kind === 'rule' || detail.directive !== undefined || detail.detector !== undefined;
}
