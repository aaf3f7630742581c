import { BestRows } from './best-rows';
import { HEADLINE } from './bm25';
import { grown } from '../typed-arrays';
import type { Postings } from './postings';
import type { QueryTerm, TextHit, TextQuery } from './text-query';

/** Sums are taken in another order than bounds: by so much they may differ. */
const ROUNDING = 1 + 1e-9;
/** Looking a candidate up costs as much as passing over so many postings. */
const FEW_CANDIDATES = 16;
/** Words told apart by one element of a mask. */
const BITS = 32;

/** What a tier gives to be searched through. */
export interface TextTier {
  /** Rows that were ever given out. */
  readonly rows: number;
  /** By row: the length in weighted terms. */
  readonly lengths: Float32Array;
  /** How many documents hold the term, about: only to tell long lists from short ones. */
  holders(term: string): number;
  /** Unpacks the term's postings. */
  postings(term: string, into: Postings): void;
}

/** The best rows, and the best of those that are ranked apart from them. */
export type TextHits = { best: TextHit[]; beside: TextHit[] };

/** What was found elsewhere, and which rows to rank apart, marked with a 1. */
export type Others = { floor?: number; beside?: Uint8Array | undefined };

/**
 * Adds up BM25 term by term, the rarest first. Once nothing that the terms still to come could add
 * would bring a new document among the best, these count only for documents that may still become
 * one of them (the continue strategy of Moffat and Zobel, 1996, with MaxScore's bound by Turtle and
 * Flood, 1995), so the best are exact, their scores too.
 *
 * Its arrays are used again by every search, so a process needs but one.
 */
