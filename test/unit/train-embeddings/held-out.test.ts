import { describe, expect, test } from 'vitest';
import { HeldOut } from '../../../tools/train-embeddings/held-out';
import { pythonDefinitions, pythonSections } from '../../../tools/train-embeddings/python-sections';

const ASKED = `def total(values):
    """Return the sum of all of these values."""
    result = 0
    for value in values:
        result += value
    return result`;

describe('HeldOut', () => {
  const held = new HeldOut([ASKED, 'Caroline paints a sunrise.']);
  const has = (source: string) => [...pythonDefinitions(source)].map((one) => held.has(one));

  test('knows a function again by its docstring and by its code, however it stands there', () => {
    const renamed = ASKED.replace('total', 'sum_up').replace(/""".*"""/, '"""Sums."""');
    const rewritten = ASKED.replace(/ {4}result = 0[^]*/, '    return sum(values)\n');
    const indented = `class A:\n${ASKED.replace(/^/gm, '    ')}\n`;
    expect(has(`${renamed}\n`)).toEqual([true]);
    expect(has(rewritten)).toEqual([true]);
    expect(has(indented)).toEqual([false, true]);
  });

  test('leaves others alone, those too that are as short as many', () => {
    expect(
      has('def mean(values):\n    """Sums."""\n    return sum(values) / len(values)\n'),
    ).toEqual([false]);
    expect(new HeldOut(['def a():\n    """A."""\n    pass']).size).toBe(1);
  });

  test('keeps what it has from the sections', () => {
    expect(pythonSections(`${ASKED}\n`, (one) => held.has(one))).toEqual([]);
    expect(pythonSections(`${ASKED}\n`)).not.toEqual([]);
  });
});
