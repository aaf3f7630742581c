import { describe, expect, test } from 'vitest';
import type { LocalClient } from '../../../src/engine/local-client';
import { entity } from '../../../src/memory/entity-id';
import type { Memory } from '../../../src/memory/memory';
import type { Signal } from '../../../src/memory/signal';
import { ids, openTestEngine } from './open-test-engine';
import { REPO } from './rewritten';

const TASK = {
  sentence: 'format prices, which helper',
  repo: REPO,
  file: 'src/cart.ts',
  language: 'typescript',
  door: 'tool',
  assistant: 'editor-chat',
} as const;

function remember(client: LocalClient, text: string): Promise<Memory> {
  return client.call('remember', {
    kind: 'fact',
    text,
    scope: { repo: REPO },
    status: 'active',
    provenance: { source: 'imported', from: 'a test', at: Date.now(), trust: 0.7 },
  });
}

/** An accept of a text that was undone at once. */
function undone(session: string, text: string): Signal[] {
  const base = {
    session,
    repo: REPO,
    file: 'src/cart.ts',
    language: 'typescript',
    confidence: 1,
    evidence: ['a test'],
    suggestion: ids.next('suggestion'),
    text,
    line: 3,
  };
  return [
    { ...base, id: ids.next('signal'), at: Date.now(), kind: 'accepted', partial: false },
    { ...base, id: ids.next('signal'), at: Date.now() + 1, kind: 'reverted', after: 1500 },
  ];
}

describe('what an assistant saw', () => {
  test('is one receipt, with each memory’s rank, chance, tokens and reasons as of then', async () => {
    const { client } = await openTestEngine();
    await remember(client, 'Format prices with the helper formatPrice from src/money');
    await remember(client, 'Format prices with the helper showPrice from src/money');
    const pack = await client.call('recall', TASK);
    expect(pack.items).toHaveLength(2);

    const [row] = await client.call('receipts', {});
    expect(row).toMatchObject({
      id: pack.receipt,
      client: 'editor',
      shown: 2,
      tokens: pack.tokens,
      task: { door: 'tool', assistant: 'editor-chat', file: 'src/cart.ts' },
      tally: { helped: 0, harmed: 0, ignored: 0, unknown: 2 },
    });
    const receipt = await client.call('receipt', { id: pack.receipt });
    expect(receipt?.leftOut).toEqual(pack.leftOut);
    for (const [at, item] of pack.items.entries()) {
      const { exposure, rank, score, tokens, reasons } = item;
      expect(receipt?.items[at]).toMatchObject({ exposure, rank, probability: 1 });
      expect(receipt?.items[at]?.grounds).toMatchObject({ score, tokens });
      const kept = receipt?.items[at]?.grounds?.reasons ?? [];
      expect(kept.map(({ part, value }) => [part, value])).toEqual(
        reasons.map(({ part, value }) => [part, value]),
      );
      expect(kept.reduce((sum, { value }) => sum + value, 0)).toBe(score);
    }
    expect(await client.call('receipts', { before: pack.receipt })).toEqual([]);
    expect(await client.call('receipt', { id: 'r_none' })).toBeNull();
  });

  test('says what a memory said then, after it was corrected', async () => {
    const { client } = await openTestEngine();
    const { id } = await remember(client, 'Format prices with the helper formatPrice');
    const { receipt } = await client.call('recall', TASK);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await client.call('correct', { id, patch: { text: 'Format prices with showPrice' } });
    const [item] = (await client.call('receipt', { id: receipt }))?.items ?? [];
    expect(item?.said).toBe('Format prices with the helper formatPrice');
    expect(item?.memory.text).toBe('Format prices with showPrice');
  });

  test('names the way over the graph, and keeps no text of what is forgotten', async () => {
    const { client } = await openTestEngine();
    const memory = await client.call('remember', {
      kind: 'fact',
      text: 'Totals are rounded half to even',
      scope: { repo: REPO },
      status: 'active',
      provenance: { source: 'user', from: 'a test', at: Date.now(), trust: 1 },
      about: [entity({ kind: 'file', name: 'src/cart.ts', repo: REPO, at: 1 })],
    });
    const { items } = await client.call('recall', { ...TASK, sentence: 'totals rounded' });
    const told = items[0]?.reasons.find(({ path }) => path !== undefined);
    expect(told?.words).toContain('src/cart.ts');
    const why = await client.call('why', { exposure: items[0]?.exposure ?? '' });
    const kept = why?.receipt.items[0]?.grounds?.reasons.find(({ path }) => path !== undefined);
    expect(kept).toEqual(told);
    expect(why?.rivals.map((rival) => rival.memory.id)).toEqual([memory.id]);

    await client.call('forget', { id: memory.id });
    expect(await client.call('why', { exposure: items[0]?.exposure ?? '' })).toBeNull();
    expect(await client.call('receipts', {})).toEqual([]);
  });
});

describe('how memories have done', () => {
  test('a record tells each outcome with its signals, and the way of its quality', async () => {
    const { client, session } = await openTestEngine();
    const { id } = await remember(client, 'Format prices with the helper formatPrice');
    const { items } = await client.call('recall', TASK);
    const signals = undone(session, 'const price = formatPrice(item);');
    for (const signal of signals) await client.call('observe', { signals: [signal] });

    const record = await client.call('record', { id });
    expect(record?.tally).toEqual({ helped: 0, harmed: 1, ignored: 0, unknown: 0 });
    expect(record?.outcomes[0]?.outcome.verdict).toBe('harmed');
    expect(record?.outcomes[0]?.signals.map((signal) => signal.kind)).toContain('reverted');
    expect(record?.showings).toMatchObject([{ exposure: items[0]?.exposure, verdict: 'harmed' }]);
    const [before, after, now] = record?.curve.map(({ mean }) => mean) ?? [];
    expect(after).toBeLessThan(before ?? 0);
    expect(now).toBeCloseTo(after ?? 0, 3);
    expect(await client.call('record', { id: 'm_none' })).toBeNull();
  });

  test('a report tells what was shown by door, what rose and what sank', async () => {
    const { client, session } = await openTestEngine();
    const bad = await remember(client, 'Format prices with the helper formatPrice');
    const good = await remember(client, 'Format prices with the helper showPrice');
    const { items } = await client.call('recall', TASK);
    for (const signal of undone(session, 'const price = formatPrice(item);')) {
      await client.call('observe', { signals: [signal] });
    }
    const exposure = items.find(({ memory }) => memory.id === good.id)?.exposure ?? '';
    await client.call('verdict', { exposure, verdict: 'helped' });

    const report = await client.call('report', {});
    expect(report.doors).toMatchObject([
      { door: 'tool', receipts: 1, shown: 2, tally: { helped: 1, harmed: 1, unknown: 0 } },
    ]);
    expect(report.rose.map(({ id }) => id)).toEqual([good.id]);
    expect(report.sank.map(({ id }) => id)).toEqual([bad.id]);
    expect(report.weeks).toHaveLength(8);
    expect(report.weeks.at(-1)?.shown).toBe(2);
    expect(report.tokens.given).toBeGreaterThan(0);
    expect(report.learned).toEqual({ fact: 2 });
  });

  test('a report of nothing is empty, not an error', async () => {
    const { client } = await openTestEngine();
    const report = await client.call('report', { days: 1 });
    expect(report).toMatchObject({ doors: [], rose: [], sank: [], quarantined: [], spared: [] });
    expect(report.tokens).toEqual({ given: 0, receipts: 0, everything: 0 });
  });
});
