import { expect, test } from 'vitest';
import type { Signal } from '../../../src/memory/signal';
import { eventually, ids, openTestEngine, temporaryFolder } from './open-test-engine';

const DAY = 24 * 60 * 60 * 1000;

function failure(session: string, daysAgo: number): Signal {
  return {
    id: ids.next('signal'),
    at: Date.now() - daysAgo * DAY,
    session,
    repo: 'host/me/shop',
    confidence: 1,
    evidence: [],
    kind: 'terminal',
    command: `make release-${daysAgo}`,
    exitCode: 2,
  };
}

test('signals of long ago become an episode at the next start; recent ones stay', async () => {
  const folder = await temporaryFolder();
  const first = await openTestEngine(folder);
  await first.client.call('observe', {
    signals: [failure('n_old', 30), failure('n_old', 29), failure('n_new', 1)],
  });
  await first.client.close();

  const { client } = await openTestEngine(folder);
  const episodes = await eventually(
    () => client.call('list', { kinds: ['episode'] }),
    (rows) => rows.length > 0,
  );
  expect(episodes.map(({ memory }) => memory.text)).toEqual([
    expect.stringContaining('make release-30, make release-29 failed'),
  ]);
  const left = await client.call('activity', {});
  expect(left.map(({ session }) => session)).toEqual(['n_new']);
  const pack = await client.call('recall', {
    sentence: 'make release-30 failed',
    repo: 'host/me/shop',
    door: 'panel',
  });
  expect(pack.items[0]?.memory.kind).toBe('episode');
});
