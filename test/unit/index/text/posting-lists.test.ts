import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PostingLists } from '../../../../src/index/text/posting-lists';
import {
  decodePostings,
  encodePosting,
  postingLength,
  Postings,
} from '../../../../src/index/text/postings';

/** Rows in their order, each with how often: in all in the low byte, in the headline in the high. */
const postings = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 2 ** 18 }),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom(0, 0, 0, 1, 1, 3, 255),
    ),
    { maxLength: 3000 },
  )
  .map((steps) => {
    let row = -1;
    return steps.map(([distance, often, head]): [number, number] => [
      (row += distance),
      Math.max(often, head) | (head << 8),
    ]);
  });

const read = ({ rows, counts, length }: Postings): [number, number][] =>
  Array.from({ length }, (_, at) => [rows[at] ?? -1, counts[at] ?? -1]);

describe('postings', () => {
  test('of many terms that grow at once come back as they went in', () => {
    fc.assert(
      fc.property(fc.array(postings, { minLength: 1, maxLength: 4 }), (terms) => {
        const lists = new PostingLists();
        const all = terms.flatMap((list, term) =>
          list.map(([row, count]) => ({ term, row, count })),
        );
        for (const { term, row, count } of all.sort((a, b) => a.row - b.row)) {
          lists.append(term, row, count);
        }
        const into = new Postings();
        for (const [term, list] of terms.entries()) {
          lists.decode(term, 2 ** 32, into);
          expect(read(into)).toEqual(list);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('go on after those of a segment', () => {
    const bytes = new Uint8Array(16);
    const end = encodePosting(bytes, encodePosting(bytes, 0, 1, 1), 4, 0x203);
    expect(end).toBe(postingLength(1, 1) + postingLength(4, 0x203));
    const lists = new PostingLists({ bytes, starts: Float64Array.of(0, end), rows: 10 });
    lists.append(0, 10, 1);
    lists.append(1, 11, 5);
    const into = new Postings();
    lists.decode(0, 12, into);
    expect(read(into)).toEqual([
      [0, 1],
      [4, 0x203],
      [10, 1],
    ]);
    lists.decode(1, 12, into);
    expect(read(into)).toEqual([[11, 5]]);
  });

  test('of any bytes name no row beyond the last, and end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const into = new Postings();
        decodePostings(bytes, 0, bytes.length, -1, 100, into);
        expect(into.length).toBeLessThanOrEqual(bytes.length);
        for (const [row] of read(into)) expect(row).toBeLessThan(100);
      }),
    );
  });
});
