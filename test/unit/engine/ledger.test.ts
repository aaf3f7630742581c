import { expect, test } from 'vitest';
import type { LocalClient } from '../../../src/engine/local-client';
import { systemClock } from '../../../src/memory/clock';
import { silentLog } from '../../../src/memory/log';
import type { Memory } from '../../../src/memory/memory';
import type { Verdict } from '../../../src/memory/outcome';
import { redactSecrets } from '../../../src/store/redact';
import { Store } from '../../../src/store/store';
import { ids, openTestEngine, temporaryFolder } from './open-test-engine';
import { REPO } from './rewritten';

const RETRY = 'Retry a failed request three times before giving up';
const asking = { repo: REPO, door: 'panel' as const };

function fact(client: LocalClient, text: string, trust = 0.7): Promise<Memory> {
  return client.call('remember', {
    kind: 'fact',
    text,
    scope: { repo: REPO },
    status: 'active',
    provenance: { source: 'imported', from: 'a test', at: Date.now(), trust },
  });
}

/** Recalls and gives a verdict on one memory; whether it was shown. */
async function judged(
  client: LocalClient,
  sentence: string,
  id: string,
  verdict: Verdict,
): Promise<boolean> {
  const { items } = await client.call('recall', { ...asking, sentence });
  const item = items.find(({ memory }) => memory.id === id);
  if (item === undefined) return false;
  await client.call('verdict', { exposure: item.exposure, verdict });
  return true;
}

async function ranks(client: LocalClient, sentence: string): Promise<string[]> {
  const { items } = await client.call('recall', { ...asking, sentence });
  return items.map(({ memory }) => memory.id);
}

test('what misled with a question is not shown for it again, and still is for another', async () => {
  const { client } = await openTestEngine();
  const { id } = await fact(client, 'Retry a failed request; cache the parsed price list');
  for (let time = 0; time < 3; time++) {
    await judged(client, 'how to cache the parsed price list', id, 'helped');
  }
  for (let time = 0; time < 6; time++) {
    await judged(client, 'how often to retry a failed request', id, 'harmed');
  }
  expect(await ranks(client, 'how often to retry a failed request')).toEqual([]);
  const { leftOut } = await client.call('recall', {
    ...asking,
    sentence: 'retry the request that failed: how often',
  });
  expect(leftOut.misleading).toBe(1);

  const { items } = await client.call('recall', {
    ...asking,
    sentence: 'cache the price list once it is parsed',
  });
  expect(items.map(({ memory }) => memory.id)).toEqual([id]);
  expect(items[0]?.reasons.map(({ words }) => words).join('; ')).toMatch(
    /helped 3 times.* for questions like this/,
  );
  expect((await client.call('card', { id }))?.memory.status).toBe('active');
});

test('what helped with a question passes what matches its words better', async () => {
  const { client } = await openTestEngine();
  const better = await fact(client, RETRY);
  const right = await fact(client, 'A request that failed goes to the queue of the worker');
  const question = 'retry a failed request';
  expect((await ranks(client, question))[0]).toBe(better.id);
  for (let time = 0; time < 3; time++) await judged(client, question, right.id, 'helped');
  expect((await ranks(client, question))[0]).toBe(right.id);
});

const WAYS_BACK = ['correct', 'undo'] as const;

test.each(WAYS_BACK)(
  'clear harm quarantines, and tells; after %s not for the same',
  async (way) => {
    const { client } = await openTestEngine();
    const told: string[] = [];
    client.onEvent((event) => event.kind === 'quarantined' && told.push(event.reason));
    const text =
      'Retry failed requests, cache parsed prices, compress images, rotate logs, lock the queue';
    const { id } = await fact(client, text, 0.5);
    const questions = [
      'retry failed requests',
      'cache parsed prices',
      'compress images',
      'rotate logs',
      'lock the queue',
    ];
    for (const question of questions) await judged(client, question, id, 'harmed');
    const card = await client.call('card', { id });
    expect(card?.memory.status).toBe('quarantined');
    expect(card?.journal[0]).toMatchObject({ actor: 'mneme', action: 'quarantine' });
    expect(told).toEqual([card?.journal[0]?.summary]);
    expect(told[0]).toMatch(/^Misled \d times\. The last time: You said that it misled\.$/);
    expect(await ranks(client, 'lock the queue')).toEqual([]);

    const entry = card?.journal[0]?.id;
    if (way === 'undo') await client.call('undo', { entry });
    else await client.call('correct', { id, patch: { status: 'active' } });
    expect((await client.call('replay', {})).differences).toEqual([]);
    expect(await judged(client, 'failed prices and images', id, 'harmed')).toBe(true);
    expect((await client.call('card', { id }))?.memory.status).toBe('active');
  },
);

test('a word taken back leaves nothing behind', async () => {
  const { client } = await openTestEngine();
  const { id } = await fact(client, RETRY);
  const before = await client.call('card', { id });
  const { items } = await client.call('recall', { ...asking, sentence: 'retry a request' });
  const exposure = items[0]?.exposure ?? '';
  await client.call('verdict', { exposure, verdict: 'harmed' });
  await client.call('verdict', { exposure, verdict: 'unknown' });
  const after = await client.call('card', { id });
  expect(after?.memory.quality).toMatchObject({ helped: 0, harmed: 0 });
  expect(after?.lowerBound).toBeCloseTo(before?.lowerBound ?? 0, 6);
});

test('what is brought back after forgetting keeps what it earned, and replays', async () => {
  const { client } = await openTestEngine();
  const { id } = await fact(client, RETRY);
  for (let time = 0; time < 3; time++) await judged(client, 'retry a request', id, 'helped');
  const before = await client.call('card', { id });
  await client.call('forget', { id });
  await client.call('undo', {});
  const after = await client.call('card', { id });
  expect(after?.mean).toBeCloseTo(before?.mean ?? 0, 6);
  expect((await client.call('replay', {})).differences).toEqual([]);
});

test('qualities are what their outcomes add up to; what is not is found, and mended', async () => {
  const folder = await temporaryFolder();
  const { client } = await openTestEngine(folder);
  const one = await fact(client, RETRY);
  const other = await fact(client, 'A failed request is logged with its retry count');
  const verdicts = ['helped', 'harmed', 'ignored', 'helped', 'unknown'] as const;
  for (const verdict of verdicts) {
    for (const { id } of [one, other]) await judged(client, 'retry a failed request', id, verdict);
  }
  const sound = await client.call('replay', {});
  expect(sound).toMatchObject({ memories: 2, differences: [], mended: false });
  expect(sound.outcomes).toBeGreaterThanOrEqual(8);

  await tamper(folder, one.id);
  const differing = await client.call('replay', {});
  expect(differing.differences.map(({ memory }) => memory)).toEqual([one.id]);
  await client.call('replay', { mend: true });
  expect((await client.call('replay', {})).differences).toEqual([]);
});

/** Writes evidence into a quality that no outcome stands for. */
async function tamper(folder: string, id: string): Promise<void> {
  const store = await Store.open({
    path: `${folder}/mneme.db`,
    clock: systemClock,
    ids,
    log: silentLog,
    redact: redactSecrets,
  });
  const memory = await store.memory(id);
  if (memory === undefined) throw new Error('It is gone');
  await store.write((tx) => tx.putQualities(new Map([[id, { ...memory.quality, harmed: 9 }]])));
  await store.close();
}
