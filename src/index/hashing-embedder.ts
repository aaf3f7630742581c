import { CodeTokenizer } from './code-tokenizer';
import type { Embedder } from './embedder';
import { termHash } from './term-hash';

/** How much all n-grams of a word count together, beside the word itself; 2 measured best of 0 to 2. */
const NGRAM_SHARE = 2;
const NGRAM = 3;

/**
 * Vectors without a model: signed feature hashing (Weinberger et al., 2009) of terms and their
 * character trigrams, so that words with a common stem or a slip of the pen come near. It knows no
 * synonyms. The same text gives the same vector on every machine.
 */
export class HashingEmbedder implements Embedder {
  readonly name: string;
  readonly #tokenizer = new CodeTokenizer();

  constructor(readonly dimensions = 128) {
    this.name = `hashing-${dimensions}`;
  }

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    return Promise.resolve(texts.map((text) => this.#embedOne(text)));
  }

  #embedOne(text: string): Float32Array {
    const counts = new Map<string, number>();
    for (const term of this.#tokenizer.tokenize(text)) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const vector = new Float32Array(this.dimensions);
    for (const [term, count] of counts) {
      const weight = 1 + Math.log(count);
      this.#add(vector, term, 0, term.length, weight);
      const framed = `^${term}$`;
      const ngrams = framed.length - NGRAM + 1;
      const share = (weight * NGRAM_SHARE) / Math.sqrt(Math.max(1, ngrams));
      for (let at = 0; at < ngrams; at++) this.#add(vector, framed, at, at + NGRAM, share);
    }
    return normalised(vector);
  }

  #add(vector: Float32Array, text: string, from: number, to: number, weight: number): void {
    const hash = termHash(text, from, to);
    const at = (hash >>> 1) % vector.length;
    vector[at] = (vector[at] ?? 0) + (hash & 1 ? weight : -weight);
  }
}

function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? vector : vector.map((value) => value / length);
}
