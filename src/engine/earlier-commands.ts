import type { Clock } from '../memory/clock';
import type { SignalOf } from '../memory/signal';
import type { CheckedCommand } from '../rules/detector';
import type { Store } from '../store/store';

/** How far back it is looked for what was run, in milliseconds, and how many commands. */
const BACK = 12 * 60 * 60 * 1000;
const MOST = 200;

/** What was run before, as signals tell: in terminals and as tasks, or by an assistant. */
export class EarlierCommands {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The oldest first; of an assistant's conversation its own, and a person's too. */
  async of(repo: string, conversation: string | undefined): Promise<CheckedCommand['earlier']> {
    const signals = await this.#store.signals({
      repo,
      kinds: ['terminal', 'task', 'assistant'],
      since: this.#clock.now() - BACK,
      limit: MOST,
    });
    return signals.reverse().flatMap((signal) => {
      if (signal.kind === 'terminal') {
        return { line: signal.command, succeeded: signal.exitCode === 0 };
      }
      if (signal.kind === 'task') return { line: signal.name, succeeded: signal.exitCode === 0 };
      return signal.kind === 'assistant' ? byAssistant(signal, conversation) : [];
    });
  }
}

function byAssistant(
  { act, text, outcome, conversation }: SignalOf<'assistant'>,
  asked: string | undefined,
): CheckedCommand['earlier'] {
  if (act !== 'command' || text === undefined) return [];
  if (asked !== undefined && conversation !== asked) return [];
  return [{ line: text, succeeded: outcome === 'succeeded' || outcome === 'accepted' }];
}
