import { lowerBound, mean, withExposure, withOutcome } from '../learning/quality';
import { verdictOutcome } from '../learning/outcome-judge';
import type { Clock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import type { Verdict } from '../memory/outcome';
import type { Pack } from '../memory/pack';
import type { Task } from '../memory/task';
import type { MemoryRow } from '../protocol/engine-api';
import type { Recall } from '../recall/recall';
import type { Store } from '../store/store';
import { changeQualities } from './change-quality';

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
        const shown = pack.items.map(({ memory }) => memory.id);
        await changeQualities(tx, shown, withExposure);
      });
    }
    return pack;
  }

  /** An explicit verdict on one showing: the strongest evidence there is. */
  async verdict(exposureId: string, verdict: Verdict): Promise<MemoryRow> {
    const exposure = await this.#store.exposure(exposureId);
    if (exposure === undefined) throw gone();
    const now = this.#clock.now();
    const outcome = verdictOutcome(exposure, verdict, now);
    const [memory] = await this.#store.write(async (tx) => {
      await tx.addOutcomes([outcome]);
      return changeQualities(tx, [exposure.memory], (quality) =>
        withOutcome(quality, outcome, now),
      );
    });
    if (memory === undefined) throw gone();
    return {
      memory,
      mean: mean(memory.quality, now),
      lowerBound: lowerBound(memory.quality, now),
    };
  }
}

function gone(): HumanError {
  return new HumanError(
    'This memory is not there any more.',
    'Recall again to see what is known now.',
  );
}
