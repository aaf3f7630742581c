import { describe, expect, test } from 'vitest';
import { followLines } from '../../../../src/editor/capture/followed-lines';
import { Shadow } from '../../../../src/editor/capture/shadow';
import { HandDocument } from './hand-document';

const TEXT = 'zero\none\ntwo\nthree\nfour\n';

describe('followLines, for the lines "two" and "three"', () => {
  test('whole lines replaced above it, as programs do', () => {
    const shadow = new Shadow(TEXT);
    const change = new HandDocument(TEXT).swap('zero\none\n', 'zero\nhalf\none\n');
    expect(followLines({ from: 2, to: 3 }, shadow.apply(change))).toEqual({ from: 3, to: 4 });
  });

  test.each<[string, string, string, [number, number]]>([
    ['a line put in above', 'zero', 'zero\nhalf', [3, 4]],
    ['a line put in right above, at its beginning', 'two', 'and\ntwo', [3, 4]],
    ['a line deleted above', 'one\n', '', [1, 2]],
    ['a change within', 'two', 'deux', [2, 3]],
    ['a line put in within', 'two\n', 'two\nand\n', [2, 4]],
    ['one of them deleted', 'two\n', '', [2, 2]],
    ['a line begun below', 'three', 'three\nhalf', [2, 3]],
    ['a change below', 'four', 'vier', [2, 3]],
    ['joined with the line above', 'one\ntwo', 'one two', [1, 2]],
  ])('%s', (_name, found, text, [from, to]) => {
    const document = new HandDocument(TEXT);
    const shadow = new Shadow(TEXT);
    // Most changes are told as small as can be: what stays at either end is no part of them.
    let head = 0;
    while (head < Math.min(found.length, text.length) && found[head] === text[head]) head++;
    let tail = 0;
    while (
      tail < Math.min(found.length, text.length) - head &&
      found[found.length - 1 - tail] === text[text.length - 1 - tail]
    )
      tail++;
    const change = document.replace(
      document.at(found) + head,
      found.length - head - tail,
      text.slice(head, text.length - tail),
    );
    expect(followLines({ from: 2, to: 3 }, shadow.apply(change))).toEqual({ from, to });
  });
});
