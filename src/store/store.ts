import type { Edge } from '../memory/edge';
import type { EdgeColumns } from '../memory/edge-columns';
import type { Entity } from '../memory/entity';
import type { Exposure } from '../memory/exposure';
import type { JournalEntry } from '../memory/journal';
import type { Memory, Status } from '../memory/memory';
import type { Outcome } from '../memory/outcome';
import type { Session } from '../memory/session';
import type { Signal } from '../memory/signal';
import { Backups } from './backup';
import { type Changes, changesSince, newestRevision } from './change-feed';
import { Cleaning } from './cleaning';
import { CommitWatch } from './commit-watch';
import type { Connection } from './connection';
import { type Counts, countsOf } from './counts';
import { type Database, openDatabase } from './database';
import {
  type EdgePlace,
  type EdgeSlice,
  memoryKeysSince,
  outgoingEdges,
  sliceEdges,
  sliceMemoryKeys,
} from './edge-columns';
import { edgesOf } from './edge-table';
import { embeddingDimensions, embeddingsOf } from './embedding-table';
import { entitiesOf, sliceEntities } from './entity-table';
import { type ConversationFilter, exposuresSince, exposuresWhere, shownIn } from './exposure-table';
import { journalWhere } from './journal-table';
import {
  changedAt,
  globbedMemories,
  listMemories,
  memoriesOf,
  type MemoryFilter,
  type Placed,
  sliceMemories,
} from './memory-table';
import { findText, type TextFilter, type TextFound } from './memory-text';
import { idsOf, keysOf } from './node-table';
import { outcomesOf } from './outcome-table';
import { RowParser } from './row-parser';
import { Rules } from './rules';
import { Scrubber } from './scrubber';
import { sessionOf } from './session-table';
import { Judgements } from './judgements';
import { Showings } from './showings';
import {
  listSignals,
  sessionsBefore,
  type SignalFilter,
  signalsOf,
  sliceSignals,
} from './signal-table';
import type { Slice } from './slice';
import { forPeople } from './sql-error';
import { type StoreOptions, type Tuning, TUNING } from './store-options';
import { Transaction } from './transaction';
import { Writer } from './writer';

export type { Change, Changes } from './change-feed';
export type { Redact } from './cleaning';
export type { EdgePlace, EdgeSlice } from './edge-columns';
export type { Embedding } from './embedding-table';
export type { NewExposure } from './exposure-table';
export type { KeptShowing } from './receipt-table';
export type { TextFilter, TextFound } from './memory-text';
export type { Judgement } from './judgements';
export type { Overrule } from './rule-table';
export { dayOf, type RuleLook } from './rule-writer';
export type { RuleSum } from './compliance-table';
export type { Slice } from './slice';
export type { StoreOptions } from './store-options';
export type { Note, Writer } from './writer';

/**
 * All that Mneme knows, in one SQLite file that several processes may use at once. Reads go by a
 * connection of their own and see only what is committed.
 *
 * Troubles that a person can do something about (no room, no right, a damaged file) are
 * `HumanError`s.
 */
export class Store {
  readonly #options: StoreOptions;
  readonly #tuning: Tuning;
  readonly #database: Database;
  readonly #parser: RowParser;
  readonly #watch: CommitWatch;
  readonly #scrubber: Scrubber;
  /** What was shown, and what came of it. */
  readonly showings: Showings;
  /** What qualities rest on. */
  readonly judgements: Judgements;
  /** What rules are held by. */
  readonly rules: Rules;
  #lastWrite: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | undefined;

