import { describe, expect, it } from 'vitest';
import { SEEN_AGAIN } from '../../../src/memory/journal';
import { openStore } from './open-store';
import { exposure, LEARN, memory, outcome, REMEMBER } from './words';

const DAY = 24 * 60 * 60 * 1000;
const LEFT_OUT = {
  overBudget: 2,
  tooWeak: 3,
  outOfScope: 0,
  notActive: 0,
  duplicate: 0,
  superseded: 0,
  shownAlready: 1,
};
const GROUNDS = {
  score: 0.8,
  tokens: 40,
  reasons: [
    { part: 'text' as const, value: 0.5, words: 'shares "fetch"' },
    {
      part: 'graph' as const,
      value: 0.3,
      words: '',
      seed: 'e_a',
      path: [{ edge: 'about' as const, reversed: true, to: 'm_1', label: '' }],
    },
  ],
};

/** Two memories shown at once with their grounds, then one of them shown alone without any. */
async function shown() {
  const store = await openStore();
  await store.write(async (tx) => {
    await tx.addSession({ id: 'n_1', client: 'editor', startedAt: 1 });
    await tx.addMemories([memory('1'), memory('2')], LEARN);
    await tx.addExposures(
      [
        { ...exposure('1', '1', { receipt: 'r_1' }), grounds: GROUNDS },
        exposure('2', '2', { receipt: 'r_1', rank: 2 }),
      ],
      { tokens: 90, leftOut: LEFT_OUT },
    );
    await tx.addExposures([exposure('3', '1', { receipt: 'r_2', at: 500 })]);
  });
  return store;
}

describe('receipts', () => {
  it('are one for all that was shown at once, the newest first and page by page', async () => {
    const store = await shown();
    const [later, first] = await store.showings.receipts({ limit: 10 });
    expect(first).toMatchObject({ id: 'r_1', at: 200, client: 'editor', shown: 2, tokens: 90 });
    expect(later).toMatchObject({ id: 'r_2', at: 500, shown: 1, task: { door: 'panel' } });
    expect(later).not.toHaveProperty('tokens');
    expect(await store.showings.receipts({ limit: 1 })).toEqual([later]);
    expect(await store.showings.receipts({ limit: 1, before: 'r_2' })).toEqual([first]);
    expect(await store.showings.receipts({ limit: 5, repo: 'elsewhere' })).toEqual([]);
  });

  it('keep why each memory was shown, at what rank and by what chance', async () => {
    const store = await shown();
    const [first, second] = await store.showings.on('r_1');
    expect(first).toMatchObject({
      id: 'x_1',
      rank: 1,
      probability: 0.5,
      grounds: GROUNDS,
      given: { tokens: 90, leftOut: LEFT_OUT },
      verdict: 'unknown',
      outcomes: [],
    });
    expect(second).not.toHaveProperty('grounds');
    expect((await store.showings.of('m_1', 9)).map(({ id }) => id)).toEqual(['x_3', 'x_1']);
    expect(await store.showings.on('r_none')).toEqual([]);
  });

  it('take what weighs most as what came of it, and a person’s word before everything', async () => {
    const store = await shown();
    const verdictNow = async () => (await store.showings.on('r_1'))[0]?.verdict;
    await store.write((tx) =>
      tx.addOutcomes([
        outcome('1', '1', { verdict: 'helped', weight: 0.3 }),
        outcome('1', '1', { verdict: 'harmed', weight: 0.5 }),
        outcome('1', '1', { verdict: 'helped', weight: 0.3 }),
      ]),
    );
    expect(await verdictNow()).toBe('helped');
    await store.write((tx) =>
      tx.addOutcomes([outcome('1', '1', { verdict: 'harmed', signals: [], weight: 0.1 })]),
    );
    expect(await verdictNow()).toBe('harmed');
    await store.write((tx) =>
      tx.addOutcomes([outcome('1', '1', { verdict: 'unknown', signals: [], at: 400 })]),
    );
    expect(await verdictNow()).toBe('unknown');
    expect(await store.showings.tallyOf('m_1')).toEqual({
      helped: 0,
      harmed: 0,
      ignored: 0,
      unknown: 2,
    });
  });

  it('lose all of a memory that is forgotten', async () => {
    const store = await shown();
    await store.write((tx) => tx.forgetMemory('m_1'));
    expect((await store.showings.receipts({ limit: 9 })).map(({ id }) => id)).toEqual(['r_1']);
    expect((await store.showings.on('r_1')).map(({ id }) => id)).toEqual(['x_2']);
  });

  it('know the text as it was shown', async () => {
    const store = await openStore();
    await store.write((tx) => tx.putMemory(memory('1', { text: 'old' }), REMEMBER));
    await store.write((tx) => tx.putMemory(memory('1', { text: 'new' }), REMEMBER));
    expect(await store.showings.textAt('m_1', 5)).toBe('old');
    expect(await store.showings.textAt('m_1', 1_000_001)).toBeUndefined();
  });
});

