import { describe, expect, test } from 'vitest';
import { hunksBetween } from '../../../../src/editor/capture/hunks';
import { kept, survivalEvidence } from '../../../../src/editor/capture/survival';

describe('kept', () => {
  test.each<[string, string, string, number, number]>([
    ['the same', 'return fetchUser(id);', 'return fetchUser(id);', 1, 1],
    ['all of it with more around', 'fetchUser(id)', 'await fetchUser(id);', 0.7, 0.9],
    ['one name changed', 'return fetchUser(id);', 'return loadUser(id);', 0.5, 0.9],
    ['nothing left', 'return fetchUser(id);', '', 0, 0],
    ['something else', 'return fetchUser(id);', 'throw new TypeError()', 0, 0.1],
    ['short and gone', 'ab', 'c', 0, 0],
  ])('%s', (_name, accepted, current, least, most) => {
    expect(kept(accepted, current)).toBeGreaterThanOrEqual(least);
    expect(kept(accepted, current)).toBeLessThanOrEqual(most);
  });

  test('says whether the old text came back', () => {
    expect(survivalEvidence('fetchUser(id)', 'getAccount(x)', 'getAccount(y)')).toContain(
      'nearer to what stood there than to what was accepted',
    );
    expect(survivalEvidence('fetchUser(id)', '', 'fetchUser(x)')).toContain(
      'nearer to what was accepted than to what stood there',
    );
  });
});

describe('hunksBetween', () => {
  test('gives each place with its offset in the newer text', () => {
    const after = 'a\nB\nc\nd\ne\nf\n';
    const hunks = hunksBetween('a\nb\nc\nd\nx\n', after);
    expect(hunks).toEqual([
      { offset: 2, before: 'b\n', after: 'B\n' },
      { offset: 8, before: 'x\n', after: 'e\nf\n' },
    ]);
    for (const hunk of hunks) expect(after.startsWith(hunk.after, hunk.offset)).toBe(true);
  });

  test('texts that differ everywhere are one hunk, soon', () => {
    const lines = (word: string) =>
      Array.from({ length: 5_000 }, (_, i) => `${word}${i}\n`).join('');
    const begun = performance.now();
    expect(hunksBetween(lines('a'), lines('b'))).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
