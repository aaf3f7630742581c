import { expect, test } from 'vitest';
import type { LocalClient } from '../../../src/engine/local-client';
import type { Signal } from '../../../src/memory/signal';
import { ids, openTestEngine, temporaryFolder } from './open-test-engine';
import { REPO } from './rewritten';

const CODE = 'const price = formatPrice(item);';

async function fact(client: LocalClient): Promise<string> {
  const { id } = await client.call('remember', {
    kind: 'fact',
    text: 'Format prices with the helper formatPrice from src/money',
    scope: { repo: REPO },
    status: 'active',
    provenance: { source: 'imported', from: 'a test', at: Date.now(), trust: 0.7 },
  });
  return id;
}

function recall(client: LocalClient, door: 'tool' | 'mcp') {
  return client.call('recall', {
    sentence: 'format prices helper',
    repo: REPO,
    file: 'src/cart.ts',
    language: 'typescript',
    door,
  });
}

function base(session: string) {
  return {
    id: ids.next('signal'),
    at: Date.now(),
    session,
    repo: REPO,
    confidence: 1,
    evidence: ['a test'],
  };
}

/** Text that was accepted and committed. */
function committed(session: string, sha: string): Signal[] {
  const suggestion = ids.next('suggestion');
  const place = { file: 'src/cart.ts', language: 'typescript', suggestion };
  return [
    { ...base(session), ...place, kind: 'accepted', text: CODE, line: 3, partial: false },
    { ...base(session), kind: 'commit', sha, subject: 'Prices' },
    {
      ...{ ...base(session), ...place, kind: 'survival', checkpoint: 'commit', sha },
      ...{ accepted: CODE, original: '', current: CODE },
    },
  ];
}

async function evidenceOf(client: LocalClient, id: string): Promise<(string | undefined)[]> {
  const card = await client.call('card', { id });
  return (card?.outcomes ?? []).map(({ evidence }) => evidence).reverse();
}

test('a commit that is pushed helps, one that is reverted in a later session harms', async () => {
  const folder = await temporaryFolder();
  const first = await openTestEngine(folder);
  const id = await fact(first.client);
  await recall(first.client, 'tool');
  await first.client.call('observe', { signals: committed(first.session, 'abc1') });
  expect(await evidenceOf(first.client, id)).toEqual(['survived commit']);

  const later = await openTestEngine(folder);
  const pushed: Signal = { ...base(later.session), kind: 'kept', how: 'pushed', shas: ['abc1'] };
  await later.client.call('observe', { signals: [pushed] });
  await later.client.call('observe', { signals: [{ ...pushed, id: ids.next('signal') }] });
  const revert: Signal = {
    ...{ ...base(later.session), kind: 'commit', sha: 'def2' },
    ...{ subject: 'Revert "Prices"', reverts: ['abc1'] },
  };
  await later.client.call('observe', { signals: [revert] });
  expect(await evidenceOf(later.client, id)).toEqual([
    'survived commit',
    'commitPushed',
    'commitReverted',
  ]);
});

test('what a server of tools showed in its own process earns in the window where it is used', async () => {
  const folder = await temporaryFolder();
  const server = await openTestEngine(folder);
  const id = await fact(server.client);
  const pack = await recall(server.client, 'mcp');
  expect(pack.items.map(({ memory }) => memory.id)).toEqual([id]);
  // The receipt is written behind the answer; what rests on it waits until it is there.
  await server.client.call('receipts', {});

  const window = await openTestEngine(folder);
  await window.client.call('observe', { signals: committed(window.session, 'abc1') });
  expect(await evidenceOf(window.client, id)).toEqual(['survived commit']);
});

test('a hook’s report of a failed tool call speaks for what its conversation was shown', async () => {
  const { client } = await openTestEngine();
  const id = await fact(client);
  const task = { sentence: 'format prices helper', repo: REPO, door: 'hook' } as const;
  await client.call('recall', { ...task, conversation: 'c1', assistant: 'claude-code' });
  const failed = (conversation: string): Signal => ({
    ...base(`claude-code:${conversation}`),
    ...{ file: 'src/cart.ts', language: 'typescript', kind: 'assistant' },
    ...{ assistant: 'claude-code', conversation, act: 'edit', outcome: 'failed', text: CODE },
  });
  await client.call('receipts', {});
  await client.call('observe', { signals: [failed('c2')] });
  expect(await evidenceOf(client, id)).toEqual([]);
  await client.call('observe', { signals: [failed('c1')] });
  expect(await evidenceOf(client, id)).toEqual(['toolFailed']);
});
