import { describe, expect, test } from 'vitest';
import { Dice } from '../../../../bench/dice';
import { clustered } from '../../../../bench/vectors/clustered';
import { MemorySections } from '../../../../src/index/segment/memory-sections';
import { SegmentError } from '../../../../src/index/segment/sections';
import { JsKernel } from '../../../../src/index/vectors/js-kernel';
import { VectorTable } from '../../../../src/index/vectors/vector-table';
import { errorOf, recallOf } from './exact';

const MOST = 1000;
/** Cosines of int8 records are this near at least. */
const ROUNDING = 0.005;
/** With so many the table goes by codes. */
const MANY = 9000;

function filled(count: number, dimensions: number, table = new VectorTable(dimensions, MOST)) {
  const next = clustered(dimensions, 1 + count / 50, new Dice(count));
  const vectors = new Map<number, Float32Array>();
  for (let document = 1; document <= count; document++) {
    vectors.set(document, next());
    table.add(document, vectors.get(document)!);
  }
  return { table, vectors, queries: Array.from({ length: 20 }, next) };
}

describe.each([
  [2000, 64],
  [2000, 300],
  [MANY, 64],
  [MANY, 256],
  [MANY, 300],
])('%i vectors of %i dimensions', (count, dimensions) => {
  const { table, vectors, queries } = filled(count, dimensions);

  test('the ten nearest are found, with their cosines', () => {
    const find = (query: Float32Array) => table.find(query, 0, undefined);
    expect(recallOf(vectors, queries, 10, (query) => find(query).slice(0, 10))).toBeGreaterThan(
      0.97,
    );
    for (const query of queries) {
      const found = find(query);
      expect(found.map(([, score]) => score)).toEqual(
        found.map(([, score]) => score).sort((a, b) => b - a),
      );
      expect(errorOf(found, vectors, query)).toBeLessThan(ROUNDING);
    }
  });

  test('a document is nearest to itself, and as near as `similarity` says', () => {
    for (const document of [1, 77, count]) {
      const vector = vectors.get(document)!;
      const [first] = table.find(vector, 0, undefined, 5);
      expect(first).toEqual([document, table.similarity(document, vector)]);
      expect(first![1]).toBeGreaterThan(0.999);
    }
  });

  test('only what is allowed is found, however little that is', () => {
    for (const step of [2, 10, count / 4]) {
      const some = new Map([...vectors].filter(([document]) => document % step === 0));
      const found = (query: Float32Array) => table.find(query, -1, new Set(some.keys()), 10);
      const wanted = Math.min(10, some.size);
      expect(recallOf(some, queries, wanted, found)).toBeGreaterThan(0.97);
      for (const [document] of found(queries[0]!)) expect(some.has(document)).toBe(true);
    }
  });

  test('plain JavaScript finds the same', () => {
    const plain = filled(
      count,
      dimensions,
      new VectorTable(dimensions, MOST, () => new JsKernel()),
    );
    for (const query of queries) {
      expect(plain.table.find(query, 0.2, undefined, 50)).toEqual(
        table.find(query, 0.2, undefined, 50),
      );
    }
  });
});

describe.each([0, MANY])('random changes on top of %i vectors', (count) => {
  test('what is there is found with its cosine, what is gone is not', () => {
    const dimensions = 48;
    const dice = new Dice(5);
    const { table, vectors } = filled(count, dimensions);
    const next = clustered(dimensions, 20, dice);
    for (let step = 0; step < 3000; step++) {
      const document = 1 + dice.below(count + 400);
      if (dice.chance(0.4)) {
        table.remove(document);
        vectors.delete(document);
      } else {
        vectors.set(document, next());
        table.add(document, vectors.get(document)!);
      }
      if (step % 300 > 0) continue;
      const query = next();
      expect(errorOf(table.find(query, -1, undefined), vectors, query)).toBeLessThan(ROUNDING);
      for (const one of [document, document + 1, 100_000]) {
        expect(table.similarity(one, query) === undefined).toBe(!vectors.has(one));
      }
    }
    const queries = Array.from({ length: 20 }, next);
    const find = (query: Float32Array) => table.find(query, -1, undefined, 10);
    expect(recallOf(vectors, queries, 10, find)).toBeGreaterThan(0.97);
  });
});

