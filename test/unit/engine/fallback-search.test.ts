import { expect, it } from 'vitest';
import { FallbackSearch } from '../../../src/engine/fallback-search';
import { memoryDocument } from '../../../src/engine/index-document';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex } from '../../../src/index/search-index';
import type { Memory } from '../../../src/memory/memory';
import type { WordSearch } from '../../../src/recall/word-search';
import { openStore } from '../store/open-store';
import { LEARN, memory, REPO } from '../store/words';

const TEXTS = [
  'Retry the upload with a longer timeout when the proxy drops the connection',
  'Use fetchJson instead of fetch for calls to our own service',
  'The release branch is cut on Mondays',
  'Never log tokens, they end up in the artefacts of the build',
  'Timeouts in the test of the proxy come from the certificate',
  'The connection pool holds ten connections for each worker',
];

async function searches(memories: readonly Memory[]) {
  const store = await openStore();
  await store.write((tx) => tx.addMemories(memories, LEARN));
  const index = new SearchIndex({ embedder: StaticEmbedder.wordless() });
  await index.put(memories.map(memoryDocument));
  // Recall takes the one as well as the other.
  const fallback: WordSearch = new FallbackSearch(store);
  return { fallback, index };
}

const query = (text: string, limit = 5) => ({
  text,
  limit,
  types: ['memory' as const],
  repo: REPO,
  vectors: false,
});

const memories = TEXTS.map((text, i) => memory(`${i}`, { text, detail: {} }));

it.each([
  'the upload fails with a timeout behind the proxy',
  'call our service: fetch or fetchJson?',
  'fetch json',
  'which connections does a worker hold',
  'tokens in logs',
])('answers as the index does: %s', async (text) => {
  const { fallback, index } = await searches(memories);
  const found = await fallback.search(query(text));
  const expected = await index.search(query(text));
  expect(found[0]?.id).toBe(expected[0]?.id);
  for (const hit of found) {
    const same = expected.find(({ id }) => id === hit.id);
    expect(hit.text?.share).toBeCloseTo(same?.text?.share ?? -1, 0);
    expect(hit.text?.coverage).toBeCloseTo(same?.text?.coverage ?? -1, 0);
    expect([...(hit.text?.terms ?? [])].sort()).toEqual([...(same?.text?.terms ?? [])].sort());
    expect(hit.vector).toBeUndefined();
  }
});

it('finds nothing where nothing fits, and no entities', async () => {
  const { fallback } = await searches(memories);
  expect(await fallback.search(query('kubernetes ingress'))).toEqual([]);
  expect(await fallback.search(query('the of and'))).toEqual([]);
  expect(await fallback.search({ ...query('proxy'), types: ['entity'] })).toEqual([]);
  expect(await fallback.search(query('proxy', 1))).toHaveLength(1);
});

it('keeps to the repository', async () => {
  const { fallback } = await searches([
    memory('here', { text: 'the walrus', detail: {} }),
    memory('there', { text: 'the walrus', detail: {}, scope: { repo: 'elsewhere' } }),
    memory('everywhere', { text: 'the walrus sings', detail: {}, scope: {} }),
  ]);
  const ids = async (repo: string) =>
    (await fallback.search({ ...query('walrus'), repo })).map(({ id }) => id);
  expect(await ids(REPO)).toEqual(['m_here', 'm_everywhere']);
  expect(await ids('')).toEqual(['m_everywhere']);
});
