import { lowerBound, mean } from '../learning/quality';
import type { EvidenceName } from '../learning/evidence-weights';
import { assistantsWord, verdictOutcome } from '../learning/outcome-judge';
import type { Clock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import type { Verdict } from '../memory/outcome';
import type { Pack } from '../memory/pack';
import type { Task } from '../memory/task';
import type { MemoryRow } from '../protocol/engine-api';
import type { Recall } from '../recall/recall';
import type { Store } from '../store/store';
import type { Contexts } from './contexts';
import type { Ledger } from './ledger';
import type { Receipts } from './receipts';

export interface RecallerParts {
  store: Store;
  recall: Recall;
  contexts: Contexts;
  receipts: Receipts;
  ledger: Ledger;
  clock: Clock;
  session: string;
  /** What a kind of evidence weighs by now. */
  weightOf: (evidence: EvidenceName) => number;
}

/** Recalls, keeps the receipt of what was shown, and takes verdicts on it. */
export class Recaller {
  readonly #store: Store;
  readonly #recall: Recall;
  readonly #contexts: Contexts;
  readonly #receipts: Receipts;
  readonly #ledger: Ledger;
  readonly #clock: Clock;
  readonly #session: string;
  readonly #weightOf: RecallerParts['weightOf'];

  constructor(parts: RecallerParts) {
    this.#store = parts.store;
    this.#recall = parts.recall;
    this.#contexts = parts.contexts;
    this.#receipts = parts.receipts;
    this.#ledger = parts.ledger;
    this.#clock = parts.clock;
    this.#session = parts.session;
    this.#weightOf = parts.weightOf;
  }

  async recall(task: Task): Promise<Pack> {
    const { conversation, contextSince } = task;
    const since =
      contextSince ??
      (conversation === undefined ? undefined : await this.#contexts.since(conversation));
    const asked = since === undefined ? task : { ...task, contextSince: since };
    const { pack, exposures } = await this.#recall.recall(asked, this.#session);
    this.#receipts.keep(pack, exposures);
    return pack;
  }

  /** A word on one showing: the user's is the strongest evidence there is, an assistant's is weak. */
  async verdict(
    exposureId: string,
    verdict: Verdict,
    by: 'user' | 'assistant',
  ): Promise<MemoryRow> {
    const exposure = await this.#store.exposure(exposureId);
    if (exposure === undefined) throw gone();
    const now = this.#clock.now();
    const outcome =
      by === 'user'
        ? verdictOutcome(exposure, verdict, now)
        : assistantsWord(exposure, verdict, now, this.#weightOf('assistantSaid'));
    const [memory] = await this.#ledger.enter([outcome]);
    if (memory === undefined) throw gone();
    return { memory, mean: mean(memory, now), lowerBound: lowerBound(memory, now) };
  }
}

function gone(): HumanError {
  return new HumanError(
    'This memory is not there any more.',
    'Recall again to see what is known now.',
  );
}
