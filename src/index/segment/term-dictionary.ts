import { VarintReader } from '../text/postings';
import { GrowingBytes } from './growing-bytes';
import { SegmentError, type Sections, type SectionWriter } from './sections';

const TERMS = 'text.terms';
const BLOCKS = 'text.term-blocks';
/** Terms of a block; a block is what one look-up reads from disk. */
const BLOCK = 32;
/** A term has at most 64 UTF-16 units, or a whole version's or name's. */
const LONGEST_TERM = 4096;

/** Where a term's postings stand, and how many documents hold it. */
export type DictionaryEntry = {
  term: string;
  /** By rank among the segment's terms. */
  number: number;
  holders: number;
  /** Offset and length in the section of postings. */
  at: number;
  length: number;
};

/**
 * Collects terms in ascending order (of UTF-16 units). Each is told from the one before by what
 * they do not share; the first of each block stands whole in the resident index of blocks.
 */
export class DictionaryWriter {
  size = 0;
  readonly #terms = new GrowingBytes();
  readonly #blocks = new GrowingBytes();
  #before = new Uint8Array(0);
  #blockBegan = 0;
  #postingsBegan = 0;
  #postings = 0;

  add(term: string, holders: number, length: number): void {
    const bytes = encoder.encode(term);
    let shared = 0;
    if (this.size % BLOCK === 0) {
      this.#blocks.varint(this.#terms.length - this.#blockBegan);
      this.#blocks.varint(this.#postings - this.#postingsBegan);
      this.#blocks.varint(bytes.length);
      this.#blocks.push(bytes);
      this.#blockBegan = this.#terms.length;
      this.#postingsBegan = this.#postings;
    } else {
      const most = Math.min(bytes.length, this.#before.length);
      while (shared < most && bytes[shared] === this.#before[shared]) shared++;
    }
    this.#terms.varint(shared);
    this.#terms.varint(bytes.length - shared);
    this.#terms.push(bytes.subarray(shared));
    this.#terms.varint(holders);
    this.#terms.varint(length);
    this.#before = bytes;
    this.#postings += length;
    this.size++;
  }

  finish(writer: SectionWriter): void {
    writer.write(TERMS, [this.#terms.bytes]);
    writer.write(BLOCKS, [this.#blocks.bytes]);
  }
}

/** Finds terms with one read of about half a kilobyte; resident is one term in 32. */
export class TermDictionary {
  readonly #sections: Sections;
  /** All blocks, where they are wanted in memory, checked. */
  readonly #resident: Uint8Array | undefined;
  /** By block: where its first term begins among `#firsts`, the block itself, its postings. */
  readonly #starts: Uint32Array;
  readonly #offsets: Float64Array;
  readonly #postings: Float64Array;
  readonly #firsts: Uint8Array;
  readonly #blocks: number;

  constructor(
    sections: Sections,
    readonly size: number,
    { resident = false } = {},
  ) {
    this.#sections = sections;
    this.#resident = resident ? sections.bytes(TERMS) : undefined;
    this.#firsts = sections.bytes(BLOCKS);
    this.#blocks = Math.ceil(size / BLOCK);
    this.#starts = new Uint32Array(this.#blocks * 2);
    this.#offsets = new Float64Array(this.#blocks + 1);
    this.#postings = new Float64Array(this.#blocks);
    const reader = new VarintReader(this.#firsts);
    let offset = 0;
    let postings = 0;
    for (let block = 0; block < this.#blocks; block++) {
      this.#offsets[block] = offset += reader.next();
      this.#postings[block] = postings += reader.next();
      const length = reader.next();
      this.#starts[block * 2] = reader.at;
      reader.at += length;
      this.#starts[block * 2 + 1] = reader.at;
    }
    if (reader.at !== this.#firsts.length) throw new SegmentError('The dictionary is torn.');
    this.#offsets[this.#blocks] = sections.length(TERMS);
  }

  find(term: string): DictionaryEntry | undefined {
    const block = this.#blockOf(term);
    if (block < 0) return undefined;
    const wanted = encoder.encode(term);
    const reader = this.#block(block);
    let at = this.#postings[block] ?? 0;
    // How much of the entry before is the same as what is wanted; what is shared beyond that is not.
    let same = 0;
    for (let number = block * BLOCK; number < this.#last(block); number++) {
      const shared = reader.next();
      const rest = reader.next();
      const start = reader.at;
      if (shared <= same) {
        same = shared;
        const most = Math.min(rest, wanted.length - shared);
        while (same - shared < most && reader.bytes[start + same - shared] === wanted[same]) same++;
      }
      reader.at = start + rest;
      const holders = reader.next();
      const length = reader.next();
      if (same === wanted.length && shared + rest === same)
        return { term, number, holders, at, length };
      at += length;
    }
    return undefined;
  }

  /** All terms from the first that is not below `from` on, in ascending order. */
  *from(from: string): Generator<DictionaryEntry> {
    for (let block = Math.max(0, this.#blockOf(from)); block < this.#blocks; block++) {
      for (const entry of this.#entries(block)) if (entry.term >= from) yield entry;
    }
  }

  /** The last block whose first term is not above the term; -1: none. */
  #blockOf(term: string): number {
    let low = -1;
    let high = this.#blocks;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#isUpTo(middle, term)) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Whether the first term of a block is not above this one. */
  #isUpTo(block: number, term: string): boolean {
    const start = this.#starts[block * 2] ?? 0;
    const end = this.#starts[block * 2 + 1] ?? 0;
    for (let at = 0; start + at < end; at++) {
      if (at === term.length) return false;
      const [byte, unit] = [this.#firsts[start + at] ?? 0, term.charCodeAt(at)];
      if ((byte | unit) > 0x7f) return decoder.decode(this.#firsts.subarray(start, end)) <= term;
      if (byte !== unit) return byte < unit;
    }
    return true;
  }

  *#entries(block: number): Generator<DictionaryEntry> {
    const reader = this.#block(block);
    const bytes = new Uint8Array(LONGEST_TERM);
    let at = this.#postings[block] ?? 0;
    for (let number = block * BLOCK; number < this.#last(block); number++) {
      const shared = reader.next();
      const rest = reader.next();
      if (shared + rest > LONGEST_TERM) throw new SegmentError('The dictionary is torn.');
      bytes.set(reader.bytes.subarray(reader.at, reader.at + rest), shared);
      reader.at += rest;
      const term = decoder.decode(bytes.subarray(0, shared + rest));
      const holders = reader.next();
      const length = reader.next();
      yield { term, number, holders, at, length };
      at += length;
    }
  }

  #block(block: number): VarintReader {
    const offset = this.#offsets[block] ?? 0;
    const length = Math.max(0, (this.#offsets[block + 1] ?? 0) - offset);
    const bytes = this.#resident?.subarray(offset, offset + length);
    return new VarintReader(bytes ?? this.#sections.read(TERMS, offset, length));
  }

  /** Above the number of the last term in a block. */
  #last(block: number): number {
    return Math.min(this.size, (block + 1) * BLOCK);
  }
}

const encoder = new TextEncoder();
// A byte order mark is a letter of the term like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
