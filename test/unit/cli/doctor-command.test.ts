import { expect, test } from 'vitest';
import { described } from '../../../src/cli/doctor-command';

const sound = { memories: 2, outcomes: 9, differences: [], mended: false };

test('a sound store is said to be so', () => {
  expect(described(sound)).toBe(
    '9 outcomes of 2 memories reckoned once more\nevery quality is what its outcomes add up to\n',
  );
});

test('what differs is named by its first line, with how to mend it, and no more than a screen', () => {
  const difference = {
    memory: 'm_1',
    text: 'Retry twice\nand then give up',
    stored: { helped: 9, harmed: 0 },
    replayed: { helped: 1.25, harmed: 0.1 },
  };
  const report = { ...sound, differences: Array.from({ length: 23 }, () => difference) };
  const lines = described(report).split('\n');
  expect(lines[1]).toBe('  +9.00 −0.00, should be +1.25 −0.10: Retry twice');
  expect(lines.slice(-3)).toEqual([
    '  and 3 more',
    'mneme doctor --replay --mend writes what differs anew',
    '',
  ]);
  expect(described({ ...report, mended: true })).toContain('\nwritten anew\n');
});
