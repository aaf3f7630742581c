import { expect, it } from 'vitest';
import type { Memory } from '../../../src/memory/memory';
import { Connection } from '../../../src/store/connection';
import { newPath, openStore } from './open-store';
import { LEARN, memory, REMEMBER, REPO } from './words';

async function storeOf(...memories: Memory[]) {
  const store = await openStore();
  await store.write((tx) => tx.addMemories(memories, LEARN));
  const find = async (words: string[], filter = {}) =>
    (await store.findText(words, { limit: 10, ...filter })).hits.map(({ id }) => id);
  return { store, find };
}

it('finds by the text and by what the kind adds, the best first', async () => {
  const { find } = await storeOf(
    memory('1', { text: 'Retry the upload', detail: { solution: 'raise the timeout' } }),
    memory('2', { text: 'Timeouts, timeouts, only timeouts', detail: {} }),
    memory('3', { text: 'Nothing of the kind', detail: { steps: ['npm ci', 'npm publish'] } }),
  );
  expect(await find(['timeout'])).toEqual(['m_2', 'm_1']);
  expect(await find(['publishing'])).toEqual(['m_3']);
  expect(await find(['steps', 'solution'])).toEqual([]);
});

it('takes text, repository and status as they are now', async () => {
  const { store, find } = await storeOf(
    memory('1', { text: 'the walrus', detail: {} }),
    memory('2', { text: 'the walrus', detail: {}, scope: {}, status: 'archived' }),
    memory('3', { text: 'the walrus', detail: {}, scope: { repo: 'elsewhere' } }),
  );
  expect((await find(['walrus'])).sort()).toEqual(['m_1', 'm_2', 'm_3']);
  expect((await find(['walrus'], { repo: REPO })).sort()).toEqual(['m_1', 'm_2']);
  expect(await find(['walrus'], { repo: '' })).toEqual(['m_2']);
  expect(await find(['walrus'], { repo: REPO, statuses: ['active'] })).toEqual(['m_1']);

  await store.write((tx) =>
    tx.putMemory(memory('1', { text: 'the carpenter', detail: {} }), REMEMBER),
  );
  expect(await find(['walrus'], { repo: REPO, statuses: ['active'] })).toEqual([]);
  expect(await find(['carpenter'])).toEqual(['m_1']);
  await store.write((tx) => tx.forgetMemory('m_1'));
  expect(await find(['carpenter'])).toEqual([]);
});

it.each([
  ['an open quote', 'walrus" OR text:"'],
  ['operators', 'NEAR(walrus, 2) AND NOT *'],
  ['a column', '- text : walrus ^'],
  ['a zero byte', 'walrus\0" OR "the'],
  ['a lone surrogate', '\ud800walrus'],
  ['signs alone', '"*" () {} :-'],
  ['a megabyte', 'x'.repeat(1_000_000)],
  ['nothing', ''],
])('takes no sign in a word for a command: %s', async (_, word) => {
  const { store } = await storeOf(memory('1', { text: 'the walrus', detail: {} }));
  const { hits } = await store.findText([word, 'walrus'], { limit: 5 });
  expect(hits.map(({ id }) => id)).toEqual(['m_1']);
});

it('searches for the rare words of a long sentence and says how common each is', async () => {
  const many = Array.from({ length: 2500 }, (_, i) =>
    memory(`n${i}`, { text: `common ground ${i % 50 === 0 ? 'seldom' : ''}`, detail: {} }),
  );
  const { store, find } = await storeOf(...many, memory('1', { text: 'common gem', detail: {} }));
  const { frequencies } = await store.findText(['common', 'seldom', 'gem', 'nowhere'], {
    limit: 3,
  });
  expect([...frequencies]).toEqual([
    ['common', 1000],
    ['seldom', 50],
    ['gem', 1],
    ['nowhere', 0],
  ]);
  expect((await find(['common', 'gem']))[0]).toBe('m_1');
  expect(await find(['common', 'ground'])).toHaveLength(10);
  expect(await find(Array.from({ length: 500 }, (_, i) => `word${i}`).concat('gem'))).toEqual([]);
  expect(await find(['gem', ...Array.from({ length: 500 }, (_, i) => `word${i}`)])).toEqual([
    'm_1',
  ]);
});

it('looks further where filters leave little of the best', async () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    memory(`n${i}`, { text: 'walrus', detail: {}, scope: { repo: 'elsewhere' } }),
  );
  const here = memory('1', { text: 'the walrus and others of its kind', detail: {} });
  const { find } = await storeOf(here, ...many);
  expect(await find(['walrus'], { repo: REPO })).toEqual(['m_1']);
});

it('is not troubled by a detail that is no JSON, whoever wrote it', async () => {
  const path = newPath();
  const store = await openStore(path);
  await store.write((tx) => tx.addMemories([memory('1', { text: 'the walrus' })], LEARN));
  const other = await Connection.open(path);
  await other.all(`UPDATE memories SET detail = '{', text = 'the carpenter'`);
  await other.all(`UPDATE memories SET detail = '{}'`);
  await other.close();
  const found = async (word: string) => (await store.findText([word], { limit: 5 })).hits.length;
  expect(await found('walrus')).toBe(0);
  expect(await found('carpenter')).toBe(1);
});
