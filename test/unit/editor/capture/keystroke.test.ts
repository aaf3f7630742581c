import { describe, expect, test } from 'vitest';
import { isLineBreak, isSpacing, type Cursor } from '../../../../src/editor/capture/keystroke';
import { Shadow } from '../../../../src/editor/capture/shadow';
import { HandDocument } from './hand-document';

/** Line, character, length and text of one replacement, as VS Code 1.139 told it. */
type Told = readonly [line: number, character: number, length: number, text: string];

const TEXT = `export function a() {
  if (true) {
    return 1;
    
  }
}
let b = {};
`;

function applied(changes: readonly Told[]) {
  const document = new HandDocument(TEXT);
  const shadow = new Shadow(TEXT);
  return changes.map(([line, character, length, text]) => {
    const before = document.getText().split('\n').slice(0, line);
    const offset = before.reduce((sum, one) => sum + one.length + 1, character);
    return shadow.apply(document.replace(offset, length, text));
  });
}

const cursors = (places: readonly (readonly [number, number])[]): Cursor[] =>
  places.map(([line, character]) => ({ active: { line, character } }));

describe('the change events of single keys', () => {
  test.each<[string, Told[], [number, number][], 'line break' | 'spacing' | 'neither']>([
    ['Enter behind an indented line', [[2, 13, 0, '\n    ']], [[3, 4]], 'line break'],
    ['Enter without an indentation', [[6, 11, 0, '\n']], [[7, 0]], 'line break'],
    ['Enter between words', [[2, 10, 1, '\n    ']], [[3, 4]], 'line break'],
    ['Enter between brackets', [[6, 9, 0, '\n  \n']], [[7, 2]], 'line break'],
    ['Enter over a selection', [[2, 4, 9, '\n    ']], [[3, 4]], 'line break'],
    ['Enter in a comment', [[0, 0, 0, '\n * ']], [[1, 3]], 'line break'],
    ['Enter in /** */', [[0, 0, 0, '\n * \n */']], [[1, 3]], 'line break'],
    ['Enter in a file with CRLF', [[2, 13, 0, '\r\n    ']], [[3, 4]], 'line break'],
    [
      'Enter that trims the line before',
      [
        [3, 4, 0, '\n    '],
        [3, 0, 4, ''],
      ],
      [[4, 4]],
      'line break',
    ],
    [
      'Enter at two cursors',
      [
        [6, 11, 0, '\n'],
        [2, 13, 0, '\n    '],
      ],
      [
        [3, 4],
        [8, 0],
      ],
      'line break',
    ],
    ['Tab', [[2, 4, 0, '  ']], [[2, 6]], 'spacing'],
    ['Shift+Tab', [[2, 0, 4, '  ']], [[2, 2]], 'spacing'],
    ['Backspace over an indentation', [[2, 2, 2, '']], [[2, 2]], 'spacing'],
    ['a formatter that breaks another line', [[6, 9, 0, '\n']], [[2, 4]], 'neither'],
    ['a formatter that breaks the line of the cursor', [[2, 10, 1, '\n']], [[3, 1]], 'neither'],
    ['a formatter after which the cursor stays', [[3, 0, 4, '']], [], 'neither'],
    [
      'a formatter in two places',
      [
        [3, 0, 4, ''],
        [2, 0, 4, '  '],
      ],
      [[2, 6]],
      'neither',
    ],
    ['a paste that begins with a line end', [[2, 13, 0, '\n    g();']], [[3, 8]], 'neither'],
    ['a paste of a bracket on its own line', [[2, 13, 0, '\n}']], [[3, 1]], 'neither'],
    ['one character', [[2, 13, 0, 'x']], [[2, 14]], 'neither'],
  ])('%s', (_name, changes, places, expected) => {
    const told = applied(changes);
    const at = cursors(places);
    expect(isLineBreak(told, at)).toBe(expected === 'line break');
    expect(isSpacing(told, at)).toBe(expected === 'spacing');
  });
});
