import { expect, it } from 'vitest';
import { described } from '../../../src/cli/report-command';
import type { LearningReport } from '../../../src/memory/learning-report';

const NAMED = { kind: 'correction', status: 'active', text: 'Use fetchJson,\nnot fetch' } as const;
const REPORT: LearningReport = {
  since: 0,
  until: 1,
  doors: [
    {
      door: 'tool',
      receipts: 2,
      shown: 5,
      tally: { helped: 1, harmed: 1, ignored: 0, unknown: 3 },
    },
  ],
  weeks: [
    { since: 0, shown: 0, tally: { helped: 0, harmed: 0, ignored: 0, unknown: 0 } },
    { since: 1, shown: 5, tally: { helped: 1, harmed: 1, ignored: 0, unknown: 3 } },
  ],
  rose: [{ ...NAMED, id: 'm_1', before: 0.6, after: 0.7 }],
  sank: [],
  quarantined: [{ ...NAMED, id: 'm_2', status: 'quarantined', at: 1, reason: 'Misled twice' }],
  spared: [{ ...NAMED, id: 'm_1', shown: 2, followed: true }],
  repeated: [{ ...NAMED, id: 'm_3', times: 2, shownBefore: false }],
  tokens: { given: 210, receipts: 2, everything: 9000 },
  learned: { correction: 3 },
};

it('says in words what a report holds, unknown where nothing is known', () => {
  const words = described(REPORT, 7);
  expect(words).toContain('shown         5: 1 helped, 1 misled, 0 ignored, 3 unknown');
  expect(words).toContain('tool        5 in 2 goes');
  expect(words).toContain('210 given; loading everything each time: about 9000');
  expect(words).toContain('–  1/5');
  expect(words).toContain('60 % →  70 %  Use fetchJson, not fetch');
  expect(words).toContain('Use fetchJson, not fetch: Misled twice');
  expect(words).toContain('1 shown and not needed again (1 seen to be followed), 1 made again');
  expect(words).toContain('2 × Use fetchJson, not fetch (it had not been shown)');
});

it('says so when there was nothing', () => {
  const nothing = { ...REPORT, doors: [], learned: {} };
  expect(described(nothing, 3)).toBe('Nothing was shown or learned in the last 3 days.\n');
});
