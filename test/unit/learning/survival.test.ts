import { describe, expect, it } from 'vitest';
import { survival } from '../../../src/learning/survival';
import { gramSimilarity } from '../../../src/memory/gram-similarity';

describe('gramSimilarity', () => {
  it.each([
    ['const total = 0;', 'const total = 0;', 1],
    ['abcdef', 'uvwxyz', 0],
    // The value that copilot-chat's own test holds its function to.
    [`'hello'`, `'Hello'`, 0.5],
    ['ab', 'ab', 1],
    ['ab', 'abc', 0],
    ['', '', 1],
  ])('of %j and %j is %d', (one, other, expected) => {
    expect(gramSimilarity(one, other)).toBe(expected);
    expect(gramSimilarity(other, one)).toBe(expected);
  });
});

describe('survival', () => {
  const original = 'return items.length;';
  const accepted = 'return items.reduce((sum, item) => sum + item.price, 0);';

  it('is whole when nothing was touched', () => {
    expect(survival({ original, accepted, current: accepted })).toEqual({ kept: 1, noRevert: 1 });
  });

  it('tells going back from going on', () => {
    const back = survival({ original, accepted, current: original });
    expect(back.noRevert).toBe(0);
    const on = survival({ original, accepted, current: 'yield* prices(basket).values();' });
    expect(on.kept).toBeLessThan(0.2);
    expect(on.noRevert).toBe(1);
  });

  it('takes deleting for going back where nothing stood before', () => {
    expect(survival({ original: '', accepted, current: ' \n' }).noRevert).toBe(0);
    expect(survival({ original: '', accepted, current: 'something' }).noRevert).toBe(1);
  });

  it('has nothing to go back to when the suggestion was what stood there', () => {
    expect(survival({ original, accepted: original, current: original }).noRevert).toBe(1);
  });
});
