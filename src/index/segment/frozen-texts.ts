import type { TextTier } from '../text/accumulator';
import { weighted } from '../text/bm25';
import { readOutline, type Outline } from '../text/outline';
import { decodePostings, VarintReader, type Postings } from '../text/postings';
import type { Restored } from '../text/inverted-index';
import { TermTable } from '../text/term-table';
import type { TextStatistics } from '../text/text-query';
import { grown } from '../typed-arrays';
import { SegmentError, type Sections } from './sections';
import { TermDictionary, type DictionaryEntry } from './term-dictionary';
import {
  FORWARD,
  FORWARD_STARTS,
  HEADS,
  LENGTHS,
  POSTINGS,
  readEntry,
  TEXT,
  type Entry,
  type TextSource,
} from './text-writer';

/** Terms looked up lately; a query asks for each of its terms several times. */
const REMEMBERED = 512;

/**
 * The texts of a segment. Resident are one term in 32, the lengths and who is dead; postings are
 * read when a query asks for their term.
 */
export class FrozenTexts implements TextStatistics, TextTier, TextSource {
  readonly rows: number;
  readonly lengths: Float32Array;
  /** By row: 1 while its document is there. */
  readonly alive: Uint8Array;
  size: number;
  totalLength = 0;
  readonly #sections: Sections;
  readonly #dictionary: TermDictionary;
  /** By term: holders that died since. */
  readonly #dead = new Map<number, number>();
  readonly #found = new Map<string, DictionaryEntry | undefined>();
  #buffer = new Uint8Array(1 << 12);

  /** Throws `SegmentError` when what is resident is torn. */
  constructor(sections: Sections) {
    this.#sections = sections;
    const { rows, terms, lengths, heads } = readHead(sections);
    this.#dictionary = new TermDictionary(sections, terms);
    this.rows = this.size = rows;
    this.alive = new Uint8Array(rows).fill(1);
    this.lengths = new Float32Array(rows);
    for (let row = 0; row < rows; row++) {
      this.lengths[row] = weighted(lengths[row] ?? 0, heads[row] ?? 0);
      this.totalLength += this.lengths[row] ?? 0;
    }
  }

  get termCount(): number {
    return this.#dictionary.size;
  }

  /** Counts a row out; whether it was there. */
  remove(row: number): boolean {
    if (this.alive[row] !== 1) return false;
    this.alive[row] = 0;
    this.size--;
    this.totalLength -= this.lengths[row] ?? 0;
    const { outline, others } = this.entry(row);
    for (const term of new Set([...Array.from(outline.lead), ...others])) {
      this.#dead.set(term, (this.#dead.get(term) ?? 0) + 1);
    }
    return true;
  }

