import { describe, expect, it } from 'vitest';
import { nearestProblems, symbolAround, type SymbolNode } from '../../../src/editor/near-cursor';

const span = (from: number, to: number, start = 0, end = 99) => ({
  start: { line: from, character: start },
  end: { line: to, character: end },
});
const [CLASS, METHOD, VARIABLE, FUNCTION] = [4, 5, 12, 11];
const node = (
  name: string,
  kind: number,
  from: number,
  to: number,
  children: SymbolNode[] = [],
): SymbolNode => ({ name, kind, range: span(from, to), children });

describe('the symbol around a place', () => {
  const symbols = [
    node('Cart', CLASS, 0, 20, [
      node('add', METHOD, 2, 8, [node('price', VARIABLE, 3, 4)]),
      node('items', 7, 10, 10),
    ]),
    node('useCart', VARIABLE, 30, 40, [node('inner', VARIABLE, 32, 33)]),
    node('total', FUNCTION, 50, 60),
  ];
  it.each([
    [3, 'add'],
    [10, 'Cart'],
    [15, 'Cart'],
    [32, 'useCart'],
    [55, 'total'],
    [45, undefined],
  ])('at line %i is %s', (line, name) => {
    expect(symbolAround(symbols, { line, character: 1 })).toBe(name);
  });

  it('goes by characters on one line', () => {
    const range = span(0, 0, 10, 20);
    const one = [{ name: 'f', kind: FUNCTION, range, children: [] }];
    expect(symbolAround(one, { line: 0, character: 9 })).toBeUndefined();
    expect(symbolAround(one, { line: 0, character: 20 })).toBe('f');
  });
});

describe('the problems near a place', () => {
  const problem = (severity: number, line: number) => ({ severity, range: span(line, line) });
  it('are errors first, then the nearest; hints and the far are passed over', () => {
    const all = [
      problem(1, 100),
      problem(0, 115),
      problem(0, 99),
      problem(3, 100),
      problem(0, 140),
    ];
    const near = nearestProblems(all, { line: 100, character: 0 });
    expect(near.map(({ severity, range }) => [severity, range.start.line])).toEqual([
      [0, 99],
      [0, 115],
      [1, 100],
    ]);
  });

  it('are at most five', () => {
    const all = Array.from({ length: 9 }, (_, at) => problem(0, at));
    expect(nearestProblems(all, { line: 0, character: 0 })).toHaveLength(5);
  });
});
