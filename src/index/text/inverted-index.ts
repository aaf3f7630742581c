import type { SourceTerm, TextSource } from '../segment/text-writer';
import { grown } from '../typed-arrays';
import { Accumulator, type TextHits, type TextTier } from './accumulator';
import { weighted } from './bm25';
import { PostingLists, type Base } from './posting-lists';
import { encodeVarint, HIGHEST_COUNT, Postings, VarintReader } from './postings';
import { TermTable } from './term-table';
import type { TextQuery, TextStatistics } from './text-query';

/** A term's number takes at most so many bytes. */
const LONGEST_NUMBER = 5;
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
  /** Which terms each row holds, so that these can be counted out: varints, one row after another. */
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

  /** Inserts a document with the terms of its headline and of what follows; gives its row. */
  insert(headline: readonly string[], rest: readonly string[]): number {
    const row = this.rows++;
    const own = this.#count(headline, rest);
    this.lengths = grown(this.lengths, this.rows);
    this.alive = grown(this.alive, this.rows);
    this.#counts = grown(this.#counts, this.rows);
    this.#heads = grown(this.#heads, this.rows);
    this.#forwardStarts = grown(this.#forwardStarts, this.rows + 1);
    let end = this.#forwardStarts[row] ?? 0;
    this.#forward = grown(this.#forward, end + own.length * LONGEST_NUMBER);
    for (const term of own) {
      this.#lists.append(term, row, this.#often[term] ?? 0);
      this.#often[term] = 0;
      this.#holders[term] = (this.#holders[term] ?? 0) + 1;
      end = encodeVarint(this.#forward, end, term);
    }
    this.#forwardStarts[this.rows] = end;
    const heads = Math.min(headline.length, HIGHEST_COUNT);
    const length = headline.length + rest.length;
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
    for (const term of this.terms(row)) this.#holders[term] = (this.#holders[term] ?? 1) - 1;
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

  /** The numbers of the terms that a row holds or held. */
  terms(row: number): number[] {
    const reader = new VarintReader(this.#forward, this.#forwardStarts[row] ?? 0);
    const end = this.#forwardStarts[row + 1] ?? 0;
    const terms: number[] = [];
    while (reader.at < end) terms.push(reader.next());
    return terms;
  }

  /** How many terms a row has, in all and in its headline. */
  counts(row: number): { all: number; head: number } {
    return { all: this.#counts[row] ?? 0, head: this.#heads[row] ?? 0 };
  }

  /** The distinct terms of a document; how often each occurs stands in `#often`. */
  #count(headline: readonly string[], rest: readonly string[]): number[] {
    const own: number[] = [];
    for (const term of headline) this.#countOne(term, own, HEAD);
    for (const term of rest) this.#countOne(term, own, 0);
    return own;
  }

  #countOne(term: string, own: number[], head: number): void {
    const number = this.#table.add(term.toWellFormed());
    if (number >= this.#often.length || number >= this.#holders.length) {
      this.#often = grown(this.#often, number + 1);
      this.#holders = grown(this.#holders, number + 1);
    }
    const often = this.#often[number] ?? 0;
    if (often === 0) own.push(number);
    // There are never more in the headline than its letters, which a byte can count.
    if ((often & 0xff) < HIGHEST_COUNT) this.#often[number] = often + 1 + head;
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
