import { termHash } from '../term-hash';
import { grown } from '../typed-arrays';

/**
 * Terms, numbered from 0 in the order in which they came, as UTF-8 in one array with an open hash
 * table: a sixth of what a `Map` of strings takes. Terms must be well-formed Unicode.
 */
export class TermTable {
  size = 0;
  #bytes = new Uint8Array(1 << 14);
  /** Where each term begins, and where the last ends. */
  #starts = new Uint32Array(1024);
  #hashes = new Uint32Array(1024);
  /** By hash: number + 1 of a term; 0: free. A power of two long, at most two thirds full. */
  #slots = new Uint32Array(2048);

  /** The number of a term; -1: not there. */
  find(term: string): number {
    return (this.#slots[this.#slot(term, termHash(term))] ?? 0) - 1;
  }

  /** The number of a term, a new one if need be. */
  add(term: string): number {
    const hash = termHash(term);
    let slot = this.#slot(term, hash);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known - 1;
    if ((this.size + 1) * 3 > this.#slots.length * 2) {
      this.#spread();
      slot = this.#slot(term, hash);
    }
    const number = this.size++;
    const start = this.#starts[number] ?? 0;
    // Of a UTF-16 unit at most three bytes become.
    this.#bytes = grown(this.#bytes, start + term.length * 3);
    const { written } = encoder.encodeInto(term, this.#bytes.subarray(start));
    this.#starts = grown(this.#starts, this.size + 1);
    this.#hashes = grown(this.#hashes, this.size);
    this.#starts[this.size] = start + written;
    this.#hashes[number] = hash;
    this.#slots[slot] = this.size;
    return number;
  }

  term(number: number): string {
    const start = this.#starts[number] ?? 0;
    const end = this.#starts[number + 1] ?? start;
    return decoder.decode(this.#bytes.subarray(start, end));
  }

  /** The first two UTF-16 units of a term as one number, which sorts as they do. */
  beginning(number: number): number {
    const start = this.#starts[number] ?? 0;
    const first = this.#bytes[start] ?? 0;
    const second = start + 1 < (this.#starts[number + 1] ?? 0) ? (this.#bytes[start + 1] ?? 0) : 0;
    if ((first | second) < 0x80) return first * 0x10000 + second;
    const term = this.term(number);
    return term.charCodeAt(0) * 0x10000 + (term.length > 1 ? term.charCodeAt(1) : 0);
  }

  /** The numbers of all terms that begin like this. */
  withPrefix(prefix: string): number[] {
    const wanted = encoder.encode(prefix);
    const found: number[] = [];
    for (let number = 0; number < this.size; number++) {
      const start = this.#starts[number] ?? 0;
      if ((this.#starts[number + 1] ?? 0) - start < wanted.length) continue;
      let same = 0;
      while (same < wanted.length && this.#bytes[start + same] === wanted[same]) same++;
      if (same === wanted.length) found.push(number);
    }
    return found;
  }

  /** The slot where the term is, or would be. */
  #slot(term: string, hash: number): number {
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0 || (this.#hashes[number] === hash && this.#is(number, term))) return slot;
    }
  }

  #is(number: number, term: string): boolean {
    const start = this.#starts[number] ?? 0;
    const length = (this.#starts[number + 1] ?? start) - start;
    if (length < term.length) return false;
    for (let at = 0; at < term.length; at++) {
      const unit = term.charCodeAt(at);
      if (unit > 0x7f) return this.term(number) === term;
      if (this.#bytes[start + at] !== unit) return false;
    }
    return length === term.length;
  }

  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const last = this.#slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = (this.#hashes[number] ?? 0) & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = number + 1;
    }
  }
}

const encoder = new TextEncoder();
// A byte order mark is a letter of the term like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