  /** Use `Store.open`. */
  constructor(options: StoreOptions, tuning: Tuning, database: Database) {
    this.#options = options;
    this.#tuning = tuning;
    this.#database = database;
    this.#parser = new RowParser(options.log);
    this.showings = new Showings((query) => this.#read(query), this.#parser);
    this.judgements = new Judgements((query) => this.#read(query), this.#parser);
    this.rules = new Rules((query) => this.#read(query), this.#parser);
    this.#scrubber = new Scrubber(
      database.writing,
      new Backups(options.path),
      options.log,
      (scrub) => this.#inTurn(scrub),
    );
    this.#watch = new CommitWatch(database.reading, tuning.lookEvery, options.log);
  }

  /** Opens the store, which is made when it is missing; backs it up before its schema changes. */
  static async open(options: StoreOptions): Promise<Store> {
    const tuning = { ...TUNING, ...options.tuning };
    try {
      const now = options.clock.now();
      const database = await openDatabase(options.path, tuning.migrations, now);
      const store = new Store(options, tuning, database);
      await store.#scrubber.scrub();
      return store;
    } catch (error) {
      throw forPeople(error, options.path);
    }
  }

  async memory(id: string): Promise<Memory | undefined> {
    return (await this.memories([id]))[0];
  }

  /** In the order asked; missing ones are left out. */
  async memories(ids: readonly string[]): Promise<Memory[]> {
    return ids.length === 0 ? [] : this.#read((db) => memoriesOf(db, ids, this.#parser));
  }

  /** When memories were last changed, by their ids; missing ones are left out. */
  async changedAt(ids: readonly string[]): Promise<Map<string, number>> {
    return ids.length === 0 ? new Map() : this.#read((db) => changedAt(db, ids));
  }

  /** The newest first. */
  async listMemories(filter: MemoryFilter): Promise<Memory[]> {
    return this.#read((db) => listMemories(db, filter, this.#parser));
  }

  /**
   * Where those memories hold that name files by a glob, of a repository and of none, the newest
   * first. Cheaper by far than `listMemories`: every recall asks.
   */
  async globbed(
    repo: string | undefined,
    statuses: readonly Status[],
    limit: number,
  ): Promise<Placed[]> {
    return this.#read((db) => globbedMemories(db, repo, statuses, limit));
  }

  /** Memories in the order in which they came, part by part; `after` is the part's cursor. */
  async eachMemory(after: string | undefined, limit: number): Promise<Slice<Memory>> {
    return this.#read((db) => sliceMemories(db, after, limit, this.#parser));
  }

  /**
   * Finds memories by words, without the index: quick for any words and of any number, but by the
   * rarest of them alone, and without what our tokenizer knows of code. See `TextFound`.
   */
  async findText(words: readonly string[], filter: TextFilter): Promise<TextFound> {
    return this.#read((db) => findText(db, words, filter));
  }

  async entity(id: string): Promise<Entity | undefined> {
    return (await this.entities([id]))[0];
  }

  /** In the order asked; missing ones are left out. */
  async entities(ids: readonly string[]): Promise<Entity[]> {
    return ids.length === 0 ? [] : this.#read((db) => entitiesOf(db, ids, this.#parser));
  }

  /** Entities in the order in which they came, part by part. */
  async eachEntity(after: string | undefined, limit: number): Promise<Slice<Entity>> {
    return this.#read((db) => sliceEntities(db, after, limit, this.#parser));
  }

  /** Edges from and to these nodes, of each node the strongest; the strongest first. */
  async edgesOf(ids: readonly string[], limitPerNode: number): Promise<Edge[]> {
    return this.#read((db) => edgesOf(db, ids, limitPerNode));
  }

  /** All edges as columns, part by part; `after` is where the part before ended. */
  async eachEdge(after: EdgePlace | undefined, limit: number): Promise<EdgeSlice> {
    return this.#read((db) => sliceEdges(db, after, limit));
  }

  /** All edges that go out from nodes with these keys. */
  async outgoingEdges(keys: readonly number[]): Promise<EdgeColumns> {
    return this.#read((db) => outgoingEdges(db, keys));
  }

  /** Keys of memories after a key, in order; fewer than `limit` are the last. */
  async eachMemoryKey(after: number, limit: number): Promise<Uint32Array> {
    return this.#read((db) => sliceMemoryKeys(db, after, limit));
  }

  /** Keys of the memories that were learned at a time or later, in no order. Looks at them all. */
  async memoryKeysSince(at: number): Promise<Uint32Array> {
    return this.#read((db) => memoryKeysSince(db, at));
  }

  /** The keys of nodes, by id; ids that are no node's are left out. */
  async keysOf(ids: readonly string[]): Promise<Map<string, number>> {
    return ids.length === 0 ? new Map() : this.#read((db) => keysOf(db, ids));
  }

  /** The ids of nodes, by key; keys that are no node's are left out. */
  async idsOf(keys: readonly number[]): Promise<Map<number, string>> {
    return keys.length === 0 ? new Map() : this.#read((db) => idsOf(db, keys));
  }

  /** The newest first. */
  async signals(filter: SignalFilter): Promise<Signal[]> {
    return this.#read((db) => listSignals(db, filter, this.#parser));
  }

  /** Sessions of which every signal is older than a time. */
  async sessionsBefore(at: number, limit: number): Promise<string[]> {
    return this.#read((db) => sessionsBefore(db, at, limit));
  }

  /** Signals by their ids, in the order asked; missing ones are left out. */
  async signalsById(ids: readonly string[]): Promise<Signal[]> {
    return this.#read((db) => signalsOf(db, ids, this.#parser));
  }

  /** Signals in the order in which they were stored, part by part. */
  async eachSignal(after: string | undefined, limit: number): Promise<Slice<Signal>> {
    return this.#read((db) => sliceSignals(db, after, limit, this.#parser));
  }

  async exposure(id: string): Promise<Exposure | undefined> {
    return (await this.#exposures('x.id = ?', [id]))[0];
  }

  /** Where a memory was shown, the newest first. */
  async exposuresOf(memory: string, limit: number): Promise<Exposure[]> {
    return this.#exposures('x.memory = ? ORDER BY x.at DESC, x.id DESC LIMIT ?', [memory, limit]);
  }

  /** What a session was shown at or after a time, the newest first; see `exposuresSince`. */
  async exposuresSince(session: string, since: number, repo?: string): Promise<Exposure[]> {
    return this.#read((db) => exposuresSince(db, { session, since, repo }, this.#parser));
  }

  /**
   * What an assistant's conversation was shown at or after a time: when each memory was last, by
   * memory, in milliseconds since 1970.
   */
  async shownIn(conversation: ConversationFilter, since: number): Promise<Map<string, number>> {
    return this.#read((db) => shownIn(db, conversation, since));
  }

  /** What the showings of a memory led to, the newest first. */
  async outcomesOf(memory: string, limit: number): Promise<Outcome[]> {
    return this.#read((db) => outcomesOf(db, memory, limit, this.#parser));
  }

  /** What was done to a memory, the newest first. */
  async journalOf(memory: string, limit: number): Promise<JournalEntry[]> {
    return this.#journal('memory = ?', [memory], limit);
  }

  async journalEntry(id: string): Promise<JournalEntry | undefined> {
    return (await this.#journal('id = ?', [id], 1))[0];
  }

  /**
   * The newest change that a person or an assistant made, that has not been taken back and is not
   * itself the undoing of another. What Mneme does by itself would come in between.
   */
  async newestUndoable(): Promise<JournalEntry | undefined> {
    const condition = `undone_by IS NULL AND action <> 'undo' AND actor <> 'mneme'`;
    return (await this.#journal(condition, [], 1))[0];
  }

  async session(id: string): Promise<Session | undefined> {
    return this.#read((db) => sessionOf(db, id, this.#parser));
  }

  async counts(): Promise<Counts> {
    return this.#read(countsOf);
  }

  /** The length of the vectors kept of an embedder; `undefined` where there were never any. */
  async embeddingDimensions(embedder: string): Promise<number | undefined> {
    return this.#read((db) => embeddingDimensions(db, embedder));
  }

  /** What an embedder gave for these texts, in their order, as far as it is kept. */
  async embeddings(
    embedder: string,
    texts: readonly string[],
  ): Promise<(Float32Array | undefined)[]> {
    return this.#read((db) => embeddingsOf(db, embedder, texts));
  }

  /** Names this store for good: what is kept beside it, made from it, is tied to this. */
  async id(): Promise<string> {
    const id = await this.meta('store-id');
    if (id === undefined) throw new Error('The store has no id');
    return id;
  }

  /** What was kept under a name by `setMeta`. */
  async meta(key: string): Promise<string | undefined> {
    const row = await this.#read((db) => db.first('SELECT value FROM meta WHERE key = ?', [key]));
    return row && String(row['value']);
  }

  /** The number of the newest change; grows with every change, by whichever process. */
  async revision(): Promise<number> {
    return this.#read(newestRevision);
  }

  /** What changed after a revision. See `Changes.reset` for a reader that fell far behind. */
  async changesSince(revision: number, limit: number): Promise<Changes> {
    return this.#read((db) => changesSince(db, revision, limit));
  }

  /**
   * Hears of commits: of this process at once, of others within a second. Returns how to stop. The
   * same commit may be told twice; `changesSince` says what is new.
   */
  watch(listener: () => void): () => void {
    return this.#watch.add(listener);
  }

  /**
   * Does a piece of writing as one transaction: all of it or, when it throws, nothing. One piece at
   * a time within the process; a piece must not start another and wait for it. Reads of the store
   * see it only afterwards (`Writer.memory` sees it within).
   *
   * @param ahead what the work will write. Its texts are cleaned of secrets before the database is
   *   locked; without it, all but the first call's are cleaned while the lock is held. Worth it for
   *   thousands of rows.
   */
  async write<T>(work: (tx: Writer) => Promise<T>, ahead: readonly object[] = []): Promise<T> {
    if (this.#closed) throw new Error('The store is closed');
    const cleaning = new Cleaning(this.#options.redact);
    await cleaning.clean(ahead);
    return this.#inTurn(() => this.#transact(work, cleaning));
  }

  /** Waits for the writes under way and lets go of the file. */
  async close(): Promise<void> {
    this.#closed ??= (async () => {
      this.#watch.stop();
      this.#scrubber.stop();
      await this.#lastWrite;
      await this.#database.reading.close();
      await this.#database.writing.close();
    })();
    return this.#closed;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#lastWrite.then(work);
    this.#lastWrite = result.catch(() => undefined);
    return result;
  }

  async #transact<T>(work: (tx: Writer) => Promise<T>, cleaning: Cleaning): Promise<T> {
    const { clock, ids, path } = this.#options;
    const transaction = new Transaction(this.#database.writing);
    const writer = new Writer({ transaction, cleaning, parser: this.#parser, clock, ids });
    let result: T;
    let changed: boolean;
    try {
      result = await work(writer);
      changed = await transaction.commit(this.#tuning.changesKept);
    } catch (error) {
      await transaction.rollBack();
      throw forPeople(error, path);
    }
    if (transaction.scrub) await this.#scrubber.scrub();
    if (changed) this.#watch.tell();
    return result;
  }

  async #exposures(condition: string, parameters: readonly (string | number)[]) {
    return this.#read((db) => exposuresWhere(db, condition, parameters, this.#parser));
  }

  async #journal(condition: string, parameters: readonly (string | number)[], limit: number) {
    return this.#read((db) => journalWhere(db, condition, parameters, limit, this.#parser));
  }

  async #read<T>(query: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await query(this.#database.reading);
    } catch (error) {
      throw forPeople(error, this.#options.path);
    }
  }
}