describe('the figures of learning', () => {
  const span = { since: 100, until: 100 + 7 * DAY };

  it('count what was shown by door and by week, unknown where there is no evidence', async () => {
    const store = await shown();
    await store.write((tx) => tx.addOutcomes([outcome('1', '1')]));
    const { doors, weeks, tokens, learned } = await store.showings.figures(span, 8);
    expect(doors).toEqual([
      {
        door: 'panel',
        receipts: 2,
        shown: 3,
        tally: { helped: 1, harmed: 0, ignored: 0, unknown: 2 },
      },
    ]);
    expect(weeks.map((week) => week.shown)).toEqual([0, 0, 0, 0, 0, 0, 0, 3]);
    expect(weeks.at(-1)).toMatchObject({ since: 100, tally: { helped: 1, unknown: 2 } });
    // Each memory of the repository: 8 characters and a label.
    expect(tokens).toEqual({ given: 90, receipts: 1, everything: 64 });
    expect(learned).toEqual({});
    expect(await store.showings.judged(span, 9)).toEqual(['m_1']);
  });

  it('tell corrections that were spared from those that came again', async () => {
    const store = await openStore(undefined, { clock: { now: () => 400 } });
    await store.write(async (tx) => {
      await tx.addMemories([memory('1'), memory('2'), memory('3'), memory('4')], LEARN);
      await tx.addExposures([
        exposure('1', '1'),
        exposure('2', '2', { rank: 2 }),
        exposure('3', '3', { rank: 3 }),
      ]);
      await tx.addOutcomes([outcome('1', '1')]);
      // These come again at 400: one after it was shown at 200, one that never was.
      for (const id of ['3', '4'])
        await tx.putMemory(memory(id), { ...LEARN, summary: SEEN_AGAIN });
    });
    const { spared, repeated } = await store.showings.figures(span, 1);
    expect(spared.map(({ id, followed, shown: times }) => [id, followed, times])).toEqual([
      ['m_1', true, 1],
      ['m_2', false, 1],
    ]);
    expect(repeated.map(({ id, times, shownBefore }) => [id, times, shownBefore])).toEqual([
      ['m_3', 1, true],
      ['m_4', 1, false],
    ]);
  });

  it('name what Mneme itself took out of use', async () => {
    const store = await openStore(undefined, { clock: { now: () => 400 } });
    await store.write(async (tx) => {
      await tx.addMemories([memory('1'), memory('2')], LEARN);
      const out = { action: 'quarantine', summary: 'Misled twice' } as const;
      await tx.putMemory(memory('1', { status: 'quarantined' }), { actor: 'mneme', ...out });
      await tx.putMemory(memory('2', { status: 'quarantined' }), { actor: 'user', ...out });
    });
    const { quarantined } = await store.showings.figures(span, 1);
    expect(quarantined).toEqual([
      {
        id: 'm_1',
        kind: 'correction',
        status: 'quarantined',
        text: 'Memory 1',
        at: 400,
        reason: 'Misled twice',
      },
    ]);
  });
});
