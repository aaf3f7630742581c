import { expect, it } from 'vitest';
import { quarantineParts, quarantineRow } from '../../../src/editor/views/quarantine-row';
import type { MemoryRecord } from '../../../src/memory/memory-record';
import type { Outcome } from '../../../src/memory/outcome';
import type { Signal } from '../../../src/memory/signal';
import { aMemory, aRow } from './a-memory';
import { english } from './english';

const HARMED: Outcome = {
  exposure: 'x_1',
  memory: 'm_1',
  verdict: 'harmed',
  weight: 0.8,
  at: 1000,
  reason: 'It was undone at once.',
  signals: ['s_1'],
};
const SEEN: Signal = {
  id: 's_1',
  kind: 'reverted',
  at: 1000,
  session: 'n_1',
  repo: 'example.com/ada/shop',
  file: 'src/cart.ts',
  line: 7,
  confidence: 1,
  evidence: [],
  suggestion: 'g_1',
  text: 'fetchJson(url)',
  after: 900,
};

it('says that a memory is quarantined, and opens its record', () => {
  const row = quarantineRow(aRow({ status: 'quarantined' }, 0.2), english);
  expect(row.label).toBe('Quarantined: Use fetchJson instead of fetch');
  expect(row.description).toBe('helps 20 % · 5 shown');
  expect(row.spoken).toContain('Correction. Quarantined');
  expect(row.command).toMatchObject({ command: 'mneme.openRecord', arguments: ['m_1'] });
});

it('tells why under it: the reason, then what spoke against it, with the place', () => {
  const record: MemoryRecord = {
    memory: aMemory({ status: 'quarantined' }),
    mean: 0.2,
    lowerBound: 0.1,
    tally: { helped: 0, harmed: 1, ignored: 0, unknown: 0 },
    curve: [],
    outcomes: [
      { outcome: { ...HARMED, verdict: 'helped' }, signals: [] },
      { outcome: HARMED, signals: [SEEN] },
      { outcome: HARMED, signals: [] },
    ],
    showings: [],
    journal: [
      {
        id: 'j_1',
        at: 1000,
        actor: 'mneme',
        action: 'quarantine',
        memory: 'm_1',
        summary: 'Misled 3 times.',
      },
    ],
  };
  const [reason, seen, unseen, ...rest] = quarantineParts(record, english);
  expect(reason?.label).toBe('Misled 3 times.');
  expect(seen).toMatchObject({
    label: 'It was undone at once.',
    command: {
      command: 'mneme.openEvidence',
      arguments: [{ repo: 'example.com/ada/shop', file: 'src/cart.ts', line: 7 }],
    },
  });
  expect(unseen).not.toHaveProperty('command');
  expect(rest).toEqual([]);
});
