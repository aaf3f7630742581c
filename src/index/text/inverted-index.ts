import { readEntry, type Entry, type SourceTerm, type TextSource } from '../segment/text-writer';
import { grown } from '../typed-arrays';
import { Accumulator, type TextHits, type TextTier } from './accumulator';
import { weighted } from './bm25';
import { outlineNumbers, readOutline, type Outline } from './outline';
import { PostingLists, type Base } from './posting-lists';
import { encodeVarint, HIGHEST_COUNT, Postings, VarintReader } from './postings';
import { TermTable } from './term-table';
import type { TextQuery, TextStatistics } from './text-query';

/** A number takes at most so many bytes; an outline has so many beside its terms. */
const LONGEST_NUMBER = 5;
const OUTLINE_NUMBERS = 7;
const HEAD = 0x100;

/**
 * Exact terms to documents, ranked by BM25. Each insertion fills a new row, so that postings only
 * grow at their end; removing empties the row at once and counts it out of every frequency. Whoever
 * owns the index packs it anew when too many rows are empty.
 */
export class InvertedIndex implements TextStatistics, TextTier, TextSource {
  size = 0;
  totalLength = 0;
  /** Rows that were ever filled. */
  rows = 0;
  /** By row, in weighted terms. */
  lengths = new Float32Array(1024);
  /** By row: 1 while its document is there. */
  alive = new Uint8Array(1024);
  readonly #table: TermTable;
  readonly #lists: PostingLists;
  /** By term: live documents that hold it. */
  #holders = new Uint32Array(1024);
  /** By row: terms in all, terms in the headline. */
  #counts = new Uint32Array(1024);
  #heads = new Uint8Array(1024);
  /**
   * What each row's text is like and which terms it holds, so that these can be counted out: varints,
   * one row after another (see `outlineNumbers`).
   */
  #forward = new Uint8Array(1 << 16);
  #forwardStarts = new Uint32Array(1024);
  /** By term, all zeros between insertions: how often the document at hand holds it. */
  #often = new Uint16Array(1024);
  readonly #accumulator = new Accumulator(new Postings());

