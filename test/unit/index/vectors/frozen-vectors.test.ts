import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Dice } from '../../../../bench/dice';
import { clustered } from '../../../../bench/vectors/clustered';
import { MemorySections } from '../../../../src/index/segment/memory-sections';
import { SegmentFile, SegmentFileWriter } from '../../../../src/index/segment/segment-file';
import { SegmentError } from '../../../../src/index/segment/sections';
import { FrozenVectors } from '../../../../src/index/vectors/frozen-vectors';
import { JsKernel } from '../../../../src/index/vectors/js-kernel';
import { Quantiser } from '../../../../src/index/vectors/quantiser';
import { writeVectors } from '../../../../src/index/vectors/vector-sections';
import { VectorTable } from '../../../../src/index/vectors/vector-table';
import { errorOf, recallOf } from './exact';

const DIMENSIONS = 128;
const ROWS = 10_000;
/** Every so many rows there is one without a vector. */
const GAP = 10;

const folder = mkdtempSync(join(tmpdir(), 'mneme-vectors-'));
const next = clustered(DIMENSIONS, ROWS / 50, new Dice(1));
const vectors = new Map<number, Float32Array>();
const table = new VectorTable(DIMENSIONS, 1000);
for (let row = 0; row < ROWS; row++) {
  if (row % GAP === 0) continue;
  vectors.set(row, next());
  table.add(row + 1, vectors.get(row)!);
}
const queries = Array.from({ length: 20 }, next);
const writer = new SegmentFileWriter(folder, 'frozen');
table.freeze(
  Uint32Array.from({ length: ROWS }, (_, row) => row + 1),
  writer,
);
const file = new SegmentFile(join(folder, writer.finish()));
const frozen = FrozenVectors.open(file, DIMENSIONS);
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the ten nearest are found, with their cosines', () => {
  expect(recallOf(vectors, queries, 10, (query) => frozen.find(query, 10))).toBeGreaterThan(0.97);
  for (const query of queries) {
    const found = frozen.find(query, 200);
    expect(errorOf(found, vectors, query)).toBeLessThan(0.005);
    const rows = found.map(([row]) => row);
    expect(frozen.similarities(rows, query)).toEqual(found.map(([, score]) => score));
  }
});

test('as many as are wanted, if they are near enough', () => {
  const [query] = queries;
  expect(frozen.find(query!, 700)).toHaveLength(700);
  expect(frozen.find(query!, 0)).toEqual([]);
  const near = frozen.find(query!, 700, undefined, 0.8);
  expect(near).toEqual(frozen.find(query!, 700).filter(([, score]) => score >= 0.8));
});

test.each([2, 7, 1000])('only what is allowed is found: every row that %i divides', (step) => {
  const allows = Uint8Array.from({ length: ROWS }, (_, row) => (row % step === 0 ? 1 : 0));
  const some = new Map([...vectors].filter(([row]) => allows[row] === 1));
  const wanted = Math.min(10, some.size);
  const find = (query: Float32Array) => frozen.find(query, wanted, allows);
  if (wanted > 0) expect(recallOf(some, queries, wanted, find)).toBeGreaterThan(0.97);
  for (const [row] of find(queries[0]!)) expect(some.has(row)).toBe(true);
});

test('plain JavaScript finds the same', () => {
  const plain = FrozenVectors.open(file, DIMENSIONS, () => new JsKernel());
  for (const query of queries) expect(plain.find(query, 100)).toEqual(frozen.find(query, 100));
});

test('a vector comes back as it was, but for rounding', () => {
  for (const row of [1, 4321, ROWS - 1]) {
    const back = frozen.vector(row);
    for (const [i, value] of vectors.get(row)!.entries()) expect(back[i]).toBeCloseTo(value, 2);
  }
  expect(frozen.vector(GAP).every((value) => value === 0)).toBe(true);
});

test('rows without a vector have no cosine, and queries without a direction find nothing', () => {
  const [query] = queries;
  expect(frozen.similarities([0, 1, GAP], query!)).toEqual([
    undefined,
    frozen.similarity(1, query!),
    undefined,
  ]);
  const none = new Float32Array(DIMENSIONS);
  expect(frozen.find(none, 10)).toEqual([]);
  expect(frozen.similarity(1, none)).toBeUndefined();
  expect(frozen.find(new Float32Array(DIMENSIONS).fill(Number.NaN), 10)).toEqual([]);
});

test('merged, they are the same vectors', () => {
  const read = frozen.reader();
  const kept = [...vectors.keys()].filter((row) => row % 3 === 0);
  const merged = new MemorySections();
  writeVectors(merged, new Quantiser(DIMENSIONS), kept.length, (at, record) =>
    read(kept[at]!, record),
  );
  const opened = FrozenVectors.open(merged, DIMENSIONS);
  expect(opened.length).toBe(kept.length);
  for (const query of queries) {
    for (const [row, score] of opened.find(query, 10)) {
      expect(frozen.similarity(kept[row]!, query)).toBe(score);
    }
  }
});

describe('what is not whole is refused', () => {
  test('of other dimensions', () => {
    expect(() => FrozenVectors.open(file, DIMENSIONS * 2)).toThrow(SegmentError);
    expect(() => FrozenVectors.open(file, DIMENSIONS - 1)).toThrow(SegmentError);
  });

  test.each(['vectors', 'vectors.codes', 'vectors.records', 'vectors.present'])(
    'with %s cut short',
    (section) => {
      const torn = new MemorySections();
      for (const name of file.names) {
        const bytes = file.bytes(name);
        torn.write(name, [name === section ? bytes.subarray(0, bytes.length - 1) : bytes]);
      }
      expect(() => FrozenVectors.open(torn, DIMENSIONS)).toThrow(SegmentError);
    },
  );
});

test('none at all are frozen and opened too', () => {
  const sections = new MemorySections();
  new VectorTable(8, 10).freeze([], sections);
  expect(FrozenVectors.open(sections, 8).find(new Float32Array(8).fill(1), 10)).toEqual([]);
  expect(VectorTable.thaw(sections, 8, 10).find([1, 1, 1, 1, 1, 1, 1, 1], -1, undefined)).toEqual(
    [],
  );
});
