import type { Clock } from '../memory/clock';
import type { Store } from '../store/store';

const KEY = 'context:';

/**
 * Since when conversations hold what they were given: an assistant's context that is compacted or
 * cleared holds nothing of before. Kept in the store, since each hook is a process of its own.
 */
export class Contexts {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async lost(conversation: string): Promise<void> {
    const now = String(this.#clock.now());
    await this.#store.write((tx) => tx.setMeta(KEY + conversation, now));
  }

  /** Milliseconds since 1970; `undefined` for a conversation that lost nothing yet. */
  async since(conversation: string): Promise<number | undefined> {
    const at = await this.#store.meta(KEY + conversation);
    return at === undefined ? undefined : Number(at);
  }
}