export class Accumulator {
  #scores = new Float64Array(0);
  /** By row, for each 32 words of the query: a bit for each word that is there. */
  readonly #masks: Uint32Array[] = [];
  /** Rows with a score: first those that may still be among the best, then the others. */
  #touched = new Uint32Array(1024);
  #candidates = 0;
  #count = 0;
  readonly #postings: Postings;
  #allows: Uint8Array = new Uint8Array(0);
  #beside: Uint8Array | undefined;

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  /**
   * The best rows among those that `allows` marks with a 1, the best first; none that scores below
   * `floor`, as the last of the best of other tiers may. And those of another kind, ranked apart:
   * these are met on the way, so that what only common words would bring may be missing.
   */
  search(tier: TextTier, query: TextQuery, allows: Uint8Array, others: Others = {}): TextHits {
    const { floor = 0, beside } = others;
    this.#allows = allows;
    this.#beside = beside;
    this.#begin(tier.rows, query);
    let rest = query.terms.reduce((sum, { weight }) => sum + weight, 0) * ROUNDING;
    let open = true;
    let least = floor;
    for (const term of query.terms) {
      // Looking for the bound costs about as much as this many postings do.
      if (tier.holders(term.term) > this.#candidates) {
        if (this.#candidates >= query.limit) least = Math.max(least, this.#bound(query.limit));
        if (rest < least) {
          open = false;
          this.#narrow(least - rest);
        }
      }
      if (!open && this.#candidates === 0) break;
      tier.postings(term.term, this.#postings);
      if (open) this.#add(tier.lengths, query, term);
      else this.#addToCandidates(tier.lengths, query, term);
      rest -= term.weight;
    }
    return this.#take(query, least);
  }

  #begin(rows: number, query: TextQuery): void {
    if (this.#scores.length < rows) this.#scores = new Float64Array(rows);
    const words = query.terms.reduce((most, { word }) => Math.max(most, word + 1), 0);
    for (let at = 0; at * BITS < words; at++) {
      if ((this.#masks[at]?.length ?? 0) < rows) this.#masks[at] = new Uint32Array(rows);
    }
  }

  #add(lengths: Float32Array, query: TextQuery, term: QueryTerm): void {
    const { rows, length } = this.#postings;
    this.#touched = grown(this.#touched, this.#count + length);
    for (let at = 0; at < length; at++) {
      const row = rows[at] ?? 0;
      if (this.#scores[row] === 0) {
        if (this.#allows[row] !== 1 && this.#beside?.[row] !== 1) continue;
        this.#touched[this.#count++] = row;
      }
      this.#score(row, at, lengths, query, term);
    }
    this.#candidates = this.#count;
  }

  #addToCandidates(lengths: Float32Array, query: TextQuery, term: QueryTerm): void {
    const { rows, length } = this.#postings;
    if (this.#candidates * FEW_CANDIDATES > length) {
      for (let at = 0; at < length; at++) {
        const row = rows[at] ?? 0;
        if ((this.#scores[row] ?? 0) > 0) this.#score(row, at, lengths, query, term);
      }
      return;
    }
    for (let candidate = 0; candidate < this.#candidates; candidate++) {
      const row = this.#touched[candidate] ?? 0;
      let at = 0;
      for (let end = length; at < end;) {
        const middle = (at + end) >>> 1;
        if ((rows[middle] ?? 0) < row) at = middle + 1;
        else end = middle;
      }
      if (at < length && rows[at] === row) this.#score(row, at, lengths, query, term);
    }
  }

  /** Adds what the posting at `at` is worth to its row. */
  #score(
    row: number,
    at: number,
    lengths: Float32Array,
    { flat, perLength }: TextQuery,
    { weight, word }: QueryTerm,
  ): void {
    const often = this.#postings.counts[at] ?? 0;
    const times = (often & 0xff) + HEADLINE * (often >>> 8);
    const norm = flat + perLength * (lengths[row] ?? 0);
    this.#scores[row] = (this.#scores[row] ?? 0) + (weight * times) / (times + norm);
    const mask = this.#masks[word >>> 5];
    if (mask) mask[row] = (mask[row] ?? 0) | (1 << (word & 31));
  }

  /** What the last of the best has by now. */
  #bound(limit: number): number {
    const best = new BestRows(limit);
    for (let at = 0; at < this.#candidates; at++) {
      const row = this.#touched[at] ?? 0;
      const score = this.#scores[row] ?? 0;
      if (score > best.least && this.#allows[row] === 1) best.offer(row, score);
    }
    return best.least;
  }

  /** Gives up candidates that score below `least` by now. */
  #narrow(least: number): void {
    const touched = this.#touched;
    let kept = 0;
    for (let at = 0; at < this.#candidates; at++) {
      const row = touched[at] ?? 0;
      if ((this.#scores[row] ?? 0) < least && this.#allows[row] === 1) {
        this.#scores[row] = -1;
        continue;
      }
      touched[at] = touched[kept] ?? 0;
      touched[kept++] = row;
    }
    this.#candidates = kept;
  }

  #take({ limit, beside }: TextQuery, least: number): TextHits {
    const best = new BestRows(limit, least);
    const others = new BestRows(beside);
    for (let at = 0; at < this.#candidates; at++) {
      const row = this.#touched[at] ?? 0;
      const score = this.#scores[row] ?? 0;
      const among = this.#allows[row] === 1 ? best : others;
      if (score >= among.least) among.offer(row, score);
    }
    const hits = { best: this.#hits(best), beside: this.#hits(others) };
    for (let at = 0; at < this.#count; at++) {
      const row = this.#touched[at] ?? 0;
      this.#scores[row] = 0;
      for (const mask of this.#masks) if (row < mask.length) mask[row] = 0;
    }
    this.#candidates = this.#count = 0;
    return hits;
  }

  #hits(best: BestRows): TextHit[] {
    return best.sorted().map((hit) => ({ ...hit, words: this.#words(hit.row) }));
  }

  #words(row: number): number[] {
    const words: number[] = [];
    for (const [at, mask] of this.#masks.entries()) {
      for (let bits = mask[row] ?? 0; bits !== 0; bits &= bits - 1) {
        words.push(at * BITS + 31 - Math.clz32(bits & -bits));
      }
    }
    return words;
  }
}
