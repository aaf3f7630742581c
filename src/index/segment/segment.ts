import { join } from 'node:path';
import { Columns, type Where } from '../columns';
import type { Accumulator, TextHits } from '../text/accumulator';
import type { TextQuery } from '../text/text-query';
import type { Scored } from '../top-scores';
import { FrozenVectors } from '../vectors/frozen-vectors';
import { FrozenIds } from './frozen-ids';
import { FrozenTexts } from './frozen-texts';
import { SegmentFile } from './segment-file';
import type { SegmentSource } from './segment-writer';

/** Filters whose rows are kept, at a byte a row: memories and entities, of two repositories. */
const FILTERS_KEPT = 4;

/**
 * Documents in a file that never changes, in rows from 0 on. What dies is marked as dead, and the
 * marks are the snapshot's to keep.
 */
export class Segment implements SegmentSource {
  readonly texts: FrozenTexts;
  readonly columns: Columns;
  readonly vectors: FrozenVectors;
  readonly file: SegmentFile;
  readonly #ids: FrozenIds;
  /** The rows of the filters that were asked for last: a recall asks for the same few many times. */
  readonly #allowed = new Map<string, Uint8Array>();

  /** Opens a file of the folder. Throws `SegmentError` when what is resident is torn. */
  constructor(
    folder: string,
    readonly name: string,
    dimensions: number,
  ) {
    this.file = new SegmentFile(join(folder, name));
    try {
      this.texts = new FrozenTexts(this.file);
      this.columns = Columns.read(this.file, this.texts.rows);
      this.#ids = new FrozenIds(this.file, this.texts.rows);
      this.vectors = FrozenVectors.open(this.file, dimensions);
    } catch (error) {
      this.file.close();
      throw error;
    }
  }

  get rows(): number {
    return this.texts.rows;
  }

  /** Documents that are alive. */
  get size(): number {
    return this.texts.size;
  }

  document(row: number): number {
    return row;
  }

  id(row: number): string {
    return this.#ids.id(row);
  }

  type(row: number): string {
    return this.columns.get(row, 'type');
  }

  /** The row of a document that is alive; -1: not there. */
  find(id: string): number {
    const row = this.#ids.find(id);
    return row >= 0 && this.texts.alive[row] === 1 ? row : -1;
  }

  /** Whether its file tells of a document, be it dead. */
  holds(id: string): boolean {
    return this.#ids.find(id) >= 0;
  }

  remove(row: number): void {
    this.texts.remove(row);
    for (const marks of this.#allowed.values()) marks[row] = 0;
  }

  /** The best by words, none below `floor`, and the best of what is ranked apart. */
  search(
    accumulator: Accumulator,
    query: TextQuery,
    where: Where,
    { floor, apart }: { floor: number; apart?: Where | undefined },
  ): TextHits {
    const beside = apart && this.#allows(apart);
    return accumulator.search(this.texts, query, this.#allows(where), { floor, beside });
  }

  /** @param share which part of all documents that are searched are here, 0 to 1 */
  nearest(
    vector: Float32Array,
    limit: number,
    least: number,
    where: Where,
    share: number,
  ): Scored[] {
    return this.vectors.find(vector, limit, this.#allows(where), least, share);
  }

  close(): void {
    this.file.close();
  }

  #allows(where: Where): Uint8Array {
    const key = JSON.stringify(where);
    if (key === '{}') return this.texts.alive;
    let marks = this.#allowed.get(key);
    if (marks === undefined) {
      marks = this.texts.alive.slice();
      this.columns.keep(marks, where);
    }
    this.#allowed.delete(key);
    this.#allowed.set(key, marks);
    const [oldest] = this.#allowed.keys();
    if (this.#allowed.size > FILTERS_KEPT && oldest !== undefined) this.#allowed.delete(oldest);
    return marks;
  }
}
