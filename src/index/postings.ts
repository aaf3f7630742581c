import { grown } from './typed-arrays';

const COUNT_BITS = 8;
/** Higher counts of a term in one text change BM25 by less than a hundredth. */
const HIGHEST_COUNT = (1 << COUNT_BITS) - 1;
/** As many slots as an entry can name. */
export const MOST_SLOTS = 2 ** (32 - COUNT_BITS);

/** Where one term occurs: slots in the order in which they were filled, each with a count. */
export class Postings {
  /** Documents that hold the term and were not removed. */
  live = 0;
  #entries = new Uint32Array(2);
  #length = 0;

  constructor(readonly term: string) {}

  add(slot: number, count: number): void {
    this.#entries = grown(this.#entries, this.#length + 1);
    this.#entries[this.#length++] = slot * (1 << COUNT_BITS) + Math.min(count, HIGHEST_COUNT);
    this.live++;
  }

  each(visit: (slot: number, count: number) => void): void {
    const entries = this.#entries;
    for (let i = 0; i < this.#length; i++) {
      const entry = entries[i] ?? 0;
      visit(entry >>> COUNT_BITS, entry & HIGHEST_COUNT);
    }
  }

  /** Gives slots their new numbers and drops those whose number is `gone`. */
  renumber(numbers: Uint32Array, gone: number): void {
    const kept: number[] = [];
    this.each((slot, count) => {
      const number = numbers[slot] ?? gone;
      if (number !== gone) kept.push(number * (1 << COUNT_BITS) + count);
    });
    this.#entries = Uint32Array.from(kept);
    this.#length = kept.length;
  }
}
