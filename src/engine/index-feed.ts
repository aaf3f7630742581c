import type { IndexDocument, SearchIndex } from '../index/search-index';
import type { Log } from '../memory/log';
import type { Change, Store } from '../store/store';
import type { EngineEvent } from '../protocol/engine-api';
import { entityDocument, memoryDocument, signalDocument } from './index-document';

/** Documents read from the store and put into the index before others get a turn. */
const SLICE = 500;
/** Changes followed at once; more than these are told as "many". */
const CHANGES = 2000;
const NAMED = 200;

type Changed = Extract<EngineEvent, { kind: 'changed' }>;

/** Fills the index from the store, keeps it up with the change feed, and tells of changes. */
export class IndexFeed {
  readonly #store: Store;
  readonly #index: SearchIndex;
  readonly #log: Log;
  readonly #tell: (event: Changed) => void;
  #revision = 0;
  /** Documents that a filling under way will put in; 0 when none is. */
  #expected = 0;
  #following: Promise<void> | undefined;
  #again = false;
  /** Memories that are to be put in anew although nothing of them changed. */
  readonly #stale = new Set<string>();
  #stopped = false;
  #unwatch: () => void = () => undefined;

  /** Every memory is in; entities and signals may still be on their way. Unset: not begun. */
  #memoriesIn: Promise<void> | undefined;
  #allIn: Promise<void> | undefined;

  constructor(store: Store, index: SearchIndex, log: Log, tell: (event: Changed) => void) {
    this.#store = store;
    this.#index = index;
    this.#log = log;
    this.#tell = tell;
  }

  /** The share of the store that can be found by now, 0 to 1. */
  get indexed(): number {
    return this.#expected === 0 ? 1 : Math.min(1, this.#index.size / this.#expected);
  }

  /** Begins to follow the store. The index is filled with the first question, or by `fill`. */
  async start(): Promise<void> {
    this.#revision = await this.#store.revision();
    const counts = await this.#store.counts();
    this.#expected = counts.memories + counts.entities;
    this.#unwatch = this.#store.watch(() => this.#follow());
    // What was committed between reading the revision and watching has no notice of its own.
    this.#follow();
  }

  /** Begins to fill the index, unless that was begun already. */
  fill(): Promise<void> {
    if (this.#memoriesIn !== undefined) return this.#memoriesIn;
    const memories = this.#fill((after) => this.#store.eachMemory(after, SLICE), memoryDocument);
    this.#memoriesIn = memories;
    this.#allIn = this.#fillRest(memories);
    // Who asks waits for these; a failure with nobody asking must not take the process down.
    memories.catch(() => undefined);
    this.#allIn.catch((error: unknown) => this.#log.error('Filling the index', error));
    return memories;
  }

  /** Resolves once every memory that is in the store by now can be found. */
  async current(): Promise<void> {
    await this.fill();
    await this.#following;
  }

  /** Resolves once everything that is in the store by now can be found. */
  async complete(): Promise<void> {
    await this.fill();
    await this.#allIn;
    await this.#following;
  }

  /** Puts memories in anew, as they are now: their vectors have come. */
  async refresh(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#stale.add(id);
    this.#follow();
    await this.#following;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unwatch();
    await Promise.allSettled([this.#allIn, this.#following]);
  }

  async #fillRest(memories: Promise<void>): Promise<void> {
    await memories;
    await this.#fill((after) => this.#store.eachEntity(after, SLICE), entityDocument);
    await this.#fill((after) => this.#store.eachSignal(after, SLICE), signalDocument);
    this.#expected = 0;
  }

  async #fill<T>(
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

  #follow(): void {
    this.#again = true;
    this.#following ??= this.#catchUp()
      .catch((error: unknown) => this.#log.error('Following the store', error))
      .finally(() => {
        this.#following = undefined;
        // What was told after the last look and before this moment.
        if (this.#again && !this.#stopped) this.#follow();
      });
  }

  async #catchUp(): Promise<void> {
    // A change may be older than the slice that is being filled: apply it on top, not under it.
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const stale = [...this.#stale];
      this.#stale.clear();
      const refreshed = await this.#store.memories(stale);
      if (refreshed.length > 0) await this.#index.put(refreshed.map(memoryDocument));
      const { changes, reset } = await this.#store.changesSince(this.#revision, CHANGES);
      if (reset) {
        await this.#rebuild();
        continue;
      }
      const last = changes.at(-1);
      if (last === undefined) continue;
      // An index that nobody has asked for yet will be filled from the store as it is then.
      if (this.#memoriesIn !== undefined) await this.#apply(changes);
      this.#revision = last.revision;
      this.#again ||= changes.length === CHANGES;
      this.#tell(summary(changes));
    }
  }

  async #rebuild(): Promise<void> {
    await this.#allIn?.catch(() => undefined);
    const revision = await this.#store.revision();
    if (this.#memoriesIn !== undefined) {
      this.#expected = this.#index.size;
      this.#index.clear();
      await this.#fillRest(
        this.#fill((after) => this.#store.eachMemory(after, SLICE), memoryDocument),
      );
    }
    // Only now: a rebuild that failed half way is done again with the next change.
    this.#revision = revision;
    this.#tell({
      kind: 'changed',
      revision,
      memories: [],
      many: true,
      signals: true,
    });
  }

  async #apply(changes: readonly Change[]): Promise<void> {
    const touched = (table: Change['table']) => [
      ...new Set(changes.filter((change) => change.table === table).map((change) => change.id)),
    ];
    const [memoryIds, entityIds, signalIds] = [
      touched('memory'),
      touched('entity'),
      touched('signal'),
    ];
    // Each recall changes qualities and adds exposures, and nothing that can be found.
    if (memoryIds.length + entityIds.length + signalIds.length === 0) return;
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
    await this.#index.remove([...memoryIds, ...signalIds].filter((id) => !there.has(id)));
    await this.#index.put(documents);
  }
}

function summary(changes: readonly Change[]): Changed {
  const memories = new Set<string>();
  for (const { table, id } of changes) {
    if (table === 'memory' || table === 'quality') memories.add(id);
  }
  const many = memories.size > NAMED;
  return {
    kind: 'changed',
    revision: changes.at(-1)?.revision ?? 0,
    memories: many ? [] : [...memories],
    many,
    signals: changes.some((change) => change.table === 'signal'),
  };
}
