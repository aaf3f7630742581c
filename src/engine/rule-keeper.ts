import type { Clock } from '../memory/clock';
import { HUMAN } from '../memory/compliance';
import type { RuleDetector } from '../memory/detector';
import { HumanError } from '../memory/human-error';
import type { Memory } from '../memory/memory';
import type { EngineEvent, Parsed } from '../protocol/engine-api';
import { lineHash } from '../rules/line-hash';
import { LineTable } from '../rules/line-table';
import type { Note, Store } from '../store/store';
import type { Checkouts } from './checkouts';

/** Carries out what a person decides on rules, and what Mneme must: switching off what does harm. */
export class RuleKeeper {
  readonly #store: Store;
  readonly #checkouts: Checkouts;
  readonly #clock: Clock;
  readonly #tell: (event: EngineEvent) => void;

  constructor(
    store: Store,
    checkouts: Checkouts,
    clock: Clock,
    tell: (event: EngineEvent) => void,
  ) {
    this.#store = store;
    this.#checkouts = checkouts;
    this.#clock = clock;
    this.#tell = tell;
  }

  async setDetector({ id, detector }: Parsed<'setDetector'>): Promise<Memory> {
    const summary = detector === null ? 'Made advisory' : STATE_WORDS[detector.state];
    const note = { actor: 'user', action: 'correct', summary } as const;
    const changed = await this.#change(id, () => detector ?? undefined, note);
    if (changed === undefined) throw unknownRule();
    return changed;
  }

  /** Switches off a detector that failed or was slow; once, though several processes find it so. */
  async switchOff(id: string, reason: string): Promise<void> {
    const summary = `Switched its check off: ${reason}`;
    const memory = await this.#change(
      id,
      (detector) => detector && { ...detector, state: 'off', reason },
      { actor: 'mneme', action: 'correct', summary },
      (detector) => detector?.state === 'on',
    );
    if (memory !== undefined) this.#tell({ kind: 'detectorOff', memory, reason });
  }

  async pause({ id, until, branch }: Parsed<'pauseRule'>): Promise<Record<string, never>> {
    const pause = {
      ...(until !== undefined && { until }),
      ...(branch !== undefined && { branch }),
    };
    if (!(await this.#store.write((tx) => tx.rules.pause(id, pause)))) throw unknownRule();
    return {};
  }

  async resume({ id }: Parsed<'resumeRule'>): Promise<Record<string, never>> {
    if (!(await this.#store.write((tx) => tx.rules.resume(id)))) throw unknownRule();
    return {};
  }

  async overrule({
    rule,
    how,
    folder,
    path,
    line,
    text,
  }: Parsed<'overrule'>): Promise<Record<string, never>> {
    const { repo } = await this.#checkouts.of(folder);
    const hash = lineHash(new LineTable(text).textOf(line));
    const at = this.#clock.now();
    const known = await this.#store.write((tx) =>
      tx.rules.overrule({ rule, repo, path, line: hash, how, at }, HUMAN),
    );
    if (!known) throw unknownRule();
    return {};
  }

  /** Within the transaction, so that no other change is lost; `undefined` when there is none to make. */
  async #change(
    id: string,
    change: (detector: RuleDetector | undefined) => RuleDetector | undefined,
    note: Note,
    due: (detector: RuleDetector | undefined) => boolean = () => true,
  ): Promise<Memory | undefined> {
    return this.#store.write(async (tx) => {
      const memory = await tx.memory(id);
      if (memory === undefined || !due(memory.detail.detector)) return undefined;
      const { detector: before, ...detail } = memory.detail;
      const detector = change(before);
      await tx.putMemory(
        {
          ...memory,
          detail: { ...detail, ...(detector !== undefined && { detector }) },
          updatedAt: this.#clock.now(),
        },
        note,
      );
      return tx.memory(id);
    });
  }
}

const STATE_WORDS: Readonly<Record<RuleDetector['state'], string>> = {
  proposed: 'Proposed a check for it',
  on: 'Switched its check on',
  off: 'Switched its check off',
};

function unknownRule(): HumanError {
  return new HumanError(
    'This rule is not there any more.',
    'Refresh the view; another window may have forgotten it.',
  );
}
