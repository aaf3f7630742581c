import { mineCommandFix } from '../learning/command-fix';
import { mineFix } from '../learning/fix';
import type { Run } from '../learning/workflow-window';
import { mineWorkflow } from '../learning/workflow';
import type { Signal, SignalKind } from '../memory/signal';
import type { Store } from '../store/store';
import type { CorrectionKeeper } from './correction-keeper';
import type { FixWatch } from './fix-watch';
import type { MinedKeeper } from './mined-keeper';
import type { OutcomeRecorder } from './outcome-recorder';

const DAY = 24 * 60 * 60 * 1000;
/** Signals are folded after this long, so no habit is seen in what is older. */
const HABITS = 14 * DAY;
const RUNS = 400;
const EDITS = 400;
/** How long a failure may have been there, and the signals since that tell of its cure. */
const FAILURE = 60 * 60 * 1000;
const SINCE_FAILURE = 300;
const OF_FAILURE = ['task', 'terminal', 'edit'] as const satisfies readonly SignalKind[];
const OF_HABIT = ['task', 'terminal', 'branch'] as const satisfies readonly SignalKind[];

/** Takes signals in: stores them, judges what was shown by them, mines memories from them. */
export class Observer {
  readonly #store: Store;
  readonly #outcomes: OutcomeRecorder;
  readonly #mined: MinedKeeper;
  readonly #corrections: CorrectionKeeper;
  readonly #fixes: FixWatch;

  constructor(parts: {
    store: Store;
    outcomes: OutcomeRecorder;
    mined: MinedKeeper;
    corrections: CorrectionKeeper;
    fixes: FixWatch;
  }) {
    this.#store = parts.store;
    this.#outcomes = parts.outcomes;
    this.#mined = parts.mined;
    this.#corrections = parts.corrections;
    this.#fixes = parts.fixes;
  }

  /** Idempotent by signal id. Returns how many were new. */
  async observe(signals: readonly Signal[]): Promise<number> {
    const fresh = await this.#store.write((tx) => tx.addSignals(signals));
    for (const signal of fresh) {
      await this.#outcomes.record(signal);
      await this.#mine(signal);
      await this.#fixes.saw(signal);
    }
    return fresh.length;
  }

  async #mine(signal: Signal): Promise<void> {
    if (signal.kind === 'rewritten') {
      await this.#corrections.saw(signal);
    } else if (signal.kind === 'diagnostic') {
      const fix = mineFix(signal);
      if (fix !== undefined) await this.#mined.keep(fix);
    } else if ((signal.kind === 'task' || signal.kind === 'terminal') && signal.exitCode === 0) {
      await this.#mineRun(signal);
    }
  }

  /** A command that ended well may be the cure of its last failure, or the end of a workflow. */
  async #mineRun(run: Run): Promise<void> {
    const { repo, session, at } = run;
    const since = at - FAILURE;
    const lately = await this.#store.signals({
      session,
      since,
      kinds: OF_FAILURE,
      limit: SINCE_FAILURE,
    });
    const fix = mineCommandFix(run, lately);
    if (fix !== undefined) await this.#mined.keep(fix);
    if (repo === undefined) return;
    const habits = { repo, since: at - HABITS };
    const runs = await this.#store.signals({ ...habits, kinds: OF_HABIT, limit: RUNS });
    // Edits only say when a workflow is run; without a second run there is none to say it of.
    if (mineWorkflow(run, runs) === undefined) return;
    const edits = await this.#store.signals({ ...habits, kinds: ['edit'], limit: EDITS });
    const workflow = mineWorkflow(run, [...runs, ...edits]);
    if (workflow !== undefined) await this.#mined.keep(workflow, workflow.replaces);
  }
}
