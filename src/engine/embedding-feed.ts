import { setTimeout as wait } from 'node:timers/promises';
import { EndpointError } from '../index/embedding-endpoint';
import type { EndpointEmbedder } from '../index/endpoint-embedder';
import { foundBy } from '../memory/found-by';
import type { Log } from '../memory/log';
import type { Memory } from '../memory/memory';
import type { Store } from '../store/store';

/** Memories whose vectors are fetched before they are put into the index. */
const SLICE = 256;
const CHANGES = 2000;
/** Milliseconds before an endpoint that is away is asked again. */
const REST = 60_000;

/** How far the vectors of all memories are fetched; the same numbers when nothing is to do. */
export interface EmbeddingProgress {
  readonly done: number;
  readonly total: number;
}

export interface EmbeddingFeedParts {
  readonly store: Store;
  readonly embedder: EndpointEmbedder;
  /** Puts memories into the index anew, as they are now: their vectors are in the cache. */
  readonly refresh: (ids: readonly string[]) => Promise<void>;
  readonly tell: (progress: EmbeddingProgress) => void;
  readonly log: Log;
  /** Milliseconds of `REST`; for tests. */
  readonly rest?: number | undefined;
}

/**
 * Sees to it that every memory has its vector from the endpoint: all at the start (a model that is
 * new begins with none), then whatever changes. Part by part and at leisure; the index answers by
 * words meanwhile. An endpoint that is away is asked again later, from where it was; one that
 * refuses is left alone until the next start.
 */
export class EmbeddingFeed {
  readonly #parts: EmbeddingFeedParts;
  readonly #abort = new AbortController();
  #progress: EmbeddingProgress = { done: 0, total: 0 };
  #running: Promise<void> | undefined;
  #again = false;
  #revision = 0;
  #unwatch: () => void = () => undefined;

  constructor(parts: EmbeddingFeedParts) {
    this.#parts = parts;
  }

  get progress(): EmbeddingProgress {
    return this.#progress;
  }

  /** Begins; to be called once the index holds the memories. */
  start(): void {
    if (this.#abort.signal.aborted) return;
    this.#unwatch = this.#parts.store.watch(() => this.#follow());
    this.#run(() => this.#fetchAll());
  }

  /** Calls off what is under way and waits for its end. */
  async stop(): Promise<void> {
    this.#unwatch();
    this.#abort.abort();
    await this.#running;
  }

  #follow(): void {
    this.#again = true;
    if (this.#running === undefined) this.#run(() => this.#fetchChanged());
  }

  #run(work: () => Promise<void>): void {
    this.#running = work()
      .then(() => {
        this.#running = undefined;
        // What was told after the last look and before this moment.
        if (this.#again && !this.#abort.signal.aborted) this.#follow();
      })
      .catch((error: unknown) => {
        // `#running` stays: no more is fetched in this process.
        if (this.#abort.signal.aborted) return;
        if (error instanceof EndpointError) this.#parts.log.warn(error.message);
        else this.#parts.log.error('Fetching vectors', error);
      });
  }

  async #fetchAll(): Promise<void> {
    const { store, tell } = this.#parts;
    this.#revision = await store.revision();
    const { memories: total } = await store.counts();
    let done = 0;
    let told: number | undefined;
    let cursor: string | undefined;
    do {
      const slice = await store.eachMemory(cursor, SLICE);
      this.#abort.signal.throwIfAborted();
      const fetched = await this.#fetch(slice.items);
      done = Math.min(total, done + slice.items.length);
      this.#progress = { done, total };
      if (fetched) {
        told = done;
        tell(this.#progress);
      }
      cursor = slice.cursor;
    } while (cursor !== undefined);
    this.#progress = { done: total, total };
    // Whoever shows how far it is must hear of the end.
    if (told !== undefined && told < total) tell(this.#progress);
    this.#again = true;
  }

  async #fetchChanged(): Promise<void> {
    const { store } = this.#parts;
    while (this.#again) {
      this.#again = false;
      const { changes, reset, revision } = await store.changesSince(this.#revision, CHANGES);
      if (reset) return this.#fetchAll();
      const touched = changes.flatMap(({ table, id }) => (table === 'memory' ? [id] : []));
      const memories = await store.memories([...new Set(touched)]);
      for (let from = 0; from < memories.length; from += SLICE) {
        await this.#fetch(memories.slice(from, from + SLICE));
      }
      this.#revision = revision;
      this.#again ||= changes.length === CHANGES;
    }
  }

  /** Whether anything was missing. */
  async #fetch(memories: readonly Memory[]): Promise<boolean> {
    const texts = memories.map(foundBy);
    const missing = await this.#persist(texts);
    const ids = memories.flatMap(({ id }, at) => (missing[at] === true ? [id] : []));
    if (ids.length > 0) await this.#parts.refresh(ids);
    return ids.length > 0;
  }

  async #persist(texts: readonly string[]): Promise<boolean[]> {
    const { embedder, rest = REST } = this.#parts;
    const { signal } = this.#abort;
    for (;;) {
      try {
        return await embedder.fill(texts, signal);
      } catch (error) {
        if (!(error instanceof EndpointError && error.passing)) throw error;
        await wait(Math.max(rest, error.wait), undefined, { signal, ref: false });
      }
    }
  }
}
