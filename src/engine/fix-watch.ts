import { signatureOf, standingOf } from '../learning/fix-standing';
import type { Clock } from '../memory/clock';
import { entityId } from '../memory/entity-id';
import type { Memory } from '../memory/memory';
import type { Signal, SignalKind } from '../memory/signal';
import type { Store } from '../store/store';

/** Fixes of a repository that are looked at again: the newest. */
const LOOKED_AT = 60;
/** How often fixes are looked at again where nothing asks for it sooner, in milliseconds. */
const LOOK_EVERY = 60_000;
/** Signals by which it is seen whether a problem stayed away. */
const SINCE = 1000;
const DAY = 24 * 60 * 60 * 1000;
const TELLING = ['diagnostic', 'task', 'terminal'] as const satisfies readonly SignalKind[];
/** Edges of an error that are looked through for what fixes it. */
const EDGES = 50;

/** A fix that is known for a problem that has just come up. */
export interface KnownFix {
  readonly memory: Memory;
  /** The problem, as it was seen. */
  readonly signal: Signal;
}

/**
 * Looks at mined fixes again, until their problems have stayed away; and, when a problem comes up
 * whose signature is known, tells of the fix before anybody asks.
 */
export class FixWatch {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #lowerBound: (memory: Memory, now: number) => number;
  readonly #offer: (fix: KnownFix) => void;
  /** When the fixes of a repository were looked at last. */
  readonly #looked = new Map<string, number>();

  constructor(
    store: Store,
    clock: Clock,
    lowerBound: (memory: Memory, now: number) => number,
    offer: (fix: KnownFix) => void,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#lowerBound = lowerBound;
    this.#offer = offer;
  }

  async saw(signal: Signal): Promise<void> {
    if (signal.repo === undefined) return;
    const signature = signatureOf(signal);
    const isRun = signal.kind === 'task' || signal.kind === 'terminal';
    const last = this.#looked.get(signal.repo) ?? 0;
    if (signature !== undefined || isRun || signal.at - last >= LOOK_EVERY) {
      this.#looked.set(signal.repo, signal.at);
      await this.#lookAgain(signal.repo, signal.at);
    }
    if (signature !== undefined) await this.#recall(signature, signal);
  }

  async #lookAgain(repo: string, now: number): Promise<void> {
    const fixes = await this.#store.listMemories({
      repo,
      kinds: ['fix'],
      statuses: ['candidate', 'active'],
      limit: LOOKED_AT,
    });
    const mined = fixes.filter(
      ({ provenance, scope, updatedAt }) =>
        provenance.source === 'mined' && scope.repo === repo && now - updatedAt <= DAY,
    );
    const [first, ...others] = mined.map(({ provenance }) => provenance.at);
    if (first === undefined) return;
    const since = await this.#store.signals({
      repo,
      since: Math.max(Math.min(first, ...others), now - DAY),
      kinds: TELLING,
      limit: SINCE,
    });
    for (const { id } of mined.filter((one) => standingOf(one, since, now) !== undefined)) {
      await this.#store.write(async (tx) => {
        const memory = await tx.memory(id);
        const standing = memory && standingOf(memory, since, now);
        if (standing === undefined) return;
        const { summary } = standing;
        await tx.putMemory(standing.memory, { actor: 'mneme', action: 'learn', summary });
      });
    }
  }

  async #recall(signature: string, signal: Signal): Promise<void> {
    const error = entityId('error', signature);
    const edges = await this.#store.edgesOf([error], EDGES);
    const ids = edges.filter(({ type, to }) => type === 'fixes' && to === error);
    if (ids.length === 0) return;
    const now = this.#clock.now();
    const known = (await this.#store.memories(ids.map(({ from }) => from)))
      .filter((memory) => memory.status === 'active' && fits(memory, signal))
      .sort((one, other) => this.#lowerBound(other, now) - this.#lowerBound(one, now));
    const [memory] = known;
    if (memory !== undefined) this.#offer({ memory, signal });
  }
}

function fits({ scope, provenance }: Memory, { repo, language, at, ...signal }: Signal): boolean {
  if (scope.repo !== undefined && scope.repo !== repo) return false;
  if (scope.language !== undefined && language !== undefined && scope.language !== language)
    return false;
  // Half-done work breaks the same place again and again; its own cure of just now is no news.
  const suggestion = 'suggestion' in signal ? signal.suggestion : undefined;
  return !provenance.evidence.some(
    (one) =>
      (suggestion !== undefined && one.ref === suggestion) ||
      (one.file !== undefined && one.file === signal.file && at - one.at < LOOK_EVERY),
  );
}
