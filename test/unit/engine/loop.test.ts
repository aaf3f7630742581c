import { expect, test } from 'vitest';
import type { LocalClient } from '../../../src/engine/local-client';
import type { Memory } from '../../../src/memory/memory';
import type { Signal } from '../../../src/memory/signal';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import { eventually, ids, openTestEngine, temporaryFolder } from './open-test-engine';
import { REPO, rewritten } from './rewritten';

function fact(client: LocalClient, text: string): Promise<Memory> {
  return client.call('remember', {
    kind: 'fact',
    text,
    scope: { repo: REPO },
    status: 'active',
    provenance: { source: 'imported', from: 'a test', at: Date.now(), trust: 0.7 },
  });
}

test('a rewritten suggestion is proposed, kept, and recalled in another file', async () => {
  const { client, session } = await openTestEngine();
  const proposed: Memory[] = [];
  client.onEvent((event) => event.kind === 'proposed' && proposed.push(event.memory));

  await client.call('observe', { signals: [rewritten(session)] });
  expect(proposed.map((memory) => memory.kind)).toEqual(['correction']);
  const id = proposed[0]?.id ?? '';
  await client.call('confirm', { id });

  const pack = await client.call('recall', {
    sentence: 'fetch the user by id',
    repo: REPO,
    file: 'src/profile.ts',
    language: 'typescript',
    door: 'tool',
  });
  expect(pack.items[0]?.memory.id).toBe(id);
  expect(pack.rendered).toContain('loadUser');
});

test('the same signals sent again change nothing', async () => {
  const { client, session } = await openTestEngine();
  const signal = rewritten(session);
  expect(await client.call('observe', { signals: [signal] })).toEqual({ stored: 1 });
  expect(await client.call('observe', { signals: [signal] })).toEqual({ stored: 0 });
  expect(await client.call('activity', {})).toHaveLength(1);
});

test('the same correction made twice needs no word of the user', async () => {
  const { client, session } = await openTestEngine();
  await client.call('observe', { signals: [rewritten(session)] });
  await client.call('observe', { signals: [rewritten(session, 'src/order.ts')] });
  const rows = await client.call('list', { kinds: ['correction'] });
  expect(rows.map(({ memory }) => memory.status)).toEqual(['active']);
});

test('a suggestion that is rewritten in two goes is one occurrence, and waits for the user', async () => {
  const { client, session } = await openTestEngine();
  const first = rewritten(session);
  await client.call('observe', { signals: [first] });
  const further = { ...first, id: ids.next('signal'), after: `${first.after} // once` };
  expect(await client.call('observe', { signals: [further] })).toEqual({ stored: 1 });
  const rows = await client.call('list', { kinds: ['correction'] });
  expect(rows.map(({ memory }) => memory.status)).toEqual(['candidate']);
  expect(rows[0]?.memory.provenance.evidence.map(({ kind }) => kind)).toEqual([
    'diff',
    'diagnostic',
  ]);
});

test('a correction that was forgotten is not proposed again', async () => {
  const { client, session } = await openTestEngine();
  await client.call('observe', { signals: [rewritten(session)] });
  const [row] = await client.call('list', { kinds: ['correction'] });
  await client.call('forget', { id: row?.memory.id ?? '' });
  await client.call('observe', { signals: [rewritten(session)] });
  expect(await client.call('list', { kinds: ['correction'] })).toEqual([]);
});

test('after two harmful outcomes a bad memory ranks below a good one', async () => {
  const { client, session } = await openTestEngine();
  const bad = await fact(client, 'Format prices with the helper formatPrice from src/money');
  const good = await fact(client, 'Format prices with the helper showPrice from src/money');
  const task = { sentence: 'format prices helper', repo: REPO, language: 'typescript' } as const;
  const order = async () => {
    const pack = await client.call('recall', { ...task, door: 'panel', file: 'src/cart.ts' });
    return pack.items.map((item) => item.memory.id);
  };
  expect(new Set(await order())).toEqual(new Set([bad.id, good.id]));

  for (let i = 0; i < 2; i++) {
    const base = {
      session,
      repo: REPO,
      file: 'src/cart.ts',
      language: 'typescript',
      confidence: 1,
      evidence: ['a test'],
      suggestion: ids.next('suggestion'),
    };
    const text = 'const price = formatPrice(item);';
    const accepted: Signal = {
      ...base,
      id: ids.next('signal'),
      at: Date.now(),
      kind: 'accepted',
      text,
      line: 3,
      partial: false,
    };
    const reverted: Signal = {
      ...base,
      id: ids.next('signal'),
      at: Date.now() + 1,
      kind: 'reverted',
      text,
      line: 3,
      after: 1500,
    };
    await client.call('observe', { signals: [accepted] });
    await client.call('observe', { signals: [reverted] });
    await order();
  }

  expect(await order()).toEqual([good.id, bad.id]);
  const card = await client.call('card', { id: bad.id });
  expect(card?.outcomes.filter(({ verdict }) => verdict === 'harmed')).toHaveLength(2);
  expect((await client.call('card', { id: good.id }))?.outcomes).toEqual([]);
});

test('what one engine remembers another on the same store recalls within a second', async () => {
  const folder = await temporaryFolder();
  const here = await openTestEngine(folder);
  const there = await openTestEngine(folder);
  const events: EngineEvent[] = [];
  there.client.onEvent((event) => events.push(event));
  const started = Date.now();
  const { id } = await fact(here.client, 'The build needs the flag --preserve-symlinks');
  const found = await eventually(
    () => there.client.call('find', { text: 'preserve-symlinks' }),
    (rows) => rows.length > 0,
  );
  expect(found[0]?.memory.id).toBe(id);
  expect(Date.now() - started).toBeLessThan(2000);
  expect(events.some((event) => event.kind === 'changed' && event.memories.includes(id))).toBe(
    true,
  );
});

test('what was seen can be found again by words, the newest first without them', async () => {
  const { client, session } = await openTestEngine();
  const base = { session, repo: REPO, confidence: 1, evidence: [] };
  await client.call('observe', {
    signals: [
      { ...base, id: 's_1', at: 1, kind: 'terminal', command: 'make release', exitCode: 2 },
      { ...base, id: 's_2', at: 2, kind: 'terminal', command: 'make docs', exitCode: 2 },
      { ...base, id: 's_3', at: 3, kind: 'dismissed', line: 4, context: 'chargeCard(total)' },
    ],
  });
  const found = async (text?: string) => {
    const signals = await client.call('activity', text === undefined ? {} : { text });
    return signals.map(({ id }) => id);
  };
  expect(await found()).toEqual(['s_3', 's_2', 's_1']);
  expect((await found('release'))[0]).toBe('s_1');
  expect((await found('charge card'))[0]).toBe('s_3');
});
