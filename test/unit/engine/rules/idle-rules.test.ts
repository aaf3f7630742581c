import { expect, test } from 'vitest';
import { RuleReader } from '../../../../src/engine/rule-reader';
import type { Memory } from '../../../../src/memory/memory';
import { openStore } from '../../store/open-store';
import { LEARN, memory, REPO } from '../../store/words';
import { forbids } from './rule-engine';

const DAY = 86_400_000;

function rule(id: string, updatedAt: number): Memory {
  const detail = { detector: { spec: forbids(id), state: 'on' } } as const;
  return memory(id, { kind: 'rule', detail, updatedAt });
}

test('a rule that applied to nothing in 90 days of work is offered for archiving', async () => {
  const store = await openStore();
  const look = { repo: REPO, path: 'a.ts', author: 'human', added: [], moved: [], removed: [] };
  const counts = { kept: 1, broken: 0, overridden: 0, fixed: 0 };
  await store.write((tx) =>
    tx.addMemories([rule('idle', DAY), rule('used', DAY), rule('new', 50 * DAY)], LEARN),
  );
  const applied = (day: number) =>
    store.write((tx) =>
      tx.rules.look({ ...look, rule: 'm_used', change: `day ${day}`, total: 1, counts }, day * DAY),
    );
  const asksOn = async (day: number) => {
    const reader = new RuleReader(store, { now: () => day * DAY });
    const rows = await reader.rules({});
    return rows.flatMap(({ memory, asks }) => (asks === undefined ? [] : [memory.id]));
  };
  // Nobody worked at all: that says nothing of a rule.
  expect(await asksOn(100)).toEqual([]);
  await applied(90);
  expect(await asksOn(90)).toEqual([]);
  expect(await asksOn(91)).toEqual(['m_idle']);
  expect(await asksOn(179)).toEqual(['m_new', 'm_idle']);
  await applied(200);
  expect(await asksOn(201)).toEqual(['m_new', 'm_idle']);
});
