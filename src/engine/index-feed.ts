import type { SearchIndex } from '../index/search-index';
import type { Log } from '../memory/log';
import type { EngineEvent } from '../protocol/engine-api';
import type { Change, Store } from '../store/store';
import { IndexFiller } from './index-filler';

/** Changes followed at once; more than these are told as "many". */
const CHANGES = 2000;
const NAMED = 200;
/** Documents that change before the index is saved again: a start follows as many in half a second. */
const UNSAVED = 2000;

/** Milliseconds for which a question waits for the index, before the store's full text answers it. */
const PATIENCE = 250;

type Changed = Extract<EngineEvent, { kind: 'changed' }>;

export interface IndexFeedParts {
  store: Store;
  index: SearchIndex;
  log: Log;
  tell: (event: Changed) => void;
  /** Whether this process lives long enough to save the index for the next one. */
  saves: boolean;
  /** Called when memories were changed, before it is told. */
  changed?: () => void;
}

/**
 * Restores the index from its snapshot or fills it from the store, keeps it up with the change feed,
 * saves it, and tells of changes.
 */
export class IndexFeed {
  readonly #store: Store;
  readonly #index: SearchIndex;
  readonly #filler: IndexFiller;
  readonly #log: Log;
  readonly #tell: (event: Changed) => void;
  readonly #saves: boolean;
  readonly #changed: () => void;
  #revision = 0;
  /** Documents that a filling under way will put in; 0 when none is. Not counted yet: infinitely many. */
  #expected = Infinity;
  #unsaved = 0;
  /** Whether files still tell of what was forgotten. */
  #tainted = false;
  #following: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #unwatch: () => void = () => undefined;

  /** Whether the index is as its snapshot left it. Unset: nobody asked yet. */
  #restored: Promise<boolean> | undefined;
  /** Every memory is in; entities and signals may still be on their way. */
  #memoriesIn: Promise<void> | undefined;
  #allIn: Promise<void> | undefined;
  #ready = false;

  constructor({ store, index, log, tell, saves, changed }: IndexFeedParts) {
    this.#store = store;
    this.#index = index;
    this.#filler = new IndexFiller(store, index);
    this.#log = log;
    this.#tell = tell;
    this.#saves = saves;
    this.#changed = changed ?? (() => undefined);
  }

  /** The share of the store that can be found by now, 0 to 1. */
  get indexed(): number {
    return this.#expected === 0 ? 1 : Math.min(1, this.#index.size / this.#expected);
  }

  /** Whether every memory can be found. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Begins to follow the store. The index is filled with the first question, or by `fill`. */
  async start(): Promise<void> {
    this.#revision = await this.#store.revision();
    this.#unwatch = this.#store.watch(() => this.#follow());
    // What was committed between reading the revision and watching has no notice of its own.
    this.#follow();
  }

  /** Begins to restore or fill the index, unless that was begun already. */
  fill(): Promise<void> {
    this.#restored ??= this.#restore();
    return this.#memoriesIn ?? this.#fill(this.#restored);
  }

  /** Resolves once every memory that is in the store by now can be found. */
  async current(): Promise<void> {
    await this.fill();
    await this.#following;
  }

