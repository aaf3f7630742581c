import { expect, test } from 'vitest';
import { Connection } from '../../../src/store/connection';
import type { RuleLook } from '../../../src/store/store';
import { newPath, openStore } from './open-store';
import { LEARN, memory, REPO } from './words';

const TABLES = ['rule_pauses', 'rule_overrules', 'rule_counts', 'rule_keeps', 'rule_breaches'];
const AT = 86_400_000 * 7;

function look(rule: string, parts: Partial<RuleLook> = {}): RuleLook {
  return {
    rule,
    repo: REPO,
    path: 'src/a.ts',
    author: 'copilot',
    change: 'day 7',
    total: 2,
    counts: { kept: 2, broken: 1, overridden: 0, fixed: 0 },
    added: [{ line: 'aaaa', before: '', after: 'bbbb' }],
    moved: [],
    removed: [],
    ...parts,
  };
}

test('forgetting a rule forgets how it was held by, and nothing of another', async () => {
  const path = newPath();
  const store = await openStore(path);
  await store.write(async (tx) => {
    await tx.addMemories([memory('1'), memory('2')], LEARN);
    for (const rule of ['m_1', 'm_2']) {
      await tx.rules.pause(rule, { until: 5 });
      await tx.rules.look(look(rule), AT);
      const overrule = { rule, repo: REPO, path: 'src/a.ts', line: 'aaaa', at: AT };
      await tx.rules.overrule({ ...overrule, how: 'here' }, 'human');
    }
  });
  const rows = async (): Promise<number[]> => {
    const connection = await Connection.open(path);
    const counts = [];
    for (const table of TABLES) {
      counts.push(Number((await connection.first(`SELECT count(*) AS n FROM ${table}`))?.['n']));
    }
    await connection.close();
    return counts;
  };
  expect(await rows()).toEqual([2, 2, 2, 2, 2]);
  await store.write((tx) => tx.forgetMemory('m_1'));
  expect(await rows()).toEqual([1, 1, 1, 1, 1]);
  expect((await store.rules.overrules()).map(({ rule }) => rule)).toEqual(['m_2']);
});

test('counts add up by rule, author and week; a day without any is none', async () => {
  const store = await openStore();
  await store.write(async (tx) => {
    await tx.addMemories([memory('1'), memory('2')], LEARN);
    await tx.rules.look(look('m_1'), AT);
    await tx.rules.look(look('m_1', { author: 'human' }), AT + 1);
    await tx.rules.look(look('m_1', { repo: 'other' }), AT * 2);
    await tx.rules.look(look('m_none'), AT);
  });
  const kept = { kept: 2, broken: 1, overridden: 0, fixed: 0 };
  expect(await store.rules.counts({ since: 7, days: 7 })).toEqual([
    { author: 'copilot', day: 7, ...kept },
    { author: 'human', day: 7, ...kept },
    { author: 'copilot', day: 14, ...kept },
  ]);
  expect(await store.rules.counts({ since: 8, days: 7, rule: 'm_1' })).toHaveLength(1);
  expect(await store.rules.counts({ since: 0, days: 7, rule: 'm_2' })).toEqual([]);
  expect(await store.rules.sums(0, REPO)).toEqual([
    { rule: 'm_1', brokenAt: AT + 1, kept: 4, broken: 2, overridden: 0, fixed: 0 },
  ]);
  expect(await store.rules.lastApplied(['m_1', 'm_2'])).toEqual(new Map([['m_1', 14]]));
});

test('what was counted in a change is let go of when the change is over by a month', async () => {
  const store = await openStore();
  await store.write((tx) => tx.addMemories([memory('1')], LEARN));
  const old = look('m_1');
  await store.write((tx) => tx.rules.look(old, AT));
  expect(await store.write((tx) => tx.rules.keptIn('m_1', old))).toBe(2);
  await store.write((tx) => tx.rules.look(look('m_1', { change: 'day 40' }), AT * 6));
  expect(await store.write((tx) => tx.rules.keptIn('m_1', old))).toBeUndefined();
});
