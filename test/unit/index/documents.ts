import type { IndexDocument } from '../../../src/index/search-index';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex } from '../../../src/index/search-index';

/** A document with nothing but what a test speaks of. */
export function document(id: string, text: string, more: Partial<IndexDocument> = {}) {
  return { id, type: 'memory', text, kind: 'fact', at: 0, ...more } satisfies IndexDocument;
}

/** Mneme's own word vectors. */
const words = StaticEmbedder.open('models/software-words-3.bin');

/** An index with Mneme's own word vectors, holding these texts under their own keys. */
export async function indexOf(texts: Readonly<Record<string, string>>): Promise<SearchIndex> {
  const index = new SearchIndex({ embedder: words });
  await index.put(Object.entries(texts).map(([id, text]) => document(id, text)));
  return index;
}

/** The ids that were found by words, the best first. */
export async function foundByWords(index: SearchIndex, text: string): Promise<string[]> {
  const hits = await index.search({ text, limit: 1000 });
  return hits.filter((hit) => hit.text !== undefined).map((hit) => hit.id);
}

/** Mulberry32: random numbers in [0, 1) that a seed fixes. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