  /** As `current`, but for no longer than a person waits; whoever asks looks whether it is `ready`. */
  async settled(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)));
    await Promise.race([this.current(), patience]).finally(() => clearTimeout(timer));
  }

  /** Resolves once everything that is in the store by now can be found. */
  async complete(): Promise<void> {
    await this.fill();
    await this.#allIn;
    await this.#following;
  }

  /** Puts memories in again: what they are found by came later than they did. */
  async refresh(ids: readonly string[]): Promise<void> {
    this.#unsaved += await this.#filler.refresh(ids);
  }

  /** Makes the index anew from the store, since its files are not to be trusted. */
  renew(reason: unknown): void {
    if (!this.#ready) return;
    this.#log.error('The index is made anew', reason);
    this.#ready = false;
    this.#rebuild().catch((error: unknown) => this.#log.error('Making the index anew', error));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#filler.stop();
    this.#unwatch();
    await Promise.allSettled([this.#allIn, this.#following]);
    this.#index.close();
  }

  #fill(restored: Promise<boolean>): Promise<void> {
    const memories = restored.then((done) => (done ? undefined : this.#filler.memories()));
    const all = this.#finish(restored, memories);
    this.#memoriesIn = memories;
    this.#allIn = all;
    memories.then(
      () => (this.#ready = true),
      // Who asks waits for these; a failure with nobody asking must not take the process down.
      () => undefined,
    );
    all.catch((error: unknown) => this.#log.error('Filling the index', error));
    return memories;
  }

  async #finish(restored: Promise<boolean>, memories: Promise<void>): Promise<void> {
    await memories;
    if (await restored) {
      this.#expected = 0;
      // What can be read is right; what cannot is found out before somebody asks for it.
      await this.#index.check().catch((error: unknown) => this.renew(error));
      await this.#saveIfDue();
      return;
    }
    await this.#filler.others();
    this.#expected = 0;
    await this.#save();
  }

  /** Takes up the snapshot and what changed since; `false` when there is none that is any good. */
  async #restore(): Promise<boolean> {
    const result = await this.#index.load({ store: await this.#store.id() });
    if (!result.restored) {
      this.#log.info(`The index is filled from the store. ${result.reason}`);
      await this.#expect();
      return false;
    }
    let since = result.revision;
    for (;;) {
      const { changes, reset, revision } = await this.#store.changesSince(since, CHANGES);
      if (reset) {
        this.#index.clear();
        await this.#expect();
        return false;
      }
      await this.#apply(changes);
      since = revision;
      if (changes.length < CHANGES || this.#stopped) return true;
    }
  }

  /** Counting a large store takes a second: only who waits for a filling is told how far it is. */
  async #expect(): Promise<void> {
    const { memories, entities } = await this.#store.counts();
    this.#expected = memories + entities;
  }

  async #saveIfDue(): Promise<void> {
    if (this.#tainted || this.#unsaved >= UNSAVED) await this.#save();
  }

  /** Called when all that was put is in the index up to `#revision`. */
  async #save(): Promise<void> {
    if (!this.#saves || this.#stopped) return;
    const due = { unsaved: this.#unsaved, tainted: this.#tainted };
    this.#unsaved = 0;
    this.#tainted = false;
    try {
      await this.#index.save({ store: await this.#store.id(), revision: this.#revision });
    } catch (error) {
      this.#unsaved += due.unsaved;
      this.#tainted ||= due.tainted;
      throw error;
    }
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
      const { changes, reset } = await this.#store.changesSince(this.#revision, CHANGES);
      if (reset) {
        await this.#rebuild();
        continue;
      }
      const last = changes.at(-1);
      if (last === undefined) continue;
      if (changes.some(({ table }) => table === 'memory')) this.#changed();
      // An index that nobody has asked for yet will be filled from the store as it is then; one that
      // is being restored follows on its own until it is up with the store.
      if (this.#restored !== undefined) {
        await this.#restored.catch(() => undefined);
        await this.#apply(changes);
      }
      this.#revision = last.revision;
      this.#again ||= changes.length === CHANGES;
      this.#tell(summary(changes));
    }
    if (this.#ready && this.#expected === 0) await this.#saveIfDue();
  }

  async #apply(changes: readonly Change[]): Promise<void> {
    const { documents, erased } = await this.#filler.apply(changes);
    this.#unsaved += documents;
    this.#tainted ||= erased > 0;
  }

  async #rebuild(): Promise<void> {
    await this.#allIn?.catch(() => undefined);
    const revision = await this.#store.revision();
    if (this.#restored !== undefined) {
      this.#ready = false;
      this.#expected = Math.max(1, this.#index.size);
      this.#index.clear();
      this.#restored = Promise.resolve(false);
      await this.#fill(this.#restored);
      await this.#allIn;
    }
    // Only now: a rebuild that failed half way is done again with the next change.
    this.#revision = revision;
    this.#changed();
    this.#tell({ kind: 'changed', revision, memories: [], many: true, signals: true });
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
