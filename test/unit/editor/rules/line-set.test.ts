import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineEdit, LineSet, written } from '../../../../src/editor/rules/line-set';
import { HandDocument } from '../capture/hand-document';

describe('lines of a document', () => {
  it('stand in order and join where they touch', () => {
    const lines = new LineSet();
    for (const from of [5, 1, 9, 2]) lines.add({ from, to: from });
    expect(lines.spans).toEqual([
      { from: 1, to: 2 },
      { from: 5, to: 5 },
      { from: 9, to: 9 },
    ]);
    lines.remove({ from: 2, to: 6 });
    expect(lines.spans).toEqual([
      { from: 1, to: 1 },
      { from: 9, to: 9 },
    ]);
  });

  it('move with lines put in and taken out above them', () => {
    const document = new HandDocument('a\nb\nc\nd\n');
    const lines = new LineSet();
    lines.add({ from: 2, to: 2 });
    lines.follow(lineEdit(document.replace(0, 0, 'x\ny\n')));
    expect(lines.spans).toEqual([{ from: 4, to: 4 }]);
    lines.follow(lineEdit(document.swap('y\na\n', '')));
    expect(lines.spans).toEqual([{ from: 2, to: 2 }]);
    lines.follow(lineEdit(document.swap('c\n', '')));
    expect(lines.spans).toEqual([]);
  });

  it('whole lines that are put in are all that is written', () => {
    const document = new HandDocument('a\nb\n');
    expect(written(lineEdit(document.replace(2, 0, 'x\ny\n')))).toEqual({ from: 1, to: 2 });
    expect(written(lineEdit(document.swap('b', 'c\nd')))).toEqual({ from: 3, to: 4 });
    expect(written(lineEdit(document.swap('x\n', '')))).toEqual({ from: 1, to: 1 });
  });

  it('a line marked by its text is found where it stands, whatever is edited around it', () => {
    const line = fc.constantFrom('', 'a', 'bb', 'ccc');
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(12),
      text: fc.array(line, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.array(edit),
        (above, edits) => {
          const document = new HandDocument(`${above.join('\n')}\nMARK\ntail\n`);
          const lines = new LineSet();
          lines.add({ from: above.length, to: above.length });
          for (const { at, length, text } of edits) {
            // Only what stands before the marked line's beginning is edited, its line end left alone.
            const room = document.getText().indexOf('\nMARK') + 1;
            const from = at % room;
            const end = Math.min(from + length, room - 1);
            lines.follow(
              lineEdit(document.replace(from, Math.max(0, end - from), text.join('\n'))),
            );
          }
          const line = document.getText().split('\n').indexOf('MARK');
          expect(lines.spans).toEqual([{ from: line, to: line }]);
        },
      ),
    );
  });
});
