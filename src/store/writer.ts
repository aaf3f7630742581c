import type { Clock } from '../memory/clock';
import type { Edge } from '../memory/edge';
import type { Entity } from '../memory/entity';
import type { Exposure } from '../memory/exposure';
import { foundBy } from '../memory/found-by';
import type { Ids } from '../memory/ids';
import type { JournalAction, JournalEntry } from '../memory/journal';
import type { Memory } from '../memory/memory';
import type { Outcome } from '../memory/outcome';
import type { Quality } from '../memory/quality';
import type { Given } from '../memory/receipt';
import type { Session } from '../memory/session';
import type { Signal } from '../memory/signal';
import { listOf } from './bulk';
import type { Cleaning } from './cleaning';
import type { Connection } from './connection';
import { removeEdges, upsertEdges, type EdgeRule } from './edge-table';
import {
  type Embedding,
  type EmbeddingLimits,
  insertEmbeddings,
  pruneEmbeddings,
  removeEmbeddings,
  touchEmbedder,
} from './embedding-table';
import { upsertEntities } from './entity-table';
import { experiencesOf, putExperiences } from './experience-table';
import {
  exposuresWhere,
  insertExposures,
  type NewExposure,
  removeExposures,
} from './exposure-table';
import { insertJournal, journalWhere, markUndone, removeJournal } from './journal-table';
import { type Judgement, judgementsOf, spokenOf } from './judgement-table';
import {
  countShown,
  insertMemories,
  memoriesOf,
  updateMemory,
  updateQualities,
} from './memory-table';
import { keysOf, removeNode } from './node-table';
import { insertOutcomes, removeOutcomes } from './outcome-table';
import type { RowParser } from './row-parser';
import { RuleWriter } from './rule-writer';
import { refuseForgotten, takenIds } from './tombstone-table';
import { Scrubber } from './scrubber';
import { endSession, putSession } from './session-table';
import { insertSignals, removeSignals } from './signal-table';
import type { Transaction } from './transaction';

/** Characters of a memory's text that stand for it in the journal. */
const SUMMARY = 120;

/** Who changed a memory, how, and what the journal says of it. */
export interface Note {
  readonly actor: JournalEntry['actor'];
  readonly action: JournalAction;
  readonly summary: string;
}

/** As `Note`, for many memories at once; without `summary` the head of the memory's text stands for it. */
export interface NoteOnMany extends Omit<Note, 'summary'> {
  readonly summary?: ((memory: Memory) => string) | undefined;
}

/** What a writer works with. */
export interface WriterParts {
  readonly transaction: Transaction;
  readonly cleaning: Cleaning;
  readonly parser: RowParser;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Writes to the store, all within one transaction that begins with the first write and is committed
 * when the work given to `Store.write` is done. Every text is cleaned of secrets before it is
 * written; the first call's before the transaction begins.
 */
export class Writer {
  readonly #parts: WriterParts;
  /** What rules are held by. */
  readonly rules: RuleWriter;

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.rules = new RuleWriter(parts.transaction);
  }

  /** A memory as it stands within this transaction, where no other process can change it. */
  async memory(id: string): Promise<Memory | undefined> {
    return (await this.memories([id]))[0];
  }

  /** As `memory`, for many at once, in the order asked; missing ones are left out. */
  async memories(ids: readonly string[]): Promise<Memory[]> {
    return this.#step((db) => this.#memories(db, ids));
  }

