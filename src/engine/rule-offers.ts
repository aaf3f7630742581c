import type { DetectorSpec } from '../memory/detector';
import { HumanError } from '../memory/human-error';
import type { Log } from '../memory/log';
import type { Memory } from '../memory/memory';
import type { Store } from '../store/store';
import type { Checking } from './checking/checking';
import { saidByMemory } from './rule-said';

/** Rules that are compiled in a row. */
const PART = 50;
/** Where it stands how far rules were compiled. */
const COMPILED = 'rules-compiled';

export interface RuleOffersParts {
  store: Store;
  checking: Checking;
  log: Log;
  /** Of the program: another may compile what this one could not. */
  version: string;
}

/** Compiles rules that were learned, and offers their checks: none is on without a person's yes. */
export class RuleOffers {
  readonly #parts: RuleOffersParts;

  constructor(parts: RuleOffersParts) {
    this.#parts = parts;
  }

  /** Compiles one part of those that were not looked at yet; whether that were all. */
  async part(memories: readonly Memory[], abort: AbortSignal): Promise<boolean> {
    const { store, version } = this.#parts;
    const [by, at, id = ''] = ((await store.meta(COMPILED)) ?? '').split(' ');
    const last = by === version ? { updatedAt: Number(at), id } : { updatedAt: -1, id: '' };
    const due = memories.filter((memory) => order(memory, last) > 0).sort(order);
    let reached: Memory | undefined;
    try {
      for (const memory of due.slice(0, PART)) {
        if (abort.aborted) break;
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
