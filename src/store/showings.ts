import type { ReceiptRow, Tally } from '../memory/receipt';
import type { Connection } from './connection';
import { textAt } from './journal-table';
import {
  judgedMemories,
  learningFigures,
  type LearningFigures,
  type Span,
} from './learning-figures';
import {
  type KeptShowing,
  listReceipts,
  memoryTally,
  type ReceiptFilter,
  showingsOf,
  showingsOn,
} from './receipt-table';
import type { RowParser } from './row-parser';

/** What a store lets its readers do with its connection for reading. */
export type Read = <T>(query: (connection: Connection) => Promise<T>) => Promise<T>;

/** What was shown, what came of it, and what that adds up to. Reads alone. */
export class Showings {
  readonly #read: Read;
  readonly #parser: RowParser;

  constructor(read: Read, parser: RowParser) {
    this.#read = read;
    this.#parser = parser;
  }

  /** What was shown at once, the newest first. */
  async receipts(filter: ReceiptFilter): Promise<ReceiptRow[]> {
    return this.#read((db) => listReceipts(db, filter, this.#parser));
  }

  /** What was shown on one receipt, by rank, with why and what came of it. */
  async on(receipt: string): Promise<KeptShowing[]> {
    return this.#read((db) => showingsOn(db, receipt, this.#parser));
  }

  /** As `on`, where one memory was shown; the newest first. */
  async of(memory: string, limit: number): Promise<KeptShowing[]> {
    return this.#read((db) => showingsOf(db, memory, limit, this.#parser));
  }

  /** What all the showings of a memory came to. */
  async tallyOf(memory: string): Promise<Tally> {
    return this.#read((db) => memoryTally(db, memory));
  }

  /** The text of a memory as it was at a time; `undefined` when it has not changed since. */
  async textAt(memory: string, at: number): Promise<string | undefined> {
    return this.#read((db) => textAt(db, memory, at));
  }

  /** What was shown and learned in a stretch of time, and in the weeks up to its end. */
  async figures(span: Span, weeks: number): Promise<LearningFigures> {
    return this.#read((db) => learningFigures(db, span, weeks, this.#parser));
  }

  /** The memories that outcomes in a stretch of time say most about. */
  async judged(span: Span, limit: number): Promise<string[]> {
    return this.#read((db) => judgedMemories(db, span, limit));
  }
}