  /**
   * Puts in memories and journals each, without a copy of it: what it was is the memory itself, or
   * the `before` of its next entry. Those whose id exists or was forgotten are passed over.
   *
   * @returns those that were new, as stored
   */
  async addMemories(memories: readonly Memory[], note: NoteOnMany): Promise<Memory[]> {
    const distinct = [...new Map(memories.map((memory) => [memory.id, memory])).values()];
    const cleaned = await this.#parts.cleaning.clean(distinct);
    const { summary: words } = note;
    const entries = words
      ? await this.#parts.cleaning.clean(
          cleaned.map((memory) => ({ memory, summary: words(memory) })),
        )
      : cleaned.map((memory) => ({ memory, summary: headOf(memory.text) }));
    return this.#step(async (db) => {
      const taken = await takenIds(
        db,
        entries.map(({ memory }) => memory.id),
      );
      const fresh = entries
        .filter(({ memory }) => !taken.has(memory.id))
        .map(({ memory, summary }) => ({ memory: this.#revised(memory), summary }));
      const added = fresh.map(({ memory }) => memory);
      await insertMemories(db, added);
      await insertJournal(
        db,
        fresh.map(({ memory, summary }) => this.#entry(memory.id, { ...note, summary })),
      );
      return added;
    });
  }

  /**
   * Puts in a memory or writes over the one with its id; the journal keeps it before and after.
   * Refused with a `HumanError` when the memory was forgotten (see `unforget`).
   */
  async putMemory(memory: Memory, note: Note): Promise<JournalEntry> {
    const [cleaned = memory] = await this.#parts.cleaning.clean([memory]);
    const [{ summary } = note] = await this.#parts.cleaning.clean([{ summary: note.summary }]);
    return this.#step(async (db) => {
      await refuseForgotten(db, memory.id);
      const [before] = await this.#memories(db, [memory.id]);
      const after = this.#revised(cleaned);
      if (before) await updateMemory(db, after);
      else await insertMemories(db, [after]);
      const entry = {
        ...this.#entry(memory.id, { ...note, summary }),
        ...(before && { before }),
        after,
      };
      await insertJournal(db, [entry]);
      return entry;
    });
  }

  /** Writes memories' qualities alone, without a word in the journal; not of those that are gone. */
  async putQualities(qualities: ReadonlyMap<string, Quality>): Promise<void> {
    await this.#step(async (db, transaction) => {
      const keys = await keysOf(db, [...qualities.keys()]);
      const updates = [...qualities].flatMap(([id, quality]) => {
        const key = keys.get(id);
        return key === undefined ? [] : { key, quality, revision: transaction.note('quality', id) };
      });
      await updateQualities(db, updates);
    });
  }

  /** Counts one showing more of each of these memories. */
  async countShown(ids: readonly string[]): Promise<void> {
    await this.#step(async (db, transaction) => {
      await countShown(db, new Map(ids.map((id) => [id, transaction.note('quality', id)])));
    });
  }

  /** Puts in entities or brings them up to date; returns how many were new. */
  async addEntities(entities: readonly Entity[]): Promise<number> {
    const cleaned = await this.#parts.cleaning.clean(entities);
    return this.#step(async (db, transaction) => {
      const { added, changed } = await upsertEntities(db, cleaned);
      for (const id of changed) transaction.note('entity', id);
      return added;
    });
  }

  /**
   * Puts in edges; of one that is there already the greater weight stays. Those of nodes that are
   * not in the store are passed over. Returns how many were new.
   */
  async addEdges(edges: readonly Edge[]): Promise<number> {
    return this.#upsertEdges(edges, 'greater');
  }

  /** Gives edges exactly these weights, up or down; returns how many were new. */
  async setEdges(edges: readonly Edge[]): Promise<number> {
    return this.#upsertEdges(edges, 'newer');
  }

  /** Removes edges, whatever their weight. */
  async removeEdges(edges: readonly Omit<Edge, 'weight'>[]): Promise<void> {
    await this.#step(async (db, transaction) => {
      for (const id of await removeEdges(db, edges)) transaction.note('edge', id);
    });
  }

  /** Puts in signals; those whose id is known are passed over. Returns the new ones, as stored. */
  async addSignals(signals: readonly Signal[]): Promise<Signal[]> {
    const cleaned = await this.#parts.cleaning.clean(signals);
    return this.#step(async (db, transaction) => {
      const distinct = [...new Map(cleaned.map((signal) => [signal.id, signal])).values()];
      const fresh = await insertSignals(db, distinct);
      const added = distinct.filter((signal) => fresh.has(signal.id));
      for (const { id } of added) transaction.note('signal', id);
      return added;
    });
  }

  /** Removes signals, and with each the others of the same suggestion. */
  async removeSignals(ids: readonly string[]): Promise<void> {
    await this.#step(async (db, transaction) => {
      for (const id of await removeSignals(db, ids)) transaction.note('signal', id, true);
    });
  }

  /** Puts in exposures; those whose id is known are passed over. See `insertExposures`. */
  async addExposures(exposures: readonly NewExposure[], given?: Given): Promise<void> {
    const cleaned = await this.#parts.cleaning.clean(exposures);
    await this.#step(async (db, transaction) => {
      for (const id of await insertExposures(db, cleaned, given)) transaction.note('exposure', id);
    });
  }

  /** Exposures as they stand within this transaction; missing ones are left out. */
  async exposures(ids: readonly string[]): Promise<Exposure[]> {
    const condition = 'x.id IN (SELECT value FROM json_each(?))';
    return this.#step((db) => exposuresWhere(db, condition, [listOf(ids)], this.#parts.parser));
  }

  /** All outcomes of these memories, with their tasks, in the order in which they were stored. */
  async judgements(memories: readonly string[]): Promise<Judgement[]> {
    return this.#step((db) => judgementsOf(db, memories, this.#parts.parser));
  }

  /** Those of these exposures that a person had a word on. */
  async spokenOf(exposures: readonly string[]): Promise<Set<string>> {
    return this.#step((db) => spokenOf(db, exposures));
  }

  /** What came of memories, situation by situation, as written; most have nothing. */
  async experiences(memories: readonly string[]): Promise<Map<string, Uint8Array>> {
    return this.#step((db) => experiencesOf(db, memories));
  }

  /** Writes what came of memories. No change for the feed: it is part of their quality. */
  async putExperiences(experiences: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await this.#step((db) => putExperiences(db, experiences));
  }

  /** Puts in outcomes; the change feed names their exposures. */
  async addOutcomes(outcomes: readonly Outcome[]): Promise<void> {
    const cleaned = await this.#parts.cleaning.clean(outcomes);
    await this.#step(async (db, transaction) => {
      await insertOutcomes(db, cleaned);
      for (const { exposure } of cleaned) transaction.note('outcome', exposure);
    });
  }

  /** Puts in a session, or writes over the one with its id. */
  async addSession(session: Session): Promise<void> {
    const [cleaned = session] = await this.#parts.cleaning.clean([session]);
    await this.#step(async (db, transaction) => {
      await putSession(db, cleaned);
      transaction.note('session', session.id);
    });
  }

  /** Notes when a session ended, in milliseconds since 1970. */
  async endSession(id: string, at: number): Promise<void> {
    await this.#step(async (db, transaction) => {
      await endSession(db, id, at);
      transaction.note('session', id);
    });
  }

  /** Notes that a journal entry was taken back, and by which entry. */
  async markUndone(entry: string, by: string): Promise<void> {
    await this.#step((db) => markUndone(db, entry, by));
  }

  /**
   * Forgets a memory for good: itself, its edges, its journal, its exposures and outcomes, and the
   * signals it was made from with the others of the same suggestion. A tombstone of the id alone
   * stays, so that learning does not bring it back. When the write is done, the store sees to it
   * that no byte of it stays in the file, the write-ahead log or the backups.
   *
   * @returns what was forgotten; from now on only its receiver has it
   */
  async forgetMemory(id: string): Promise<Memory | undefined> {
    return this.#step(async (db, transaction) => {
      const [memory] = await this.#memories(db, [id]);
      const key = (await keysOf(db, [id])).get(id);
      if (!memory || key === undefined) return undefined;
      await removeEmbeddings(db, await this.#textsOf(db, memory));
      await removeJournal(db, id);
      await removeOutcomes(db, id);
      for (const exposure of await removeExposures(db, id)) {
        transaction.note('exposure', exposure, true);
      }
      const refs = memory.provenance.evidence.flatMap(({ ref }) => ref ?? []);
      for (const signal of await removeSignals(db, refs)) transaction.note('signal', signal, true);
      await removeNode(db, key);
      transaction.note('node', String(key), true);
      await db.all('INSERT OR REPLACE INTO tombstones (id, at) VALUES (?, ?)', [
        id,
        this.#parts.clock.now(),
      ]);
      transaction.note('memory', id, true);
      await Scrubber.note(db);
      transaction.scrubAfterwards();
      return memory;
    });
  }

  /** Drops the tombstone of a forgotten memory: it may be put in again. */
  async unforget(id: string): Promise<void> {
    await this.#step(async (db) => {
      await db.all('DELETE FROM tombstones WHERE id = ?', [id]);
    });
  }

  /**
   * Keeps what an embedder gave for texts, so that it need not be asked again. No change for the
   * feed: it stands for texts that are there already.
   */
  async addEmbeddings(embedder: string, embeddings: readonly Embedding[]): Promise<void> {
    const now = this.#parts.clock.now();
    await this.#step((db) => insertEmbeddings(db, embedder, embeddings, now));
  }

  /** Notes which embedder is in use, and lets go of vectors that nobody uses or has room for. */
  async pruneEmbeddings(inUse: string, limits: EmbeddingLimits): Promise<void> {
    const now = this.#parts.clock.now();
    await this.#step(async (db) => {
      await touchEmbedder(db, inUse, now);
      await pruneEmbeddings(db, limits);
    });
  }

  /** Keeps a value by a name, for whoever uses the store: how far a repository was learned, say. */
  async setMeta(key: string, value: string): Promise<void> {
    const [cleaned = ''] = await this.#parts.cleaning.clean([value]);
    await this.#step(async (db) => {
      await db.all('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', [key, cleaned]);
    });
  }

  #step<T>(work: (db: Connection, transaction: Transaction) => Promise<T>): Promise<T> {
    const { transaction } = this.#parts;
    return transaction.step((db) => work(db, transaction));
  }

  #upsertEdges(edges: readonly Edge[], rule: EdgeRule): Promise<number> {
    return this.#step(async (db, transaction) => {
      const { added, touched } = await upsertEdges(db, edges, rule);
      for (const id of touched) transaction.note('edge', id);
      return added;
    });
  }

  #memories(db: Connection, ids: readonly string[]): Promise<Memory[]> {
    return memoriesOf(db, ids, this.#parts.parser);
  }

  /** Each text that the memory is or was found by. */
  async #textsOf(db: Connection, memory: Memory): Promise<string[]> {
    const entries = await journalWhere(db, 'memory = ?', [memory.id], -1, this.#parts.parser);
    const versions = entries.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
    return [...new Set([memory, ...versions].map(foundBy))];
  }

  #revised(memory: Memory): Memory {
    return { ...memory, revision: this.#parts.transaction.note('memory', memory.id) };
  }

  #entry(memory: string, note: Note): JournalEntry {
    const { actor, action, summary } = note;
    const { ids, clock } = this.#parts;
    return { id: ids.next('journal'), at: clock.now(), actor, action, memory, summary };
  }
}

/** As much of a text as a line of the journal shows. */
function headOf(text: string): string {
  return text.length <= SUMMARY ? text : `${text.slice(0, SUMMARY - 1)}…`;
}
