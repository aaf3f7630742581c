import type { Memory } from '../memory/memory';
import type { Store } from '../store/store';

/** Memories kept, and characters of their texts: those met last, as a task's come again and again. */
const KEPT = 8192;
const KEPT_CHARACTERS = 4e6;
/** Changes looked through at once; behind more of them all is forgotten, which is as quick. */
const CHANGES = 2000;

/**
 * Memories as the store has them, of which those met last are kept. What is given is never older than
 * the last `catchUp`, whichever process wrote.
 */
export class KnownMemories {
  readonly #store: Pick<Store, 'memories' | 'changesSince' | 'revision'>;
  readonly #kept = new Map<string, Memory>();
  #characters = 0;
  /** Up to where changes are known; what was read before it and changed since is not kept. */
  #revision: number | undefined;

  constructor(store: Pick<Store, 'memories' | 'changesSince' | 'revision'>) {
    this.#store = store;
  }

  /** Lets go of what has changed up to now. */
  async catchUp(): Promise<void> {
    if (this.#revision === undefined) {
      this.#revision = await this.#store.revision();
      return;
    }
    const since = this.#revision;
    const { changes, reset, revision } = await this.#store.changesSince(since, CHANGES);
    if (reset || changes.length === CHANGES) this.#forget();
    else for (const { id } of changes) this.#drop(id);
    // Of two that caught up at once the later counts; behind many changes the next one catches up.
    this.#revision = Math.max(this.#revision, revision);
    if (changes.length === CHANGES) await this.catchUp();
  }

  /** In the order asked; missing ones are left out. */
  async of(ids: readonly string[]): Promise<Memory[]> {
    const found = new Map<string, Memory>();
    for (const id of ids) {
      const memory = this.#kept.get(id);
      if (memory) found.set(id, memory);
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length > 0) {
      const revision = this.#revision;
      const read = await this.#store.memories(missing);
      for (const memory of read) found.set(memory.id, memory);
      // Else a change that was noticed meanwhile may be newer than what was read.
      if (revision !== undefined && revision === this.#revision)
        for (const one of read) this.#keep(one);
    }
    for (const id of ids) this.#touch(id);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  #keep(memory: Memory): void {
    this.#drop(memory.id);
    this.#kept.set(memory.id, memory);
    this.#characters += memory.text.length;
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= KEPT && this.#characters <= KEPT_CHARACTERS) break;
      this.#drop(id);
    }
  }

  #touch(id: string): void {
    const memory = this.#kept.get(id);
    if (!memory) return;
    this.#kept.delete(id);
    this.#kept.set(id, memory);
  }

  #drop(id: string): void {
    const memory = this.#kept.get(id);
    if (!memory) return;
    this.#kept.delete(id);
    this.#characters -= memory.text.length;
  }

  #forget(): void {
    this.#kept.clear();
    this.#characters = 0;
  }
}
