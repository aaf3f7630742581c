import type { Log } from '../memory/log';
import type { Store } from '../store/store';
import type { ContradictionEdges } from './contradiction-edges';
import type { RuleOffers } from './rule-offers';

/** Milliseconds from a change to a look, so that many changes are looked at once; and between parts. */
const QUIET = 3000;
/** Changes looked through at once. */
const CHANGES = 2000;
const LISTED = 5000;
const KINDS = ['rule', 'preference', 'correction'] as const;

/**
 * Looks after rules behind everybody's back: compiles those that were learned, so that a check can be
 * offered (none is switched on without a person's yes), and notes which contradict one another.
 */
export class RuleTender {
  readonly #store: Store;
  readonly #offers: RuleOffers;
  readonly #edges: ContradictionEdges;
  readonly #log: Log;
  readonly #abort = new AbortController();
  #revision = -1;
  #timer: NodeJS.Timeout | undefined;
  #tending: Promise<void> | undefined;
  #unwatch: () => void = () => undefined;

  constructor(store: Store, offers: RuleOffers, edges: ContradictionEdges, log: Log) {
    this.#store = store;
    this.#offers = offers;
    this.#edges = edges;
    this.#log = log;
  }

  start(): void {
    this.#unwatch = this.#store.watch(() => this.#soon());
    this.#soon();
  }

  async stop(): Promise<void> {
    this.#unwatch();
    clearTimeout(this.#timer);
    this.#abort.abort();
    await this.#tending;
  }

  /** Looks at what changed since the last time, as far as one part goes. */
  async tend(): Promise<void> {
    const revision = await this.#store.revision();
    if (!(await this.#concerned())) {
      this.#revision = revision;
      return;
    }
    const memories = await this.#store.listMemories({
      kinds: KINDS,
      statuses: ['active'],
      limit: LISTED,
    });
    await this.#edges.bring(memories.filter(({ detail }) => detail.directive !== undefined));
    const done = await this.#offers.part(memories, this.#abort.signal);
    if (done) this.#revision = revision;
    else this.#soon();
  }

  #soon(): void {
    if (this.#abort.signal.aborted) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tending = (this.#tending ?? Promise.resolve())
        .then(() => (this.#abort.signal.aborted ? undefined : this.tend()))
        .catch((error: unknown) => this.#log.error('Looking after rules', error));
    }, QUIET).unref();
  }

  async #concerned(): Promise<boolean> {
    if (this.#revision < 0) return true;
    const { changes, reset } = await this.#store.changesSince(this.#revision, CHANGES);
    if (reset || changes.length === CHANGES) return true;
    return changes.some(({ table }) => table === 'memory');
  }
}
