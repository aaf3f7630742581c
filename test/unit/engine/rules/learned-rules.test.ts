import { expect, test } from 'vitest';
import { LocalChecking } from '../../../../src/engine/checking/local-checking';
import { ContradictionEdges } from '../../../../src/engine/contradiction-edges';
import { RuleOffers } from '../../../../src/engine/rule-offers';
import { RuleTender } from '../../../../src/engine/rule-tender';
import { silentLog } from '../../../../src/memory/log';
import type { Memory } from '../../../../src/memory/memory';
import type { Said } from '../../../../src/rules/said';
import type { Store } from '../../../../src/store/store';
import { openStore } from '../../store/open-store';
import { LEARN, memory, REMEMBER } from '../../store/words';
import { faultsOf, forbids, wordFamily } from './rule-engine';

/** Looks after a store's rules; says what it was given to compile. */
function tender(store: Store, version = '1.0.0'): { tend: () => Promise<void>; asked: Said[] } {
  const asked: Said[] = [];
  const text = {
    ...wordFamily,
    compile: (said: Said) => {
      asked.push(said);
      return wordFamily.compile(said);
    },
  };
  const checking = new LocalChecking({ text }, faultsOf);
  const offers = new RuleOffers({ store, checking, log: silentLog, version });
  const tender = new RuleTender(store, offers, new ContradictionEdges(store), silentLog);
  return { tend: () => tender.tend(), asked };
}

function learned(id: string, subject: string, parts: Partial<Memory> = {}): Memory {
  const detail = { directive: { force: 'never', subject } } as const;
  return memory(id, { kind: 'rule', text: `Style: Never ${subject}`, detail, ...parts });
}

test('a learned rule is offered with its check, and waits for a person’s yes', async () => {
  const store = await openStore();
  await store.write((tx) =>
    tx.addMemories([learned('1', 'use `var`'), learned('2', 'hurry')], LEARN),
  );
  const before = await store.memory('m_1');
  await tender(store).tend();

  const rule = await store.memory('m_1');
  expect(rule?.detail.detector).toEqual({ spec: forbids('var'), state: 'proposed' });
  expect(rule?.updatedAt).toBe(before?.updatedAt);
  expect((await store.memory('m_2'))?.detail.detector).toBeUndefined();
});

test('each rule is compiled once, until another program may do better', async () => {
  const store = await openStore();
  await store.write((tx) => tx.addMemories([learned('1', 'hurry'), learned('2', 'rush')], LEARN));
  const first = tender(store);
  await first.tend();
  await first.tend();
  expect(first.asked).toHaveLength(2);
  const again = tender(store);
  await again.tend();
  expect(again.asked).toEqual([]);
  await store.write((tx) => tx.putMemory(learned('3', 'worry', { updatedAt: 21 }), REMEMBER));
  await again.tend();
  expect(again.asked.map(({ directive }) => directive.subject)).toEqual(['worry']);
  const newer = tender(store, '1.0.1');
  await newer.tend();
  expect(newer.asked).toHaveLength(3);
});

test('a correction is compiled from its general form, and must tell its own sides apart', async () => {
  const store = await openStore();
  const detail = {
    before: 'fetch(url)',
    after: 'request(url)',
    pattern: { before: 'fetch($A)', after: 'request($A)' },
  };
  await store.write((tx) =>
    tx.addMemories([memory('1', { detail }), memory('2', { detail, status: 'candidate' })], LEARN),
  );
  const { tend, asked } = tender(store);
  await tend();
  expect(asked).toEqual([
    {
      text: 'Memory 1',
      directive: { force: 'prefer', subject: 'request($A)', alternative: 'fetch($A)' },
      languages: ['typescript'],
      glob: 'src/**',
      pattern: detail.pattern,
      examples: [{ language: 'typescript', breach: 'fetch(url)', kept: 'request(url)' }],
    },
  ]);
});

test('contradicting rules are joined by an edge for as long as they contradict', async () => {
  const store = await openStore();
  const one = learned('1', 'use tabs');
  const other = memory('2', {
    kind: 'rule',
    detail: { directive: { force: 'must', subject: 'use tabs' } },
    updatedAt: 30,
  });
  await store.write((tx) => tx.addMemories([one, other], LEARN));
  const { tend } = tender(store);
  await tend();
  expect(await store.edgesOf(['m_1'], 9)).toEqual([
    { from: 'm_2', type: 'contradicts', to: 'm_1', weight: 1 },
  ]);
  await store.write((tx) => tx.putMemory(learned('1', 'use spaces', { updatedAt: 40 }), REMEMBER));
  await tend();
  expect(await store.edgesOf(['m_1'], 9)).toEqual([]);
});
