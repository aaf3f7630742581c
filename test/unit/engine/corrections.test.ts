import { expect, test } from 'vitest';
import type { LocalClient } from '../../../src/engine/local-client';
import type { Memory } from '../../../src/memory/memory';
import type { SignalOf } from '../../../src/memory/signal';
import { ids, openTestEngine } from './open-test-engine';

const SHOP = 'example.org/shop/web';
const BANK = 'example.org/bank/app';

/** A suggestion that was accepted as `before` and became `after`. */
function rewrite(
  session: string,
  before: string,
  after: string,
  more: Partial<SignalOf<'rewritten'>> = {},
): SignalOf<'rewritten'> {
  return {
    id: ids.next('signal'),
    at: Date.now(),
    session,
    repo: SHOP,
    file: 'src/cart.ts',
    language: 'typescript',
    confidence: 0.9,
    evidence: ['accept key'],
    kind: 'rewritten',
    suggestion: ids.next('suggestion'),
    before,
    after,
    line: 1,
    context: after,
    cured: [],
    ...more,
  };
}

async function corrections(client: LocalClient): Promise<Memory[]> {
  const rows = await client.call('list', { kinds: ['correction'] });
  return rows.map(({ memory }) => memory);
}

test('the same shape with other names makes the candidate active', async () => {
  const { client, session } = await openTestEngine();
  const first = rewrite(session, 'const ok = total == null;', 'const ok = total === null;');
  await client.call('observe', { signals: [first] });
  expect(await corrections(client)).toMatchObject([
    {
      status: 'candidate',
      detail: { pattern: { before: '$A == null', after: '$A === null' } },
      text: 'In TypeScript here, write `total === null` instead of `total == null`. In general: `… === null`, not `… == null`.',
    },
  ]);
  const second = rewrite(
    session,
    'if (user.name == null) leave();',
    'if (user.name === null) leave();',
  );
  await client.call('observe', { signals: [second] });
  expect(await corrections(client)).toMatchObject([{ status: 'active' }]);
});

test('the reverse edit contradicts and asks, and both sides stay', async () => {
  const { client, session } = await openTestEngine();
  const proposed: Memory[] = [];
  client.onEvent((event) => event.kind === 'proposed' && proposed.push(event.memory));
  await client.call('observe', {
    signals: [rewrite(session, 'const price = parseFloat(text);', 'const price = Number(text);')],
  });
  const [first] = await corrections(client);
  await client.call('observe', {
    signals: [rewrite(session, 'const rate = Number(field);', 'const rate = parseFloat(field);')],
  });
  const both = await corrections(client);
  expect(both).toHaveLength(2);
  const second = both.find(({ id }) => id !== first?.id);
  expect(proposed.map(({ id }) => id)).toContain(second?.id);
  const around = await client.call('neighbourhood', { id: second?.id ?? '', hops: 1, limit: 20 });
  expect(around?.edges).toContainEqual(
    expect.objectContaining({ from: second?.id, type: 'contradicts', to: first?.id }),
  );
});

test('what was corrected in two repositories holds in a third, without a word of their code', async () => {
  const { client, session } = await openTestEngine();
  await client.call('observe', {
    signals: [
      rewrite(
        session,
        'const due = new Buffer(secretLedger);',
        'const due = Buffer.from(secretLedger);',
      ),
    ],
  });
  expect(await corrections(client)).toHaveLength(1);
  await client.call('observe', {
    signals: [
      rewrite(session, 'send(new Buffer(privateKeys));', 'send(Buffer.from(privateKeys));', {
        repo: BANK,
        file: 'src/vault.ts',
      }),
    ],
  });
  const wide = (await corrections(client)).find(({ scope }) => scope.repo === undefined);
  expect(wide).toMatchObject({
    status: 'active',
    scope: { language: 'typescript' },
    text: 'In TypeScript, write `Buffer.from(…)` instead of `new Buffer(…)`.',
    provenance: { source: 'mined', from: 'corrections in 2 repositories' },
  });
  expect(wide?.provenance.evidence).toHaveLength(2);
  expect(JSON.stringify(wide)).not.toMatch(
    /secretLedger|privateKeys|send|due|vault|cart|shop|bank/i,
  );

  const pack = await client.call('recall', {
    sentence: 'write the bytes with new Buffer',
    repo: 'example.org/other/place',
    file: 'src/new.ts',
    language: 'typescript',
    door: 'tool',
  });
  expect(pack.items.map(({ memory }) => memory.id)).toContain(wide?.id);
});

test('names of a project are held back, and with them a correction that is nothing else', async () => {
  const { client, session } = await openTestEngine();
  for (const repo of [SHOP, BANK]) {
    await client.call('observe', {
      signals: [rewrite(session, 'ledger.read(id);', 'vault.read(id);', { repo })],
    });
  }
  const all = await corrections(client);
  expect(all.map(({ scope }) => scope.repo).sort()).toEqual([BANK, SHOP]);
});

test('an early step of a rewrite gives way to what it came to', async () => {
  const { client, session } = await openTestEngine();
  const step = rewrite(session, 'const a = parseInt(x);', 'const a = parseFloat(x);');
  await client.call('observe', { signals: [step] });
  const end = { ...step, id: ids.next('signal'), after: 'const a = Number(x);', context: '' };
  await client.call('observe', { signals: [end] });
  const statuses = (await corrections(client)).map(({ detail, status }) => [detail.after, status]);
  expect(Object.fromEntries(statuses)).toEqual({ parseFloat: 'superseded', Number: 'candidate' });
});
