import type { Store } from '../store/store';

/** Names kept, the latest used; a task's nodes come again while somebody works at one place. */
const KEPT = 65_536;

/** Looks up the ids of nodes by their keys and the other way round, and keeps the latest. */
export class NodeNames {
  readonly #store: Store;
  readonly #keys = new Map<string, number>();
  readonly #ids = new Map<number, string>();
  readonly #keyLookups = new Lookups<string>(async (missing) => {
    for (const [id, key] of await this.#store.keysOf(missing)) this.#keep(id, key);
  });
  readonly #idLookups = new Lookups<number>(async (missing) => {
    for (const [key, id] of await this.#store.idsOf(missing)) this.#keep(id, key);
  });

  constructor(store: Store) {
    this.#store = store;
  }

  /** Ids that are no node's are left out. */
  async keysOf(ids: Iterable<string>): Promise<Map<string, number>> {
    return lookedUp(ids, this.#keys, this.#keyLookups);
  }

  /** Keys that are no node's are left out. */
  async idsOf(keys: Iterable<number>): Promise<Map<number, string>> {
    return lookedUp(keys, this.#ids, this.#idLookups);
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

/** Joins what is looked up at the same time into one question to the store. */
class Lookups<K> {
  readonly #look: (missing: K[]) => Promise<void>;
  #waiting: { wanted: Set<K>; done: Promise<void> } | undefined;

  constructor(look: (missing: K[]) => Promise<void>) {
    this.#look = look;
  }

  /** Resolves when these were looked up. */
  of(missing: Iterable<K>): Promise<void> {
    this.#waiting ??= this.#begun();
    const { wanted, done } = this.#waiting;
    for (const one of missing) wanted.add(one);
    return done;
  }

  #begun(): { wanted: Set<K>; done: Promise<void> } {
    const wanted = new Set<K>();
    // After all that goes on by itself at this moment.
    const turn = new Promise<void>((resolve) => process.nextTick(resolve));
    const done = turn.then(() => {
      this.#waiting = undefined;
      return this.#look([...wanted]);
    });
    return { wanted, done };
  }
}

async function lookedUp<K, V>(
  wanted: Iterable<K>,
  kept: ReadonlyMap<K, V>,
  lookups: Lookups<K>,
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
  await lookups.of([...all].filter((one) => !found.has(one)));
  take();
  return found;
}
