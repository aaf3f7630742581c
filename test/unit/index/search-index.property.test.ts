import { describe, expect, test } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { HashingEmbedder } from '../../../src/index/hashing-embedder';
import { SearchIndex } from '../../../src/index/search-index';
import { document, seeded } from './documents';

const tokenizer = new CodeTokenizer();
const embedder = new HashingEmbedder(32);

/** BM25 as the textbook has it, over all documents and from their texts. */
function naiveBm25(texts: ReadonlyMap<string, string>, query: string): Map<string, number> {
  const documents = new Map([...texts].map(([id, text]) => [id, tokenizer.tokenize(text)]));
  const count = documents.size;
  const average = [...documents.values()].reduce((sum, terms) => sum + terms.length, 0) / count;
  const scores = new Map<string, number>();
  for (const term of tokenizer.tokenize(query)) {
    const holders = [...documents.values()].filter((terms) => terms.includes(term)).length;
    const idf = Math.log(1 + (count - holders + 0.5) / (holders + 0.5));
    for (const [id, terms] of documents) {
      const times = terms.filter((other) => other === term).length;
      if (times === 0) continue;
      const norm = 1.2 * (1 - 0.75 + (0.75 * terms.length) / average);
      scores.set(id, (scores.get(id) ?? 0) + (idf * times * 2.2) / (times + norm));
    }
  }
  return scores;
}

async function naiveCosine(
  texts: ReadonlyMap<string, string>,
  query: string,
): Promise<Map<string, number>> {
  const [target, ...vectors] = await embedder.embed([query, ...texts.values()]);
  const cosines = [...texts.keys()].map((id, at): [string, number] => {
    const vector = vectors[at] ?? new Float32Array();
    return [id, vector.reduce((sum, value, i) => sum + value * (target?.[i] ?? 0), 0)];
  });
  return new Map(cosines.filter(([, cosine]) => cosine > 1e-6));
}

describe.each([1, 2, 3, 4])('the index beside the naive ones, seed %i', (seed) => {
  test('agrees after random inserts, updates and removes', async () => {
    const random = seeded(seed);
    const vocabulary = Array.from({ length: 60 }, (_, at) => `term${at}`);
    const some = (): string =>
      // The square makes some words common and most rare, as in real text.
      vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? '';
    const text = (): string => Array.from({ length: Math.floor(random() * 30) }, some).join(' ');

    const index = new SearchIndex({ embedder });
    const texts = new Map<string, string>();
    for (let step = 0; step < 60; step++) {
      const ids = Array.from({ length: 5 }, () => `d${Math.floor(random() * 120)}`);
      if (random() < 0.3) {
        await index.remove(ids);
        for (const id of ids) texts.delete(id);
      } else {
        const batch = ids.map((id) => document(id, text()));
        await index.put(batch);
        for (const { id, text } of batch) texts.set(id, text);
      }
      expect(index.size).toBe(texts.size);
      if (texts.size === 0 || step % 3 !== 0) continue;

      const query = `${some()} ${some()} ${some()} ${some()}`;
      const hits = await index.search({ text: query, limit: 1000 });
      const byText = new Map(
        hits.flatMap((hit) => (hit.text ? [[hit.id, hit.text.score] as const] : [])),
      );
      const byVector = new Map(
        hits.flatMap((hit) => (hit.vector ? [[hit.id, hit.vector.score] as const] : [])),
      );
      expectSame(byText, naiveBm25(texts, query));
      expectNear(byVector, await naiveCosine(texts, query));
    }
  });
});

function expectSame(found: ReadonlyMap<string, number>, naive: ReadonlyMap<string, number>): void {
  expect([...found.keys()].sort()).toEqual([...naive.keys()].sort());
  for (const [id, score] of naive) expect(found.get(id)).toBeCloseTo(score, 5);
}

/** Vectors are kept in int8. */
const ROUNDING = 0.005;

function expectNear(found: ReadonlyMap<string, number>, exact: ReadonlyMap<string, number>): void {
  for (const id of new Set([...found.keys(), ...exact.keys()])) {
    expect(Math.abs((found.get(id) ?? 0) - (exact.get(id) ?? 0))).toBeLessThan(ROUNDING);
  }
}
