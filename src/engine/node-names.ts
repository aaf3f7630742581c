import type { Store } from '../store/store';

/** Names kept, the latest used; a task's nodes come again while somebody works at one place. */
const KEPT = 65_536;

/** Looks up the ids of nodes by their keys and the other way round, and keeps the latest. */
export class NodeNames {
  readonly #store: Store;
  readonly #keys = new Map<string, number>();
  readonly #ids = new Map<number, string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Ids that are no node's are left out. */
  async keysOf(ids: Iterable<string>): Promise<Map<string, number>> {
    return lookedUp(ids, this.#keys, async (missing) => {
      for (const [id, key] of await this.#store.keysOf(missing)) this.#keep(id, key);
    });
  }

  /** Keys that are no node's are left out. */
  async idsOf(keys: Iterable<number>): Promise<Map<number, string>> {
    return lookedUp(keys, this.#ids, async (missing) => {
      for (const [key, id] of await this.#store.idsOf(missing)) this.#keep(id, key);
    });
  }

  /** Of a node that is gone: its id may come back as another node's. */
  drop(id: string): void {
    const key = this.#keys.get(id);
    this.#keys.delete(id);
    if (key !== undefined) this.#ids.delete(key);
  }

  /** Of all nodes. */
  clear(): void {
    this.#keys.clear();
    this.#ids.clear();
  }

  #keep(id: string, key: number): void {
    this.#keys.set(id, key);
    this.#ids.set(key, id);
    for (const [oldest, of] of this.#keys) {
      if (this.#keys.size <= KEPT) break;
      this.#keys.delete(oldest);
      this.#ids.delete(of);
    }
  }
}

async function lookedUp<K, V>(
  wanted: Iterable<K>,
  kept: ReadonlyMap<K, V>,
  look: (missing: K[]) => Promise<void>,
): Promise<Map<K, V>> {
  const all = new Set(wanted);
  const found = new Map<K, V>();
  const take = (): void => {
    for (const one of all) {
      const value = kept.get(one);
      if (value !== undefined) found.set(one, value);
    }
  };
  take();
  if (found.size === all.size) return found;
  await look([...all].filter((one) => !found.has(one)));
  take();
  return found;
}
