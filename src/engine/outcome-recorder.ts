import {
  COMMIT_FOLLOWED,
  type EvidenceName,
  LOOKED_AFTER,
  SHOWN_TO_ACCEPTED,
} from '../learning/evidence-weights';
import { judge, type Shown } from '../learning/outcome-judge';
import type { Clock } from '../memory/clock';
import type { Exposure } from '../memory/exposure';
import type { Outcome } from '../memory/outcome';
import type { Signal, SignalKind } from '../memory/signal';
import type { Store } from '../store/store';

/** How far back a showing can have caused what is seen now, in milliseconds. */
const WINDOW = SHOWN_TO_ACCEPTED + LOOKED_AFTER.commit;
/** Signals looked back on to make sense of a new one. */
const LATELY = 1000;
/** Of these there are many, and none says anything of another. */
const SILENT: ReadonlySet<SignalKind> = new Set(['edit', 'dismissed', 'branch']);
const TELLING = [
  'accepted',
  'survival',
  'reverted',
  'rewritten',
  'diagnostic',
  'task',
  'terminal',
  'cell',
  'commit',
  'kept',
] as const satisfies readonly SignalKind[];
/** What tells what a commit holds, and what became of it. */
const OF_COMMITS = ['survival', 'commit', 'kept'] as const satisfies readonly SignalKind[];

/** Judges what was shown by what is seen now, and has the outcomes entered. */
export class OutcomeRecorder {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #enter: (outcomes: readonly Outcome[]) => Promise<unknown>;
  readonly #weightOf: (evidence: EvidenceName) => number;

  constructor(
    store: Store,
    clock: Clock,
    enter: (outcomes: readonly Outcome[]) => Promise<unknown>,
    /** How much each kind of evidence counts, as verdicts have corrected it. */
    weightOf: (evidence: EvidenceName) => number,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#enter = enter;
    this.#weightOf = weightOf;
  }

  async record(signal: Signal): Promise<void> {
    if (SILENT.has(signal.kind)) return;
    const ofCommit = signal.kind === 'kept' || (signal.kind === 'commit' && signal.reverts);
    const { shown, lately } = ofCommit
      ? await this.#aroundCommits(signal)
      : await this.#around(signal);
    if (shown.length === 0) return;
    const outcomes = judge(signal, shown, this.#clock.now(), lately, this.#weightOf);
    if (outcomes.length > 0) await this.#enter(outcomes);
  }

  async #around(signal: Signal): Promise<{ shown: Shown[]; lately: Signal[] }> {
    const since = signal.at - WINDOW;
    const shown = await this.#shown([signal.session], signal.repo, since);
    if (shown.length === 0) return { shown, lately: [] };
    const { session } = signal;
    const lately = await this.#store.signals({ session, since, kinds: TELLING, limit: LATELY });
    return { shown, lately };
  }

  /** What a commit holds was seen in sessions that may be over by days. */
  async #aroundCommits({ repo, at }: Signal): Promise<{ shown: Shown[]; lately: Signal[] }> {
    if (repo === undefined) return { shown: [], lately: [] };
    const since = at - COMMIT_FOLLOWED;
    const lately = await this.#store.signals({ repo, since, kinds: OF_COMMITS, limit: LATELY });
    const sessions = new Set(
      lately.filter((one) => one.kind === 'survival').map(({ session }) => session),
    );
    return { shown: await this.#shown([...sessions], repo, since - WINDOW), lately };
  }

  async #shown(
    sessions: readonly string[],
    repo: string | undefined,
    since: number,
  ): Promise<Shown[]> {
    const exposures = new Map<string, Exposure>();
    for (const session of sessions) {
      for (const one of await this.#store.exposuresSince(session, since, repo))
        exposures.set(one.id, one);
    }
    const ids = [...new Set([...exposures.values()].map(({ memory }) => memory))];
    const memories = new Map((await this.#store.memories(ids)).map((one) => [one.id, one]));
    return [...exposures.values()].flatMap((exposure) => {
      const memory = memories.get(exposure.memory);
      return memory === undefined ? [] : [{ exposure, memory }];
    });
  }
}
