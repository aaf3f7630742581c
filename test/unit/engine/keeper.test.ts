import { expect, test } from 'vitest';
import type { Memory } from '../../../src/memory/memory';
import type { LocalClient } from '../../../src/engine/local-client';
import { openTestEngine } from './open-test-engine';
import { rewritten } from './rewritten';

function remember(client: LocalClient, text: string): Promise<Memory> {
  return client.call('remember', {
    kind: 'fact',
    text,
    scope: {},
    status: 'active',
    provenance: { source: 'user', from: 'a test', at: 1, trust: 1 },
  });
}

test('an edit can be taken back, and what was learned since stays', async () => {
  const { client } = await openTestEngine();
  const { id } = await remember(client, 'The retry limit of the gateway is five');
  await client.call('correct', { id, patch: { text: 'The retry limit of the gateway is three' } });
  const pack = await client.call('recall', { sentence: 'gateway retry limit', door: 'panel' });
  const exposure = pack.items[0]?.exposure ?? '';
  await client.call('verdict', { exposure, verdict: 'helped' });

  await client.call('undo', {});

  const card = await client.call('card', { id });
  expect(card?.memory.text).toBe('The retry limit of the gateway is five');
  expect(card?.memory.quality.helped).toBeGreaterThan(0.9);
});

test('undo goes back one change at a time, and past forgetting', async () => {
  const { client } = await openTestEngine();
  const { id } = await remember(client, 'One');
  await client.call('correct', { id, patch: { text: 'Two' } });
  await client.call('correct', { id, patch: { text: 'Three' } });
  await client.call('forget', { id });
  const text = async () => (await client.call('card', { id }))?.memory.text;

  expect(await text()).toBeUndefined();
  await client.call('undo', {});
  expect(await text()).toBe('Three');
});

test('forgetting is refused for what is not there, with what to do', async () => {
  const { client } = await openTestEngine();
  await expect(client.call('forget', { id: 'm_nothing' })).rejects.toMatchObject({
    name: 'HumanError',
    remedy: expect.stringContaining('Refresh') as string,
  });
});

test('a forgotten memory is neither found nor recalled nor listed', async () => {
  const { client } = await openTestEngine();
  const { id } = await remember(client, 'Deploys go out on Thursdays');
  await client.call('forget', { id });
  expect(await client.call('find', { text: 'deploys thursdays' })).toEqual([]);
  expect(await client.call('list', {})).toEqual([]);
  const pack = await client.call('recall', { sentence: 'when do deploys go out', door: 'panel' });
  expect(pack.items).toEqual([]);
});

test('confirming makes a candidate active and lifts its quality', async () => {
  const { client } = await openTestEngine();
  const { id } = await client.call('remember', {
    kind: 'fact',
    text: 'The cache lives for an hour',
    scope: {},
    status: 'candidate',
    provenance: { source: 'mined', from: 'an edit', at: 1, trust: 0.6 },
  });
  const before = await client.call('card', { id });
  await client.call('confirm', { id });
  const after = await client.call('card', { id });
  expect(after?.memory.status).toBe('active');
  expect(after?.lowerBound).toBeGreaterThan(before?.lowerBound ?? 1);
});

test('an undone creation is gone, and undoing that brings it back', async () => {
  const { client } = await openTestEngine();
  const { id } = await remember(client, 'A slip of the finger');
  await client.call('undo', {});
  expect(await client.call('card', { id })).toBeNull();
  await client.call('undo', {});
  expect((await client.call('card', { id }))?.memory.text).toBe('A slip of the finger');
});

test('evidence that comes in at the time of a change is kept', async () => {
  const { client } = await openTestEngine();
  const { id } = await remember(client, 'The retry limit of the gateway is five');
  const pack = await client.call('recall', { sentence: 'gateway retry limit', door: 'panel' });
  const exposure = pack.items[0]?.exposure ?? '';

  await Promise.all([
    client.call('verdict', { exposure, verdict: 'helped' }),
    client.call('correct', { id, patch: { text: 'The retry limit of the gateway is six' } }),
    client.call('confirm', { id }),
  ]);

  const card = await client.call('card', { id });
  expect(card?.memory.quality.helped).toBeGreaterThan(0.9);
  expect(card?.memory.text).toBe('The retry limit of the gateway is six');
  expect(card?.memory.provenance.evidence.map(({ text }) => text)).toEqual([
    'Corrected by hand; it said: The retry limit of the gateway is five',
    'Confirmed by the user',
  ]);
});

test('undo takes back what a person did, not what Mneme learned since', async () => {
  const { client, session } = await openTestEngine();
  const { id } = await remember(client, 'The cache lives for an hour');
  await client.call('correct', { id, patch: { status: 'archived' } });
  await client.call('observe', { signals: [rewritten(session)] });
  expect(await client.call('list', { statuses: ['candidate'] })).toHaveLength(1);

  await client.call('undo', {});

  expect((await client.call('card', { id }))?.memory.status).toBe('active');
  expect(await client.call('list', { statuses: ['candidate'] })).toHaveLength(1);
});
