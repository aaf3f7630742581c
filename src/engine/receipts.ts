import type { Exposure } from '../memory/exposure';
import type { Log } from '../memory/log';
import type { Pack } from '../memory/pack';
import type { Conversation, ShownBefore } from '../recall/shown-before';
import type { NewExposure, Store } from '../store/store';

/**
 * Writes down what was shown. An answer does not wait for its receipt; whatever rests on receipts
 * waits until they are `settled`.
 */
export class Receipts {
  readonly #store: Store;
  readonly #log: Log;
  #written: Promise<void> = Promise.resolve();

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** Begins to write the receipt of a pack. */
  keep(pack: Pack, exposures: readonly Exposure[]): void {
    if (exposures.length === 0) return;
    this.#written = Promise.all([this.#written, this.#write(pack, exposures)]).then(
      () => undefined,
      (error: unknown) => this.#log.error('Keeping the receipt of a recall', error),
    );
  }

  /** Resolves when every receipt begun is in the store, or was logged as lost. */
  settled(): Promise<void> {
    return this.#written;
  }

  /** What a conversation was shown at or after a time. */
  async shownIn(conversation: Conversation, since: number): Promise<ShownBefore> {
    await this.#written;
    return this.#store.shownIn(conversation, since);
  }

  #write(pack: Pack, exposures: readonly Exposure[]): Promise<void> {
    return this.#store.write(async (tx) => {
      await tx.addExposures(withGrounds(exposures, pack), pack);
      await tx.countShown(pack.items.map(({ memory }) => memory.id));
    });
  }
}

/**
 * Each exposure with the reasons for it. Nodes on a way over the graph go by their ids alone: the
 * text of a memory that is forgotten later must not stay behind on another's receipt.
 */
function withGrounds(exposures: readonly Exposure[], { items }: Pack): NewExposure[] {
  const byExposure = new Map(items.map((item) => [item.exposure, item]));
  return exposures.map((exposure) => {
    const item = byExposure.get(exposure.id);
    if (item === undefined) return exposure;
    const { score, tokens } = item;
    const reasons = item.reasons.map((reason) =>
      reason.path === undefined
        ? reason
        : { ...reason, words: '', path: reason.path.map((hop) => ({ ...hop, label: '' })) },
    );
    return { ...exposure, grounds: { score, tokens, reasons } };
  });
}
