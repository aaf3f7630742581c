import { expect, test } from 'vitest';
import type { Edge } from '../../../src/memory/edge';
import { GitFixture } from '../learning/repository/git-fixture';
import { openTestEngine } from './open-test-engine';

/** A repository whose two files changed together nine times, learned once. */
async function learned() {
  const repo = new GitFixture();
  repo.commit('Start');
  let step = 0;
  const change = (times: number, ...files: string[]): void => {
    for (let i = 0; i < times; i++, step++) {
      repo.commit('Step', Object.fromEntries(files.map((file) => [file, String(step)])));
    }
  };
  change(9, 'a.js', 'b.js');
  const { client } = await openTestEngine();
  const learn = () => client.call('learn', { folder: repo.root });
  await learn();
  const fact = async () => {
    const [row] = await client.call('list', { kinds: ['fact'] });
    if (row === undefined) throw new Error('No fact was learned');
    return row.memory;
  };
  return { client, change, learn, fact };
}

test('files that change together are counted again with new commits', async () => {
  const { client, change, learn, fact } = await learned();
  const before = await fact();
  expect(before.text).toContain('9 of the 9 commits');

  change(6, 'a.js');
  change(1, 'a.js', 'b.js');
  expect(await learn()).toMatchObject({ commits: 7, memories: {}, edges: {} });
  const after = await fact();
  expect(after).toMatchObject({ id: before.id, quality: before.quality });
  expect(after.text).toContain('10 of the 10 commits that touch `b.js`');
  expect(after.provenance.evidence).toMatchObject([{ text: after.text }]);
  const slice = await client.call('neighbourhood', { id: after.id, hops: 2 });
  const isPair = ({ type }: Edge) => type === 'used-with';
  expect(slice?.edges.filter(isPair)).toMatchObject([{ weight: 10 / 16 }]);
  const card = await client.call('card', { id: after.id });
  expect(card?.journal.map(({ summary }) => summary)).toEqual(['Counted again', before.text]);

  expect(await learn()).toMatchObject({ commits: 0, known: 17 });
  expect(await fact()).toEqual(after);
});

test.each(['correct', 'confirm'] as const)(
  'a fact that someone did %s stays as it is',
  async (act) => {
    const { client, change, learn, fact } = await learned();
    const { id } = await fact();
    if (act === 'correct') await client.call('correct', { id, patch: { text: 'They are one.' } });
    else await client.call('confirm', { id });
    const kept = await fact();
    change(3, 'a.js', 'b.js');
    await learn();
    expect(await fact()).toEqual(kept);
  },
);
