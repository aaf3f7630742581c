import { experiencesOf } from './experience-table';
import type { Outcome } from '../memory/outcome';
import {
  judgedAfter,
  type Judgement,
  judgementsOf,
  outcomesBesideVerdicts,
} from './judgement-table';
import type { RowParser } from './row-parser';
import type { Read } from './showings';

export type { Judgement } from './judgement-table';

/** What qualities rest on: outcomes with their tasks, and what was made of them. Reads alone. */
export class Judgements {
  readonly #read: Read;
  readonly #parser: RowParser;

  constructor(read: Read, parser: RowParser) {
    this.#read = read;
    this.#parser = parser;
  }

  /** All outcomes of these memories, in the order in which they were stored. */
  async of(memories: readonly string[]): Promise<Judgement[]> {
    return this.#read((db) => judgementsOf(db, memories, this.#parser));
  }

  /** The newest outcomes of showings on which a person had a word, these words among them. */
  async besideVerdicts(limit: number): Promise<Outcome[]> {
    return this.#read((db) => outcomesBesideVerdicts(db, limit, this.#parser));
  }

  /** Ids of memories that have outcomes, in their order, after an id. */
  async judgedAfter(after: string, limit: number): Promise<string[]> {
    return this.#read((db) => judgedAfter(db, after, limit));
  }

  /** What came of memories, situation by situation, as written; most have nothing. */
  async experiences(memories: readonly string[]): Promise<Map<string, Uint8Array>> {
    return this.#read((db) => experiencesOf(db, memories));
  }
}
