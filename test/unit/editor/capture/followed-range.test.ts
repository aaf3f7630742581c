import { describe, expect, test } from 'vitest';
import { followRange, type FollowedRange } from '../../../../src/editor/capture/followed-range';
import { narrow } from '../../../../src/editor/capture/text-change';

/** `[` and `]` mark the range in a text. */
function marked(text: string): { text: string; range: FollowedRange } {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return { text: text.replace(/[[\]]/g, ''), range: { start, end, openEnd: false } };
}

function change(text: string, removed: string, inserted: string) {
  return { offset: text.indexOf(removed), removed, text: inserted };
}

describe('followRange', () => {
  test.each([
    ['an edit before moves it', 'ab [cd] ef', 'ab', 'abba', 'abba [cd] ef', false],
    ['an edit after leaves it', 'ab [cd] ef', 'ef', 'x', 'ab [cd] x', false],
    ['a word inside is replaced', 'x = [get(a, b)];', 'a, b', 'c', 'x = [get(c)];', true],
    ['the whole is replaced', 'x = [get(a)];', 'get(a)', 'put(b)', 'x = [put(b)];', true],
    ['the whole line is replaced', 'x = [get(a)];', 'x = get(a)', 'y(b)', '[y(b)];', true],
    ['deleted across its start', 'let x = [get(a)];', '= get', '', 'let x [(a)];', true],
    ['deleted across its end', 'x = [get(a)]; y', 'a); y', 'b', 'x = [get(b]', true],
    ['cut by several lines below', 'x [one\ntwo]\nthree', 'two\nthree', '', 'x [one\n]', true],
  ])('%s', (_name, before, removed, inserted, after, touched) => {
    const { text, range } = marked(before);
    const followed = followRange(range, change(text, removed, inserted));
    const wanted = marked(after).range;
    expect([followed.range.start, followed.range.end]).toEqual([wanted.start, wanted.end]);
    expect(followed.touched).toBe(touched);
  });

  const range: FollowedRange = { start: 4, end: 10, openEnd: false };

  test('what is typed on after its end is not in it', () => {
    expect(followRange(range, { offset: 10, removed: '', text: ';' })).toEqual({
      range,
      touched: false,
    });
  });

  test('what is typed where its end was cut is in it', () => {
    const cut = followRange(range, { offset: 8, removed: 'a)', text: '' }).range;
    const typed = followRange(cut, { offset: 8, removed: '', text: 'b)' });
    expect(typed).toEqual({ range: { start: 4, end: 10, openEnd: true }, touched: true });
  });

  test('a new line ends what may be typed there', () => {
    const cut = followRange(range, { offset: 8, removed: 'a)', text: '' }).range;
    const entered = followRange(cut, { offset: 8, removed: '', text: '\n' });
    expect(entered).toEqual({ range: { start: 4, end: 8, openEnd: false }, touched: false });
  });

  test('what is put before it on its line is in it, another line is not', () => {
    expect(followRange(range, { offset: 4, removed: '', text: 'await ' })).toEqual({
      range: { start: 4, end: 16, openEnd: false },
      touched: true,
    });
    expect(followRange(range, { offset: 4, removed: '', text: '// x\n' })).toEqual({
      range: { start: 9, end: 15, openEnd: false },
      touched: false,
    });
  });

  test('a larger change that brings it back word for word does not touch it', () => {
    const removed = 'a\nget(x)\nb';
    const text = 'c\nd\nget(x)\ne';
    const inside = { start: 2, end: 8, openEnd: false };
    // The replacement differs at both ends, so that nothing can be narrowed away.
    const { range: now } = followRange(inside, { offset: 0, removed, text });
    expect(text.slice(now.start, now.end)).toBe('get(x)');
  });

  test('agrees with a naive oracle over 20,000 seeded edits', () => {
    const random = seeded(42);
    for (let run = 0; run < 1000; run++) {
      let cells = Array.from({ length: 30 }, (_, i) => ({
        char: i % 11 === 10 ? '\n' : 'abc'.charAt(Math.floor(random() * 3)),
        inside: i >= 12 && i < 20,
      }));
      let followed: FollowedRange = { start: 12, end: 20, openEnd: false };
      let open = false;
      for (let edit = 0; edit < 20; edit++) {
        const offset = Math.floor(random() * (cells.length + 1));
        const length = Math.min(
          cells.length - offset,
          random() < 0.5 ? 0 : Math.floor(random() * 4),
        );
        const removed = cells
          .slice(offset, offset + length)
          .map((cell) => cell.char)
          .join('');
        const text = Array.from({ length: Math.floor(random() * 4) }, () =>
          random() < 0.1 ? '\n' : 'xyz'.charAt(Math.floor(random() * 3)),
        ).join('');
        followed = followRange(followed, { offset, removed, text }).range;
        const oracle = colour(cells, narrow({ offset, removed, text }), open);
        ({ cells, open } = oracle);
        const first = cells.findIndex((cell) => cell.inside);
        // An empty range has no cell to compare with.
        if (first === -1) break;
        const last = cells.findLastIndex((cell) => cell.inside);
        expect([followed.start, followed.end]).toEqual([first, last + 1]);
      }
    }
  });
});

interface Cell {
  char: string;
  inside: boolean;
}

/** Colours each character by whether it belongs to the range, with no arithmetic on offsets. */
function colour(
  cells: Cell[],
  { offset, removed, text }: { offset: number; removed: string; text: string },
  open: boolean,
): { cells: Cell[]; open: boolean } {
  const before = cells.slice(0, offset);
  const gone = cells.slice(offset, offset + removed.length);
  const after = cells.slice(offset + removed.length);
  const left = before.at(-1)?.inside ?? false;
  const right = after[0]?.inside ?? false;
  const lost = gone.some((cell) => cell.inside);
  const outside = gone.filter((cell) => !cell.inside).map((cell) => cell.char);
  const sameLine = !(outside.join('') + text).includes('\n');
  const reachesOut = outside.length > 0;

  let inside = false;
  let opened = open;
  if (removed === '') {
    const sameLineText = !text.includes('\n');
    if (left && right) inside = true;
    else if (right) inside = sameLineText && text !== '';
    else if (left && text !== '') {
      inside = open && sameLineText;
      opened = inside;
    }
  } else if (lost) {
    inside = reachesOut ? sameLine : true;
    const endsIt = !right;
    if (endsIt) opened = reachesOut ? sameLine : true;
  }
  const put = Array.from(text, (char) => ({ char, inside }));
  return { cells: [...before, ...put, ...after], open: opened };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
