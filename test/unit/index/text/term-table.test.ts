import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TermTable } from '../../../../src/index/text/term-table';

const term = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.toWellFormed());

describe('TermTable', () => {
  test('numbers terms as a Map would, and gives them back', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3000 }), (terms) => {
        const table = new TermTable();
        const known = new Map<string, number>();
        for (const term of terms) {
          expect(table.find(term)).toBe(known.get(term) ?? -1);
          const number = table.add(term);
          expect(number).toBe(known.get(term) ?? known.size);
          known.set(term, number);
        }
        expect(table.size).toBe(known.size);
        for (const [term, number] of known) expect(table.term(number)).toBe(term);
      }),
      { numRuns: 20 },
    );
  });

  test('beginnings sort as terms do', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        const table = new TermTable();
        const [first, second] = [table.beginning(table.add(a)), table.beginning(table.add(b))];
        if (first < second) expect(a < b).toBe(true);
        if (first > second) expect(a > b).toBe(true);
      }),
    );
  });

  test('finds all terms that begin alike', () => {
    const table = new TermTable();
    for (const term of ['re', 'retry', 'retries', 'write', 'größe', 'gr']) table.add(term);
    expect(table.withPrefix('retr')).toEqual([1, 2]);
    expect(table.withPrefix('grö')).toEqual([4]);
    expect(table.withPrefix('retryx')).toEqual([]);
  });
});
