import type { IndexDocument, SearchIndex } from '../index/search-index';
import type { Change, Store } from '../store/store';
import { entityDocument, memoryDocument, signalDocument } from './index-document';

/** Documents read from the store and put into the index before others get a turn. */
const SLICE = 500;

/** How many documents changed, and how many of them are to be found nowhere any more. */
export type Applied = { documents: number; erased: number };

/** Puts what the store holds into the index. */
export class IndexFiller {
  readonly #store: Store;
  readonly #index: SearchIndex;
  #stopped = false;

  constructor(store: Store, index: SearchIndex) {
    this.#store = store;
    this.#index = index;
  }

  /** Every memory. */
  memories(): Promise<void> {
    return this.#each((after) => this.#store.eachMemory(after, SLICE), memoryDocument);
  }

  /** Every entity and signal. */
  async others(): Promise<void> {
    await this.#each((after) => this.#store.eachEntity(after, SLICE), entityDocument);
    await this.#each((after) => this.#store.eachSignal(after, SLICE), signalDocument);
  }

  /** What changed, as it is by now. */
  async apply(changes: readonly Change[]): Promise<Applied> {
    const touched = (table: Change['table']): string[] => [
      ...new Set(changes.filter((change) => change.table === table).map((change) => change.id)),
    ];
    const [memoryIds, entityIds, signalIds] = [
      touched('memory'),
      touched('entity'),
      touched('signal'),
    ];
    const count = memoryIds.length + entityIds.length + signalIds.length;
    // Each recall changes qualities and adds exposures, and nothing that can be found.
    if (count === 0) return { documents: 0, erased: 0 };
    const [memories, entities, signals] = await Promise.all([
      this.#store.memories(memoryIds),
      this.#store.entities(entityIds),
      this.#store.signalsById(signalIds),
    ]);
    const documents = [
      ...memories.map(memoryDocument),
      ...entities.map(entityDocument),
      ...signals.flatMap((signal) => signalDocument(signal) ?? []),
    ];
    const there = new Set(documents.map((document) => document.id));
    const gone = [...memoryIds, ...signalIds].filter((id) => !there.has(id));
    await this.#index.erase(gone);
    await this.#index.put(documents);
    return { documents: count, erased: gone.length };
  }

  /** These memories, as they are by now; returns how many that were. */
  async refresh(ids: readonly string[]): Promise<number> {
    const memories = await this.#store.memories(ids);
    await this.#index.put(memories.map(memoryDocument));
    return memories.length;
  }

  /** What is under way ends with its slice. */
  stop(): void {
    this.#stopped = true;
  }

  async #each<T>(
    read: (after: string | undefined) => Promise<{ items: T[]; cursor: string | undefined }>,
    document: (item: T) => IndexDocument | undefined,
  ): Promise<void> {
    let cursor: string | undefined;
    do {
      const slice = await read(cursor);
      await this.#index.put(slice.items.flatMap((item) => document(item) ?? []));
      cursor = slice.cursor;
    } while (cursor !== undefined && !this.#stopped);
  }
}
