import { vector } from '@orama/orama/trees';
import { DocumentMask } from '../document-mask';
import type { Sections, SectionWriter } from '../segment/sections';
import type { Scored } from '../top-scores';
import { grown } from '../typed-arrays';
import { Centre } from './centre';
import { Codes } from './codes';
import { openKernel, type Kernel } from './kernel';
import { Coding } from './coding';
import { cosine, Quantiser } from './quantiser';
import { Records } from './records';
import type { Marks } from './rows';
import { readVectorHead, RECORDS, writeVectors } from './vector-sections';

/** Below this many rows all records are compared: as quick as by codes, and exact. */
const EXACT_BELOW = 8192;
/** Codes stay while their centre is at most so far from that of the vectors, whose length is 1. */
const MOST_DRIFT = 0.1;
/** Of so many nearest codes, or of this many for each that is wanted, the records are compared. */
const FEWEST_RESCORED = 250;
const RESCORED = 2;

/**
 * Vectors that come and go, as int8 records and, when there are many, binary codes. Takes the place
 * of Orama's map of arrays: a document is found by its nearness among all, in a time that 256
 * dimensions and 100,000 documents make less than a millisecond.
 */
export class VectorTable extends vector.VectorIndex {
  /** What `find` gives where it is not told how many are wanted: Orama has no word for it. */
  mostResults: number;
  readonly #kernels: () => Kernel;
  readonly #quantiser: Quantiser;
  readonly #records: Records;
  readonly #centre: Centre;
  #codes: Codes | undefined;
  /** At so many rows it is looked whether the centre of the codes is still right. */
  #codesUntil = EXACT_BELOW;
  /** The document of each row. */
  #documents = new Uint32Array(0);
  /** By document: its row + 1; 0: not there. */
  #rowOf = new Uint32Array(0);

  constructor(dimensions: number, mostResults: number, kernels: () => Kernel = openKernel) {
    super(dimensions);
    this.mostResults = mostResults;
    this.#kernels = kernels;
    this.#quantiser = new Quantiser(dimensions);
    this.#records = new Records(kernels(), this.#quantiser.recordLength);
    this.#centre = new Centre(this.#quantiser.recordLength);
  }

  /** Of a frozen table; what was row `n` is document `n + 1`. Throws `SegmentError`. */
  static thaw(
    sections: Sections,
    dimensions: number,
    mostResults: number,
    kernels: () => Kernel = openKernel,
  ): VectorTable {
    const table = new VectorTable(dimensions, mostResults, kernels);
    table.#thaw(sections);
    return table;
  }

  override add(document: number, value: ArrayLike<number>): void {
    this.remove(document);
    const { rows } = this.#records;
    const row = rows.push();
    if (this.#quantiser.write(value, rows.row(row))) this.#name(row, document);
    else rows.remove(row);
  }

  /** The last row moves into the gap, so that there are none to step over. */
  override remove(document: number): void {
    const row = (this.#rowOf[document] ?? 0) - 1;
    if (row < 0) return;
    const { rows } = this.#records;
    this.#centre.remove(rows.row(row));
    const moved = this.#documents[rows.length - 1] ?? 0;
    rows.remove(row);
    this.#codes?.rows.remove(row);
    this.#documents[row] = moved;
    this.#rowOf[moved] = row + 1;
    this.#rowOf[document] = 0;
  }

  /** The nearest by cosine, the best first, of those at least as near as `similarity`. */
  override find(
    target: ArrayLike<number>,
    similarity: number,
    allowed: Set<number> | undefined,
    limit = this.mostResults,
  ): Scored[] {
    const query = this.#quantiser.query(target);
    if (!query) return [];
    let marks = allowed && this.#marks(DocumentMask.of(allowed, this.#rowOf.length).marks);
    if (this.#codes) {
      marks = only(this.#codes.nearest(query, Math.max(FEWEST_RESCORED, limit * RESCORED), marks));
    }
    const name = (row: number): number => this.#documents[row] ?? 0;
    return this.#records.nearest(query, limit, similarity, name, marks);
  }

  /** The cosine of a document; `undefined` when the document or the target has no vector. */
  similarity(document: number, target: ArrayLike<number>): number | undefined {
    return this.similarities([document], target)[0];
  }

  similarities(documents: Iterable<number>, target: ArrayLike<number>): (number | undefined)[] {
    const query = this.#quantiser.query(target);
    return Array.from(documents, (document) => {
      const row = (this.#rowOf[document] ?? 0) - 1;
      return query && row >= 0 ? cosine(this.#records.rows.row(row), query) : undefined;
    });
  }

  /** Writes the vectors of these documents, one a row, as `FrozenVectors` and `thaw` read them. */
  freeze(documents: ArrayLike<number>, writer: SectionWriter): void {
    writeVectors(writer, this.#quantiser, documents.length, (at, record) => {
      const row = (this.#rowOf[documents[at] ?? 0] ?? 0) - 1;
      if (row < 0) record.fill(0);
      else record.set(this.#records.rows.row(row));
    });
  }

  /** Enters the row that was just filled. */
  #name(row: number, document: number): void {
    this.#documents = grown(this.#documents, row + 1);
    this.#rowOf = grown(this.#rowOf, document + 1);
    this.#documents[row] = document;
    this.#rowOf[document] = row + 1;
    const { rows } = this.#records;
    const record = rows.row(row);
    this.#centre.add(record);
    this.#codes?.push(record);
    if (rows.length >= this.#codesUntil) this.#encode();
  }

  /** Codes for all, unless they have some whose centre is still theirs. */
  #encode(): void {
    const { rows } = this.#records;
    const coding = new Coding(rows.stride - 4);
    const centre = this.#centre.of(coding);
    this.#codesUntil = rows.length * 2;
    if (this.#codes && this.#codes.drift(centre) <= MOST_DRIFT) return;
    const codes = new Codes(this.#kernels(), coding, centre);
    codes.rows.reserve(rows.length);
    for (let row = 0; row < rows.length; row++) codes.push(rows.row(row));
    this.#codes = codes;
  }

  #thaw(sections: Sections): void {
    const { rows } = this.#records;
    const { count, coding, centre, codes, present } = readVectorHead(sections, this.#quantiser);
    const records = sections.bytes(RECORDS);
    const kept = count < EXACT_BELOW ? undefined : new Codes(this.#kernels(), coding, centre);
    rows.reserve(count);
    kept?.rows.reserve(count);
    this.#documents = grown(this.#documents, count);
    this.#rowOf = grown(this.#rowOf, count + 1);
    for (let from = 0; from < count; from++) {
      if (present?.[from] === 0) continue;
      const row = rows.length;
      const record = records.subarray(from * rows.stride, (from + 1) * rows.stride);
      rows.append(record);
      kept?.rows.append(codes.subarray(from * kept.rows.stride, (from + 1) * kept.rows.stride));
      this.#centre.add(record);
      this.#documents[row] = from + 1;
      this.#rowOf[from + 1] = row + 1;
    }
    this.#codes = kept;
    if (kept) this.#codesUntil = count * 2;
  }

  #marks(allowed: Uint8Array): Marks {
    return (first, into) => {
      for (let i = 0; i < into.length; i++) {
        into[i] = allowed[this.#documents[first + i] ?? 0] ?? 0;
      }
    };
  }
}

/** Of rows in ascending order. */
function only(rows: Uint32Array): Marks {
  let next = 0;
  return (first, into) => {
    into.fill(0);
    for (; next < rows.length; next++) {
      const at = (rows[next] ?? 0) - first;
      if (at >= into.length) return;
      into[at] = 1;
    }
  };
}
