import { lowerBound, mean, withOutcome } from '../learning/quality';
import { verdictOutcome } from '../learning/outcome-judge';
import type { Clock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import type { Verdict } from '../memory/outcome';
import type { Pack } from '../memory/pack';
import type { Task } from '../memory/task';
import type { MemoryRow } from '../protocol/engine-api';
import type { Recall } from '../recall/recall';
import type { Store } from '../store/store';

/** Recalls, keeps the receipt of what was shown, and takes verdicts on it. */
export class Recaller {
  readonly #store: Store;
  readonly #recall: Recall;
  readonly #clock: Clock;
  readonly #session: string;

  constructor(store: Store, recall: Recall, clock: Clock, session: string) {
    this.#store = store;
    this.#recall = recall;
    this.#clock = clock;
    this.#session = session;
  }

  async recall(task: Task): Promise<Pack> {
    const { pack, exposures } = await this.#recall.recall(task, this.#session);
    if (exposures.length > 0) {
      await this.#store.write(async (tx) => {
        await tx.addExposures(exposures);
        for (const { memory } of pack.items) {
          await tx.putQuality(memory.id, { ...memory.quality, shown: memory.quality.shown + 1 });
        }
      });
    }
    return pack;
  }

  /** An explicit verdict on one showing: the strongest evidence there is. */
  async verdict(exposureId: string, verdict: Verdict): Promise<MemoryRow> {
    const exposure = await this.#store.exposure(exposureId);
    const memory = exposure && (await this.#store.memory(exposure.memory));
    if (exposure === undefined || memory === undefined) {
      throw new HumanError(
        'This memory is not there any more.',
        'Recall again to see what is known now.',
      );
    }
    const now = this.#clock.now();
    const outcome = verdictOutcome(exposure, verdict, now);
    const quality = withOutcome(memory.quality, outcome, now);
    await this.#store.write(async (tx) => {
      await tx.addOutcomes([outcome]);
      await tx.putQuality(memory.id, quality);
    });
    return {
      memory: { ...memory, quality },
      mean: mean(quality, now),
      lowerBound: lowerBound(quality, now),
    };
  }
}
