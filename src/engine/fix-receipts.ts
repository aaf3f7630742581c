import type { Clock } from '../memory/clock';
import type { Exposure } from '../memory/exposure';
import type { Ids } from '../memory/ids';
import type { Signal } from '../memory/signal';
import { Task } from '../memory/task';
import type { Store } from '../store/store';

/** Keeps the receipt of a fix that the editor told of unasked, as recall keeps those of its packs. */
export class FixReceipts {
  readonly #store: Store;
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #session: string;

  constructor(store: Store, ids: Ids, clock: Clock, session: string) {
    this.#store = store;
    this.#ids = ids;
    this.#clock = clock;
    this.#session = session;
  }

  /** Returns the exposure's id. */
  async keep(memory: string, signal: Signal): Promise<string> {
    const { repo, file, language } = signal;
    const exposure: Exposure = {
      id: this.#ids.next('exposure'),
      receipt: this.#ids.next('receipt'),
      memory,
      session: this.#session,
      at: this.#clock.now(),
      task: Task.parse({
        ...{ repo, file, language, door: 'panel' },
        ...(signal.kind === 'diagnostic' && { problems: [signal.problem] }),
        ...(signal.kind === 'terminal' && { sentence: signal.output ?? signal.command }),
        ...(signal.kind === 'task' && { sentence: signal.name }),
      }),
      rank: 1,
      probability: 1,
    };
    await this.#store.write(async (tx) => {
      await tx.addExposures([exposure]);
      await tx.countShown([memory]);
    });
    return exposure.id;
  }
}