  constructor(restored?: Restored) {
    this.#table = restored?.table ?? new TermTable();
    this.#lists = new PostingLists(restored?.base);
    if (!restored) return;
    this.rows = this.size = restored.base.rows;
    this.#holders = restored.holders;
    this.#counts = restored.counts;
    this.#heads = restored.heads;
    this.#forward = restored.forward;
    this.#forwardStarts = restored.forwardStarts;
    this.alive = new Uint8Array(this.rows).fill(1);
    this.lengths = new Float32Array(this.rows);
    for (let row = 0; row < this.rows; row++) {
      this.lengths[row] = weighted(this.#counts[row] ?? 0, this.#heads[row] ?? 0);
      this.totalLength += this.lengths[row] ?? 0;
    }
  }

  /** Inserts a document: what its text is like, and the terms after its beginning; gives its row. */
  insert(outline: Outline<string>, rest: readonly string[]): number {
    const row = this.rows++;
    const own: number[] = [];
    const lead = Array.from(outline.lead, (term, at) =>
      this.#countOne(term, own, at < outline.head ? HEAD : 0),
    );
    const begun = own.length;
    for (const term of rest) this.#countOne(term, own, 0);
    this.lengths = grown(this.lengths, this.rows);
    this.alive = grown(this.alive, this.rows);
    this.#counts = grown(this.#counts, this.rows);
    this.#heads = grown(this.#heads, this.rows);
    this.#forwardStarts = grown(this.#forwardStarts, this.rows + 1);
    for (const term of own) {
      this.#lists.append(term, row, this.#often[term] ?? 0);
      this.#often[term] = 0;
      this.#holders[term] = (this.#holders[term] ?? 0) + 1;
    }
    let end = this.#forwardStarts[row] ?? 0;
    const most = OUTLINE_NUMBERS + lead.length + own.length - begun;
    this.#forward = grown(this.#forward, end + most * LONGEST_NUMBER);
    for (const number of outlineNumbers({ ...outline, lead }, own.slice(begun))) {
      end = encodeVarint(this.#forward, end, number);
    }
    this.#forwardStarts[this.rows] = end;
    const heads = Math.min(outline.head, HIGHEST_COUNT);
    const length = lead.length + rest.length;
    this.#counts[row] = length;
    this.#heads[row] = heads;
    this.lengths[row] = weighted(length, heads);
    this.alive[row] = 1;
    this.size++;
    this.totalLength += this.lengths[row] ?? 0;
    return row;
  }

  /** Whether it was there. */
  remove(row: number): boolean {
    if (this.alive[row] !== 1) return false;
    this.alive[row] = 0;
    this.size--;
    this.totalLength -= this.lengths[row] ?? 0;
    const { outline, others } = this.entry(row);
    const terms = new Set([...Array.from(outline.lead), ...others]);
    for (const term of terms) this.#holders[term] = (this.#holders[term] ?? 1) - 1;
    return true;
  }

  /**
   * The best rows among those that `allows` marks with a 1, and of those that `beside` marks; rows
   * beyond are not allowed.
   */
  search(query: TextQuery, allows: Uint8Array = this.alive, beside?: Uint8Array): TextHits {
    return this.#accumulator.search(this, query, allows, { beside });
  }

  holders(term: string): number {
    const number = this.#table.find(term);
    return number < 0 ? 0 : (this.#holders[number] ?? 0);
  }

  withPrefix(prefix: string): Map<string, number> {
    const found = new Map<string, number>();
    for (const number of this.#table.withPrefix(prefix)) {
      const holders = this.#holders[number] ?? 0;
      if (holders > 0) found.set(this.#table.term(number), holders);
    }
    return found;
  }

  postings(term: string, into: Postings): void {
    into.length = 0;
    const number = this.#table.find(term);
    if (number >= 0) this.#lists.decode(number, this.rows, into);
  }

  get termCount(): number {
    return this.#table.size;
  }

  /** Sorted a few at a time, as they are asked for: those of a common beginning together. */
  *sortedTerms(): Generator<SourceTerm> {
    const buckets = new Map<number, number[]>();
    for (let number = 0; number < this.#table.size; number++) {
      if (this.#holders[number] === 0) continue;
      const beginning = this.#table.beginning(number);
      const bucket = buckets.get(beginning);
      if (bucket) bucket.push(number);
      else buckets.set(beginning, [number]);
    }
    for (const beginning of [...buckets.keys()].sort((a, b) => a - b)) {
      const terms = (buckets.get(beginning) ?? []).map((number) => ({
        term: this.#table.term(number),
        number,
      }));
      yield* terms.sort((a, b) => (a.term < b.term ? -1 : 1));
    }
  }

  postingsOf({ number }: SourceTerm, into: Postings): void {
    this.#lists.decode(number, this.rows, into);
  }

  entry(row: number): Entry {
    const end = this.#forwardStarts[row + 1] ?? 0;
    return readEntry(new VarintReader(this.#forward, this.#forwardStarts[row] ?? 0), end);
  }

  asked(terms: readonly string[]): ReadonlyMap<number, number> {
    return new Map(terms.map((term, place) => [this.#table.find(term.toWellFormed()), place]));
  }

  outline(row: number, asked: ReadonlyMap<number, number>): Outline<number> {
    const reader = new VarintReader(this.#forward, this.#forwardStarts[row] ?? 0);
    const end = this.#forwardStarts[row + 1] ?? 0;
    return readOutline(reader, end, asked);
  }

  /** How many terms a row has, in all and in its headline. */
  counts(row: number): { all: number; head: number } {
    return { all: this.#counts[row] ?? 0, head: this.#heads[row] ?? 0 };
  }

  /** Counts a term of the document at hand, in `#often`, and gives its number; new ones join `own`. */
  #countOne(term: string, own: number[], head: number): number {
    const number = this.#table.add(term.toWellFormed());
    if (number >= this.#often.length || number >= this.#holders.length) {
      this.#often = grown(this.#often, number + 1);
      this.#holders = grown(this.#holders, number + 1);
    }
    const often = this.#often[number] ?? 0;
    if (often === 0) own.push(number);
    // There are never more in the headline than its letters, which a byte can count.
    if ((often & 0xff) < HIGHEST_COUNT) this.#often[number] = often + 1 + head;
    return number;
  }
}

/** What a segment says of the texts in it, as arrays that the index goes on with. */
export type Restored = {
  table: TermTable;
  base: Base;
  holders: Uint32Array<ArrayBuffer>;
  counts: Uint32Array<ArrayBuffer>;
  heads: Uint8Array<ArrayBuffer>;
  forward: Uint8Array<ArrayBuffer>;
  forwardStarts: Uint32Array<ArrayBuffer>;
};
