import { describe, expect, it } from 'vitest';
import { CO_CHANGE_FILES, CoChangeCounter } from '../../../../src/learning/repository/co-change';
import { coChangeFacts, patternOf } from '../../../../src/learning/repository/co-change-fact';

function counted(...commits: [times: number, ...files: string[]][]): CoChangeCounter {
  const counter = new CoChangeCounter();
  for (const [times, ...files] of commits) for (let i = 0; i < times; i++) counter.add(files);
  return counter;
}

describe('CoChangeCounter', () => {
  it('counts exactly, and weighs by Jaccard', () => {
    const counter = counted([6, 'b.ts', 'a.ts'], [2, 'a.ts'], [1, 'b.ts', 'c.ts']);
    expect(counter.pairs()).toEqual([
      { a: 'a.ts', b: 'b.ts', both: 6, countA: 8, countB: 7, weight: 6 / 9 },
    ]);
  });

  it('leaves out weak pairs, large commits and files of the past', () => {
    const many = Array.from({ length: CO_CHANGE_FILES + 1 }, (_, i) => `f${i}.ts`);
    expect(counted([9, ...many], [3, 'a.ts', 'b.ts']).pairs()).toEqual([]);
    expect(counted([5, 'x.ts', 'y.ts'], [20, 'x.ts'], [20, 'y.ts']).pairs()).toEqual([]);
    expect(counted([5, 'x.ts', 'gone.ts']).pairs((file) => file !== 'gone.ts')).toEqual([]);
  });
});

describe('coChangeFacts', () => {
  it('tells a strong pair, with the source in front', () => {
    const pairs = counted([14, 'src/a.ts', 'docs/b.md'], [2, 'src/a.ts']).pairs();
    expect(coChangeFacts(pairs, 'r', 5)).toMatchObject([
      {
        files: ['docs/b.md', 'src/a.ts'],
        draft: {
          kind: 'fact',
          text: '`src/a.ts` and `docs/b.md` change together: 14 of the 16 commits that touch `src/a.ts` touch both.',
          scope: { repo: 'r' },
          provenance: { source: 'mined', at: 5 },
          status: 'active',
        },
      },
    ]);
  });

  it('tells a naming pattern once', () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const pairs = counted(
      ...names.map((n): [number, ...string[]] => [9, `lib/${n}.js`, `tests/lib/${n}.test.js`]),
    ).pairs();
    expect(coChangeFacts(pairs, 'r', 0).map(({ draft }) => draft.text)).toEqual([
      'When `lib/*.js` changes, `tests/lib/*.test.js` of the same name changes with it: in 54 of 54 commits, over 6 pairs of files.',
    ]);
  });

  it('does not tell what nobody forgets', () => {
    const pairs = counted([20, 'package.json', 'package-lock.json'], [20, 'a.test.js', 'a.snap']);
    expect(coChangeFacts(pairs.pairs(), 'r', 0)).toEqual([]);
  });

  it.each([
    ['src/a-b.ts', 'test/a-b.test.ts', 'src/*.ts', 'test/*.test.ts'],
    ['pkg/foo.go', 'pkg/foo_test.go', 'pkg/*.go', 'pkg/*_test.go'],
    ['a/foo.py', 'tests/test_foo.py', 'a/*.py', 'tests/test_*.py'],
  ])('%s and %s share a pattern', (a, b, first, second) => {
    expect(patternOf({ a, b })).toEqual({ a: first, b: second });
  });

  it.each([
    ['a/index.ts', 'b/index.ts'],
    ['src/foo.ts', 'src/food.ts'],
    ['src/foo.ts', 'src/bar.ts'],
  ])('%s and %s share none', (a, b) => {
    expect(patternOf({ a, b })).toBeUndefined();
  });
});
