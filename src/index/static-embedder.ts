import { readFileSync } from 'node:fs';
import { CodeTokenizer } from './code-tokenizer';
import type { Embedder, Likeness } from './embedder';
import { encodeWordTable, WordTable } from './word-table';

/**
 * Vectors from a table of word vectors that ships with Mneme: a text is the sum of its terms, each
 * counted by 1 + ln n, where a term's length is its weight (as in model2vec and other static
 * models). It knows which words are used alike, and of words that it does not know, what they are
 * spelt like; order and negation it does not see. The same text gives the same vector on every
 * machine.
 */
export class StaticEmbedder implements Embedder {
  readonly name: string;
  readonly dimensions: number;
  readonly #tokenizer = new CodeTokenizer();
  readonly #table: WordTable;

  constructor(table: WordTable) {
    this.#table = table;
    this.dimensions = table.dimensions;
    this.name = `software-words-3-${table.checksum.toString(16).padStart(8, '0')}`;
  }

  /**
   * @param table the file of the table, or its bytes.
   * @throws WordTableError when it is torn or of another format, and what reading a file throws.
   */
  static open(table: string | Uint8Array): StaticEmbedder {
    return new StaticEmbedder(
      new WordTable(typeof table === 'string' ? readFileSync(table) : table),
    );
  }

  /**
   * Vectors that know no word: each term is like itself alone (random indexing: Kanerva et al.,
   * 2000).
   */
  static wordless(dimensions = 128): StaticEmbedder {
    const none = { hashes: [], values: new Float32Array(0) };
    const vectors = { dimensions, words: none, subwords: none, strange: 1 };
    return new StaticEmbedder(new WordTable(encodeWordTable(vectors)));
  }

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    return Promise.resolve(texts.map((text) => this.#embedOne(text)));
  }

  likeness(terms: readonly string[]): Likeness {
    return this.#table.likeness(terms);
  }

  #embedOne(text: string): Float32Array {
    const counts = new Map<string, number>();
    for (const term of this.#tokenizer.tokenize(text)) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const sum = new Float32Array(this.dimensions);
    for (const [term, count] of counts) this.#table.add(term, 1 + Math.log(count), sum);
    let squares = 0;
    for (const value of sum) squares += value * value;
    const length = Math.sqrt(squares);
    return length === 0 ? sum : sum.map((value) => value / length);
  }
}
