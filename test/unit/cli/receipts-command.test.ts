import { expect, it } from 'vitest';
import { listedRow, opened } from '../../../src/cli/receipts-command';
import type { Receipt } from '../../../src/memory/receipt';
import { memory, outcome } from '../store/words';

const RECEIPT: Receipt = {
  id: 'r_1',
  at: Date.UTC(2026, 4, 14, 12, 30),
  session: 'n_1',
  task: {
    sentence: 'retry the\nfetch',
    file: 'src/a.ts',
    problems: [],
    budget: 1500,
    door: 'tool',
    assistant: 'editor-chat',
  },
  tokens: 90,
  items: [
    {
      exposure: 'x_1',
      memory: memory('1'),
      said: 'Use fetchWithRetry',
      rank: 1,
      probability: 1,
      grounds: {
        score: 0.5,
        tokens: 40,
        reasons: [
          { part: 'text', value: 0.6, words: 'shares "fetch"' },
          { part: 'quality', value: -0.1, words: 'not confirmed yet' },
        ],
      },
      verdict: 'harmed',
      outcomes: [outcome('1', '1', { verdict: 'harmed', reason: 'It was undone.' })],
    },
  ],
};

it('lists a receipt on one line, with what came of it', () => {
  const { items, ...row } = RECEIPT;
  expect(items).toHaveLength(1);
  const tally = { helped: 0, harmed: 1, ignored: 0, unknown: 2 };
  expect(listedRow({ ...row, shown: 3, tally })).toBe(
    'r_1  2026-05-14 12:30  tool   3 shown, 1 misled, 2 unknown  retry the fetch',
  );
});

it('opens a receipt with each memory, its reasons and its outcomes', () => {
  expect(opened(RECEIPT).split('\n')).toEqual([
    '2026-05-14 12:30  tool, editor-chat, 90 of 1500 tokens',
    '  asked  retry the fetch',
    '  file   src/a.ts',
    '',
    '1. [correction] Use fetchWithRetry',
    '     misled  m_1',
    '     +0.60 shares "fetch"',
    '     −0.10 not confirmed yet',
    '     0.70 It was undone.',
    '',
  ]);
});
