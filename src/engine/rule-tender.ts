import type { DetectorSpec } from '../memory/detector';
import type { Edge } from '../memory/edge';
import { HumanError } from '../memory/human-error';
import type { Log } from '../memory/log';
import type { Memory } from '../memory/memory';
import { contradictions } from '../rules/contradiction';
import type { Store } from '../store/store';
import type { Checking } from './checking/checking';
import { saidByMemory } from './rule-said';

/** Milliseconds from a change to a look, so that many changes are looked at once; and between parts. */
const QUIET = 3000;
/** Changes looked through at once. */
const CHANGES = 2000;
const LISTED = 5000;
const KINDS = ['rule', 'preference', 'correction'] as const;
/** Rules that are compiled in a row. */
const PART = 50;
/** Edges of a rule that are looked through for contradictions. */
const EDGES = 50;
/** Where it stands how far rules were compiled. */
const COMPILED = 'rules-compiled';

export interface TenderParts {
  store: Store;
  checking: Checking;
  log: Log;
  /** Of the program: another may compile what this one could not. */
  version: string;
}

/**
 * Looks after rules behind everybody's back: compiles those that were learned, so that a check can be
 * offered (none is switched on without a person's yes), and notes which contradict one another.
 */
export class RuleTender {
  readonly #parts: TenderParts;
  readonly #abort = new AbortController();
  #revision = -1;
  #timer: NodeJS.Timeout | undefined;
  #tending: Promise<void> | undefined;
  #unwatch: () => void = () => undefined;

  constructor(parts: TenderParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#unwatch = this.#parts.store.watch(() => this.#soon());
    this.#soon();
  }

  async stop(): Promise<void> {
    this.#unwatch();
    clearTimeout(this.#timer);
    this.#abort.abort();
    await this.#tending;
  }

  /** Looks at what changed since the last time, as far as one part goes. */
  async tend(): Promise<void> {
    const { store } = this.#parts;
    const revision = await store.revision();
    if (!(await this.#concerned())) {
      this.#revision = revision;
      return;
    }
    const memories = await store.listMemories({
      kinds: KINDS,
      statuses: ['active'],
      limit: LISTED,
    });
    await this.#contradict(memories.filter(({ detail }) => detail.directive !== undefined));
    const done = await this.#compile(memories);
    if (done) this.#revision = revision;
    else this.#soon();
  }

  #soon(): void {
    if (this.#abort.signal.aborted) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tending = (this.#tending ?? Promise.resolve())
        .then(() => (this.#abort.signal.aborted ? undefined : this.tend()))
        .catch((error: unknown) => this.#parts.log.error('Looking after rules', error));
    }, QUIET).unref();
  }

  async #concerned(): Promise<boolean> {
    if (this.#revision < 0) return true;
    const { changes, reset } = await this.#parts.store.changesSince(this.#revision, CHANGES);
    if (reset || changes.length === CHANGES) return true;
    return changes.some(({ table }) => table === 'memory');
  }

  /** Brings the edges between rules to what they say now; of two the newer contradicts the older. */
  async #contradict(rules: readonly Memory[]): Promise<void> {
    const { store } = this.#parts;
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const found = new Map<string, Edge>();
    for (const pair of contradictions(rules)) {
      const [older, newer] = [pair.one, pair.other].sort(
        (a, b) => (byId.get(a)?.updatedAt ?? 0) - (byId.get(b)?.updatedAt ?? 0),
      );
      if (older === undefined || newer === undefined) continue;
      const edge: Edge = { from: newer, type: 'contradicts', to: older, weight: 1 };
      found.set(pairOf(edge), edge);
    }
    const known = (await store.edgesOf([...byId.keys()], EDGES)).filter(
      ({ type, from, to }) => type === 'contradicts' && byId.has(from) && byId.has(to),
    );
    const there = new Set(known.map(pairOf));
    const fresh = [...found].filter(([pair]) => !there.has(pair)).map(([, edge]) => edge);
    const over = known.filter((edge) => !found.has(pairOf(edge)));
    if (fresh.length + over.length === 0) return;
    await store.write(async (tx) => {
      await tx.addEdges(fresh);
      await tx.removeEdges(over);
    });
  }

  /** Compiles one part of those that were not looked at yet; whether that were all. */
  async #compile(memories: readonly Memory[]): Promise<boolean> {
    const { store, version } = this.#parts;
    const [by, at, id = ''] = ((await store.meta(COMPILED)) ?? '').split(' ');
    const last = by === version ? { updatedAt: Number(at), id } : { updatedAt: -1, id: '' };
    const due = memories.filter((memory) => order(memory, last) > 0).sort(order);
    let reached: Memory | undefined;
    try {
      for (const memory of due.slice(0, PART)) {
        if (this.#abort.signal.aborted) break;
        await this.#offer(memory);
        reached = memory;
      }
    } finally {
      if (reached !== undefined) {
        const mark = `${version} ${reached.updatedAt} ${reached.id}`;
        await store.write((tx) => tx.setMeta(COMPILED, mark));
      }
    }
    return due.length <= PART;
  }

  async #offer(memory: Memory): Promise<void> {
    const { checking, log } = this.#parts;
    const said = memory.detail.detector === undefined ? saidByMemory(memory) : undefined;
    if (said === undefined) return;
    try {
      const compiled = await checking.compile(said);
      if (compiled !== undefined) await this.#propose(memory, compiled.spec);
    } catch (error) {
      // Another error is no fault of the rule: it is looked at again.
      if (!(error instanceof HumanError)) throw error;
      log.warn(`No check could be made of the rule ${memory.id}: ${error.message}`);
    }
  }

  /** Not a change of what the memory says, so it is as fresh or old as before. */
  async #propose({ id, text }: Memory, spec: DetectorSpec): Promise<void> {
    await this.#parts.store.write(async (tx) => {
      const memory = await tx.memory(id);
      if (memory?.status !== 'active' || memory.text !== text) return;
      if (memory.detail.detector !== undefined) return;
      await tx.putMemory(
        { ...memory, detail: { ...memory.detail, detector: { spec, state: 'proposed' } } },
        { actor: 'mneme', action: 'learn', summary: 'Proposed a check for it' },
      );
    });
  }
}

type Marked = Pick<Memory, 'updatedAt' | 'id'>;

function order(a: Marked, b: Marked): number {
  return a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function pairOf({ from, to }: Pick<Edge, 'from' | 'to'>): string {
  return [from, to].sort().join(' ');
}