  /** Who is dead, and how many dead hold each term: what `restore` takes. */
  get losses(): Losses {
    return { alive: this.alive, terms: Uint32Array.from([...this.#dead].flat()) };
  }

  /** Counts out all that had died when the losses were noted. Throws `SegmentError`. */
  restore({ alive, terms }: Losses): void {
    if (alive.length !== this.rows)
      throw new SegmentError('The dead are those of another segment.');
    for (let row = 0; row < this.rows; row++) {
      if (alive[row] === 1) continue;
      this.alive[row] = 0;
      this.size--;
      this.totalLength -= this.lengths[row] ?? 0;
    }
    for (let at = 0; at + 1 < terms.length; at += 2)
      this.#dead.set(terms[at] ?? 0, terms[at + 1] ?? 0);
  }

  holders(term: string): number {
    const entry = this.#find(term);
    return entry ? this.#living(entry) : 0;
  }

  withPrefix(prefix: string): Map<string, number> {
    const found = new Map<string, number>();
    for (const entry of this.#dictionary.from(prefix)) {
      if (!entry.term.startsWith(prefix)) break;
      const living = this.#living(entry);
      if (living > 0) found.set(entry.term, living);
    }
    return found;
  }

  postings(term: string, into: Postings): void {
    into.length = 0;
    const entry = this.#find(term);
    if (entry) this.postingsOf(entry, into);
  }

  sortedTerms(): Iterable<DictionaryEntry> {
    return this.#dictionary.from('');
  }

  postingsOf({ at, length }: DictionaryEntry, into: Postings): void {
    into.length = 0;
    this.#buffer = grown(this.#buffer, length);
    this.#sections.read(POSTINGS, at, length, this.#buffer);
    decodePostings(this.#buffer, 0, length, -1, this.rows, into);
  }

  entry(row: number): Entry {
    const bytes = this.#forward(row);
    return readEntry(new VarintReader(bytes), bytes.length);
  }

  asked(terms: readonly string[]): ReadonlyMap<number, number> {
    return new Map(terms.map((term, place) => [this.#find(term)?.number ?? -1, place]));
  }

  outline(row: number, asked: ReadonlyMap<number, number>): Outline<number> {
    const bytes = this.#forward(row);
    return readOutline(new VarintReader(bytes), bytes.length, asked);
  }

  #forward(row: number): Uint8Array {
    const [start = 0, end = 0] = new Uint32Array(
      this.#sections.read(FORWARD_STARTS, row * 4, 8, new Uint8Array(8)).buffer,
    );
    if (end < start) throw new SegmentError('The terms of rows are torn.');
    return this.#sections.read(FORWARD, start, end - start);
  }

  counts(row: number): { all: number; head: number } {
    const bytes = this.#sections.read(LENGTHS, row * 4, 4, new Uint8Array(4));
    const [all = 0] = new Uint32Array(bytes.buffer);
    const [head = 0] = this.#sections.read(HEADS, row, 1);
    return { all, head };
  }

  #living({ number, holders }: DictionaryEntry): number {
    return Math.max(0, holders - (this.#dead.get(number) ?? 0));
  }

  #find(term: string): DictionaryEntry | undefined {
    if (this.#found.has(term)) return this.#found.get(term);
    if (this.#found.size >= REMEMBERED) this.#found.clear();
    const entry = this.#dictionary.find(term);
    this.#found.set(term, entry);
    return entry;
  }
}

/** By row 1 while its document is there; of each term of dead rows its number and how many. */
export type Losses = { alive: Uint8Array; terms: Uint32Array };

/** The texts of a segment as arrays that a hot index goes on with. */
export function restoredTexts(sections: Sections): Restored {
  const { rows, terms, lengths, heads } = readHead(sections);
  const table = new TermTable();
  const holders = new Uint32Array(terms);
  const starts = new Float64Array(terms + 1);
  for (const entry of new TermDictionary(sections, terms, { resident: true }).from('')) {
    if (table.add(entry.term) !== entry.number) throw new SegmentError('The dictionary is torn.');
    holders[entry.number] = entry.holders;
    starts[entry.number + 1] = entry.at + entry.length;
  }
  const forwardStarts = new Uint32Array(sections.bytes(FORWARD_STARTS).buffer);
  const forward = sections.bytes(FORWARD);
  const bytes = sections.bytes(POSTINGS);
  if (forwardStarts.length !== rows + 1 || forwardStarts[rows] !== forward.length) {
    throw new SegmentError('The terms of rows are torn.');
  }
  if ((starts[terms] ?? 0) !== bytes.length) throw new SegmentError('The postings are torn.');
  return {
    table,
    base: { bytes, starts, rows },
    holders,
    counts: lengths,
    heads,
    forward,
    forwardStarts,
  };
}

function readHead(sections: Sections): {
  rows: number;
  terms: number;
  lengths: Uint32Array<ArrayBuffer>;
  heads: Uint8Array<ArrayBuffer>;
} {
  const [rows, terms] = new Uint32Array(sections.bytes(TEXT).buffer);
  const lengths = new Uint32Array(sections.bytes(LENGTHS).buffer);
  const heads = sections.bytes(HEADS);
  if (
    rows === undefined ||
    terms === undefined ||
    lengths.length !== rows ||
    heads.length !== rows
  ) {
    throw new SegmentError('The texts are torn.');
  }
  return { rows, terms, lengths, heads };
}
