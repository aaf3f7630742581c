import type { Clock } from '../memory/clock';
import type { Log } from '../memory/log';
import { neglect, NEGLECT_DAYS } from '../rules/neglect';
import { dayOf, type Store } from '../store/store';

/** Milliseconds for which what is known is good: other processes count too. */
const KNOWN = 60_000;

/**
 * Which rules are broken often. Known at once and read behind the asker's back, since each recall
 * asks and must not wait.
 */
export class NeglectedRules {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: Log;
  #known: ReadonlyMap<string, number> = new Map();
  #readAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(store: Store, clock: Clock, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** How much each rule is neglected, above 0 and below 1; the others are missing. */
  get known(): ReadonlyMap<string, number> {
    if (this.#clock.now() - this.#readAt > KNOWN) this.refresh();
    return this.#known;
  }

  /** Reads anew: something was counted. */
  refresh(): void {
    this.#readAt = this.#clock.now();
    this.#reading ??= this.#read()
      .catch((error: unknown) => this.#log.error('Reading which rules are broken', error))
      .finally(() => (this.#reading = undefined));
  }

  /** Resolves when nothing is being read. */
  async settled(): Promise<void> {
    await this.#reading;
  }

  async #read(): Promise<void> {
    const sums = await this.#store.rules.sums(dayOf(this.#clock.now()) - NEGLECT_DAYS);
    this.#known = new Map(
      sums.map((sum) => [sum.rule, neglect(sum)] as const).filter(([, much]) => much > 0),
    );
  }
}
