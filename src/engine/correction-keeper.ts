import { acrossRepositories, haveSameShape } from '../learning/across';
import { mineCorrection } from '../learning/correction';
import type { Faults } from '../learning/cure';
import type { Mined } from '../learning/mined';
import { reversedBy } from '../learning/proposal';
import { screen } from '../learning/rewrite-screen';
import type { Clock } from '../memory/clock';
import type { FaultsOf } from '../memory/fault';
import type { Log } from '../memory/log';
import type { Memory } from '../memory/memory';
import { memoryIdOf } from '../memory/memory-id';
import type { SignalOf } from '../memory/signal';
import { isLinted } from '../rules/lint/fault-rules';
import type { Store } from '../store/store';
import type { Grammars } from '../syntax/grammars';
import type { Parse } from '../syntax/syntax-node';
import type { MinedKeeper } from './mined-keeper';

/** Corrections of all repositories that one is compared with. */
const COMPARED = 1000;

/** Learns from what the user made of suggestions, and what that means beside earlier corrections. */
export class CorrectionKeeper {
  readonly #store: Store;
  readonly #mined: MinedKeeper;
  readonly #grammars: Grammars;
  readonly #faultsOf: FaultsOf;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(parts: {
    store: Store;
    mined: MinedKeeper;
    grammars: Grammars;
    /** A linter's word on a piece of code. */
    faultsOf: FaultsOf;
    clock: Clock;
    log: Log;
  }) {
    this.#store = parts.store;
    this.#mined = parts.mined;
    this.#grammars = parts.grammars;
    this.#faultsOf = parts.faultsOf;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  /** A suggestion was rewritten: mines it, and keeps what comes of it. */
  async saw(signal: SignalOf<'rewritten'>): Promise<void> {
    if (screen(signal) !== undefined) return;
    const [parse, faults] = await Promise.all([
      this.#parserOf(signal.language),
      this.#faultsIn(signal),
    ]);
    const mined = mineCorrection(signal, { parse, faults });
    if (mined === undefined) return;
    await this.#mined.keep(mined);
    const kept = await this.#store.memory(memoryIdOf(mined.draft.origin ?? ''));
    if (kept === undefined) return;
    const known = await this.#store.listMemories({ kinds: ['correction'], limit: COMPARED });
    await this.#contradict(kept, mined, known);
    await this.#letGo(kept, signal, known);
    const alike = known.filter((one) => haveSameShape(one.detail, kept.detail));
    const wide = acrossRepositories(alike, this.#clock.now());
    if (wide !== undefined) await this.#mined.keep(wide);
  }

  /** Both sides of a change of mind stay; the edge says so, and `keep` asked the user. */
  async #contradict(kept: Memory, mined: Mined, known: readonly Memory[]): Promise<void> {
    const sameRepo = known.filter((one) => one.scope.repo === kept.scope.repo);
    const reversed = reversedBy(mined, sameRepo);
    if (reversed.length === 0) return;
    await this.#store.write((tx) =>
      tx.addEdges(
        reversed.map(({ id }) => ({ from: kept.id, type: 'contradicts', to: id, weight: 1 })),
      ),
    );
  }

  /**
   * A suggestion may be rewritten in several goes, and an early one be no more than a step on the
   * way: what was mined from it alone gives way when it does not stand any more.
   */
  async #letGo(
    kept: Memory,
    signal: SignalOf<'rewritten'>,
    known: readonly Memory[],
  ): Promise<void> {
    const steps = known.filter(
      ({ id, status, provenance, detail }) =>
        id !== kept.id &&
        status === 'candidate' &&
        provenance.evidence.every(({ ref }) => ref === signal.suggestion) &&
        detail.after !== undefined &&
        !signal.after.includes(detail.after),
    );
    if (steps.length === 0) return;
    await this.#store.write(async (tx) => {
      for (const { id } of steps) {
        const step = await tx.memory(id);
        if (step?.status !== 'candidate') continue;
        await tx.putMemory(
          { ...step, status: 'superseded', updatedAt: this.#clock.now() },
          { actor: 'mneme', action: 'supersede', summary: 'The suggestion was rewritten further' },
        );
        await tx.addEdges([{ from: kept.id, type: 'supersedes', to: id, weight: 1 }]);
      }
    });
  }

  /** Where no linter answers, its word is missing, and no more. */
  async #faultsIn({
    language = '',
    before: was,
    after: is,
  }: SignalOf<'rewritten'>): Promise<Faults | undefined> {
    // Else the thread of the detectors would be started for nothing.
    if (!isLinted(language)) return undefined;
    try {
      const before = await this.#faultsOf(was, language);
      const after = before && (await this.#faultsOf(is, language));
      return before && after && { before, after };
    } catch (error) {
      this.#log.error('A linter did not look at a rewrite', error);
      return undefined;
    }
  }

  /** Without its grammar's file a language is read token by token, as those that have none are. */
  async #parserOf(language: string | undefined): Promise<Parse | undefined> {
    try {
      return await this.#grammars.parserOf(language);
    } catch (error) {
      this.#log.error('A grammar cannot be read; installing Mneme again brings it back', error);
      return undefined;
    }
  }
}
