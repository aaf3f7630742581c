import { create, insert, search } from '@orama/orama';
import { describe, expect, test } from 'vitest';
import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { HotTier } from '../../../src/index/hot-tier';
import { indexComponent, schemaOf } from '../../../src/index/index-component';
import { MOST_RESULTS } from '../../../src/index/index-store';
import { atOnce } from '../../../src/index/pause';
import { SearchIndex, type IndexDocument } from '../../../src/index/search-index';
import type { SectionWriter } from '../../../src/index/segment/sections';
import { slimDocuments } from '../../../src/index/slim-documents';
import { document, foundByWords, indexOf, seeded } from './documents';

/** Orama 3.1.18 as it comes has each of these; the index must not. */
describe('traps of Orama that the index does not have', () => {
  test('prefix expansion is always on', async () => {
    const index = await indexOf({ long: 'category', short: 'cat' });
    expect(await foundByWords(index, 'cat')).toEqual(['short']);
  });

  test('merging of postings is quadratic', { timeout: 60_000 }, async () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
    const timeOf = async (count: number): Promise<number> => {
      const index = new SearchIndex({ embedder: StaticEmbedder.wordless(2) });
      await index.put(Array.from({ length: count }, (_, at) => document(`d${at}`, words)));
      const times: number[] = [];
      for (let i = 0; i < 9; i++) {
        const start = performance.now();
        await index.search({ text: words, limit: 10 });
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const small = await timeOf(1000);
    const large = await timeOf(8000);
    // Eight times as much may take eight times as long, with room for a busy machine; not 64.
    expect(large).toBeLessThan(small * 30 + 5);
  });

  test('there are no stop words', async () => {
    const index = await indexOf({ noise: 'how do I do this with the', right: 'rebase a branch' });
    expect(await foundByWords(index, 'how do I rebase the branch')).toEqual(['right']);
  });

  test('a similarity of 0.8 drops most vector hits', async () => {
    const index = await indexOf({ near: 'configurations of compilers and linkers, at length' });
    const [hit] = await index.search({ text: 'configuraton of a compilr', limit: 5 });
    expect(hit?.vector?.score).toBeGreaterThan(0);
    expect(hit?.vector?.score).toBeLessThan(0.8);
  });

  test('a weight of 0 becomes a half, and scores are mixed: here both stand apart', async () => {
    const index = await indexOf({ one: 'alpha beta', two: 'alphabet' });
    const [first, second] = await index.search({ text: 'alpha', limit: 5 });
    expect(first).toMatchObject({ id: 'one', text: { rank: 1 } });
    expect(second).toMatchObject({ id: 'two', text: undefined });
  });

  test('hybrid ignores the order asked for: here text hits keep theirs', async () => {
    const index = await indexOf({ b: 'x y z alpha', a: 'alpha', c: 'x alpha' });
    const hits = await index.search({ text: 'alpha', limit: 5 });
    expect(hits.map((hit) => hit.text?.rank)).toEqual([1, 2, 3]);
    const scores = hits.map((hit) => hit.text?.score ?? Number.NaN);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('an empty term gives NaN', async () => {
    const index = await indexOf({ one: 'alpha', two: '' });
    for (const text of ['', '   ', 'the', 'nowhere']) {
      const hits = await index.search({ text, limit: 5 });
      for (const hit of hits) expect(hit.text?.score ?? hit.vector?.score).not.toBeNaN();
      expect(hits.filter((hit) => hit.text)).toEqual([]);
    }
  });

  test('it throws above about 125,000 results', async () => {
    const index = new SearchIndex({ embedder: StaticEmbedder.wordless(1) });
    await index.put(Array.from({ length: 130_000 }, (_, at) => document(`d${at}`, 'alike')));
    const hits = await index.search({ text: 'alike', limit: 200_000 });
    expect(hits.length).toBeGreaterThanOrEqual(MOST_RESULTS);
    expect(hits.length).toBeLessThanOrEqual(2 * MOST_RESULTS);
  }, 60_000);

  test('a vector search nulls the stored vector', async () => {
    const index = await indexOf({ one: 'alpha beta', two: 'gamma' });
    const first = await index.search({ text: 'alpha', limit: 5 });
    const again = await index.search({ text: 'alpha', limit: 5 });
    expect(again).toEqual(first);
    expect(first[0]?.vector).toBeDefined();
  });

  test('removing poisons the scores with NaN', async () => {
    const index = await indexOf({ one: 'alpha beta', two: 'alpha', three: 'beta', four: '' });
    await index.remove(['one', 'four']);
    await index.put([document('one', 'alpha')]);
    await index.remove(['three']);
    const hits = await index.search({ text: 'alpha beta', limit: 5 });
    expect(hits.map((hit) => hit.id).sort()).toEqual(['one', 'two']);
    for (const hit of hits) expect(hit.text?.score).toBeGreaterThan(0);
  });

  test('a failed update deletes the original', async () => {
    const index = await indexOf({ one: 'alpha' });
    const wrong = { ...document('one', 'beta'), at: 'noon' } as unknown as IndexDocument;
    await expect(index.put([wrong])).rejects.toThrow(TypeError);
    expect(await foundByWords(index, 'alpha')).toEqual(['one']);
  });

  test('`where` on a string is an OR over its tokens', async () => {
    const index = new SearchIndex({ embedder: StaticEmbedder.wordless(64) });
    await index.put([
      document('mine', 'alpha', { repo: 'github.com/me/tool' }),
      document('theirs', 'alpha', { repo: 'github.com/them/tool' }),
    ]);
    const hits = await index.search({ text: 'alpha', limit: 5, repo: 'github.com/me/tool' });
    expect(hits.map((hit) => hit.id)).toEqual(['mine']);
  });

  test('camelCase is not split', async () => {
    const index = await indexOf({ one: 'call fetchWithRetry here' });
    expect(await foundByWords(index, 'retry')).toEqual(['one']);
    expect(await foundByWords(index, 'fetch_with_retry')).toEqual(['one']);
  });

  test('C++ and C# are both "c"', async () => {
    const index = await indexOf({ cpp: 'written in C++', cs: 'written in C#', c: 'written in C' });
    expect(await foundByWords(index, 'C++')).toEqual(['cpp']);
    expect(await foundByWords(index, 'C#')).toEqual(['cs']);
    expect(await foundByWords(index, 'C')).toEqual(['c']);
  });

  test('inserting many blocks the thread', { timeout: 60_000 }, async () => {
    const index = new SearchIndex({ embedder: StaticEmbedder.wordless(64) });
    const random = seeded(1);
    const many = Array.from({ length: 5000 }, (_, at) =>
      document(
        `d${at}`,
        Array.from({ length: 40 }, () => `w${Math.floor(random() * 5000)}`).join(' '),
      ),
    );
    let turns = 0;
    let putting = true;
    const turn = (): void => {
      turns++;
      if (putting) setImmediate(turn);
    };
    setImmediate(turn);
    const done = index.put(many);
    await new Promise(setImmediate);
    const meanwhile = await index.search({ text: 'w1 w2 w3', limit: 5 });
    expect(Array.isArray(meanwhile)).toBe(true);
    expect(index.size).toBeLessThan(5000);
    await done;
    putting = false;
    expect(turns).toBeGreaterThan(10);
    expect(index.size).toBe(5000);
  });

  test('a Float32Array is refused', async () => {
    const index = await indexOf({});
    await expect(index.put([document('one', 'alpha')])).resolves.toBeUndefined();
    const [hit] = await index.search({ text: 'alpha', limit: 1 });
    expect(hit?.vector?.score).toBeCloseTo(1, 3);
  });

  test('snapshots bloat: a document of 40 words takes less than half a kilobyte', () => {
    const tier = new HotTier(64, new CodeTokenizer());
    const random = seeded(3);
    const count = 1000;
    for (let at = 0; at < count; at++) {
      const words = Array.from({ length: 40 }, () => `word${Math.floor(random() * 5000)}`);
      tier.put(document(`document-${at}`, words.join(' ')), new Float32Array(64).fill(random()));
    }
    let bytes = 0;
    const writer: SectionWriter = {
      begin: () => undefined,
      append: (chunk) => (bytes += chunk.length),
      write: (_name, chunks) => [...chunks].forEach((chunk) => (bytes += chunk.length)),
    };
    expect(atOnce(tier.write(writer))).toBe(count);
    expect(bytes).toBeGreaterThan(count * 64);
    expect(bytes).toBeLessThan(count * 512);
  });

  test('what Orama keeps of a document beside the index is small', async () => {
    const orama = create({
      schema: schemaOf(2),
      components: {
        index: indexComponent(2),
        tokenizer: new CodeTokenizer(),
        documentsStore: slimDocuments(),
      },
    });
    void insert(orama, { id: 'one', text: 'alpha '.repeat(1000), type: 'memory', vector: [1, 0] });
    const { hits } = await search(orama, { term: 'alpha', includeVectors: true });
    expect(hits[0]?.document).toEqual({ id: 'one', type: 'memory' });
  });
});
