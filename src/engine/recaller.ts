import { lowerBound, mean, withExposure } from '../learning/quality';
import { verdictOutcome } from '../learning/outcome-judge';
import type { Clock } from '../memory/clock';
import type { Exposure } from '../memory/exposure';
import { HumanError } from '../memory/human-error';
import type { Verdict } from '../memory/outcome';
import type { Pack } from '../memory/pack';
import type { Task } from '../memory/task';
import type { MemoryRow } from '../protocol/engine-api';
import type { Recall } from '../recall/recall';
import type { NewExposure, Store } from '../store/store';
import { changeQualities } from './change-quality';
import type { Ledger } from './ledger';

/** Recalls, keeps the receipt of what was shown, and takes verdicts on it. */
export class Recaller {
  readonly #store: Store;
  readonly #recall: Recall;
  readonly #ledger: Ledger;
  readonly #clock: Clock;
  readonly #session: string;

  constructor(store: Store, recall: Recall, ledger: Ledger, clock: Clock, session: string) {
    this.#store = store;
    this.#recall = recall;
    this.#ledger = ledger;
    this.#clock = clock;
    this.#session = session;
  }

  async recall(task: Task): Promise<Pack> {
    const { pack, exposures } = await this.#recall.recall(task, this.#session);
    if (exposures.length > 0) {
      await this.#store.write(async (tx) => {
        await tx.addExposures(withGrounds(exposures, pack), pack);
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
    const [memory] = await this.#ledger.enter([verdictOutcome(exposure, verdict, now)]);
    if (memory === undefined) throw gone();
    return { memory, mean: mean(memory, now), lowerBound: lowerBound(memory, now) };
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

function gone(): HumanError {
  return new HumanError(
    'This memory is not there any more.',
    'Recall again to see what is known now.',
  );
}