test('the codes follow vectors that turn elsewhere', () => {
  const { table } = filled(MANY, 64);
  const next = clustered(64, 500, new Dice(99));
  // So far to one side that most bits are the same, unless they are made about what is there.
  const aside = () => next().map((value) => value + 0.5);
  for (let document = MANY + 1; document <= MANY * 3; document++) table.add(document, aside());
  let right = 0;
  for (let query = 0; query < 20; query++) {
    const target = aside();
    const found = new Set(table.find(target, -1, undefined, 10).map(([document]) => document));
    // With so many wanted, the records of all are compared.
    const all = table.find(target, -1, undefined, MANY * 2);
    right += all.slice(0, 10).filter(([document]) => found.has(document)).length;
  }
  expect(right / 200).toBeGreaterThan(0.97);
});

test('what has no direction is never found, and finds nothing', () => {
  const table = new VectorTable(3, MOST);
  const none = [
    [0, 0, 0],
    [1, Number.NaN, 0],
    [Infinity, 1, 0],
    [-Infinity, Infinity, 0],
  ];
  for (const [at, vector] of none.entries()) table.add(at + 1, vector);
  table.add(9, [1, 2, 3]);
  expect(table.find([1, 2, 3], -1, undefined).map(([document]) => document)).toEqual([9]);
  for (const vector of none) {
    expect(table.find(vector, -1, undefined)).toEqual([]);
    expect(table.similarity(9, vector)).toBeUndefined();
  }
  // An update that has none takes away what there was.
  table.add(9, [0, 0, 0]);
  expect(table.find([1, 2, 3], -1, undefined)).toEqual([]);
  expect(table.similarity(9, [1, 2, 3])).toBeUndefined();
});

test('however large or small, it is the direction that counts', () => {
  const table = new VectorTable(2, MOST);
  table.add(1, [1e-30, 0]);
  table.add(2, [0, 1e30]);
  expect(table.find([1e20, 0], 0.5, undefined)[0]?.[0]).toBe(1);
  expect(table.find([0, 1e-20], 0.5, undefined)[0]?.[0]).toBe(2);
});

test('of equally near ones the lower numbers come first, and stay', () => {
  const table = new VectorTable(4, 3);
  for (const document of [8, 3, 9, 1, 7]) table.add(document, [1, 1, 0, 0]);
  expect(table.find([1, 1, 0, 0], 0, undefined).map(([document]) => document)).toEqual([1, 3, 7]);
});

test('a vector of another length is refused, and leaves what was there', () => {
  const table = new VectorTable(4, MOST);
  table.add(1, [1, 0, 0, 0]);
  expect(() => table.add(1, [1, 0, 0])).toThrow(RangeError);
  expect(table.find([1, 0, 0, 0], 0, undefined)).toHaveLength(1);
});

describe.each([500, MANY])('%i vectors, frozen and thawed', (count) => {
  const { table, queries } = filled(count, 64);
  table.remove(3);
  table.add(5, new Float32Array(64));
  const documents = Uint32Array.from({ length: count }, (_, at) => count - at);
  const sections = new MemorySections();
  table.freeze(documents, sections);

  test('find the same, by the numbers of their rows', () => {
    const thawed = VectorTable.thaw(sections, 64, MOST);
    for (const query of queries) {
      const before = table.find(query, -1, undefined, 10);
      const after = thawed.find(query, -1, undefined, 10);
      expect(after.map(([row]) => documents[row - 1])).toEqual(
        before.map(([document]) => document),
      );
      expect(after.map(([, score]) => score)).toEqual(before.map(([, score]) => score));
    }
    expect(thawed.similarity(count - 3 + 1, queries[0]!)).toBeUndefined();
    expect(thawed.similarity(count - 5 + 1, queries[0]!)).toBeUndefined();
  });

  test('change on as before', () => {
    const thawed = VectorTable.thaw(sections, 64, MOST);
    const vector = queries[0]!;
    thawed.remove(1);
    thawed.add(count + 7, vector);
    expect(thawed.find(vector, 0.999, undefined)[0]?.[0]).toBe(count + 7);
    expect(thawed.similarity(1, vector)).toBeUndefined();
  });

  test('are not taken for vectors of other dimensions', () => {
    expect(() => VectorTable.thaw(sections, 65, MOST)).toThrow(SegmentError);
    expect(() => VectorTable.thaw(sections, 128, MOST)).toThrow(SegmentError);
  });
});
