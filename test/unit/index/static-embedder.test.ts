import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { encodeWordTable, WordTable, WordTableError } from '../../../src/index/word-table';

const TABLE = 'models/software-words-1.bin';

/** Sentences with the first values of their vectors, as training wrote them. */
type Reference = { text: string; start: number[] };

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

describe('StaticEmbedder', () => {
  let embedder: StaticEmbedder;
  beforeAll(() => {
    embedder = StaticEmbedder.open(TABLE);
  });

  async function cosine(a: string, b: string): Promise<number> {
    const [left, right] = await embedder.embed([a, b]);
    return dot(left!, right!);
  }

  test.each([
    ['package manager', 'a tool to install dependencies', 'draw a circle on the canvas'],
    ['the build fails', 'compilation error', 'a trip to the mountains'],
    ['remove a file from disk', 'delete the document', 'a faster network card'],
    ['log in with a password', 'user authentication', 'sort a list of numbers'],
    ['program crashes at start', 'segmentation fault when launched', 'translate the manual'],
    ['run it faster', 'improve performance', 'the licence of the fonts'],
    ['readConfigFile', 'parse the settings', 'play a sound'],
    ['store rows in a table', 'SQL database', 'rotate the image'],
    ['she paints pictures', 'an artist at work', 'TCP congestion control'],
  ])('sets “%s” nearer to “%s” than to “%s”', async (text, near, far) => {
    expect(await cosine(text, near)).toBeGreaterThan((await cosine(text, far)) + 0.1);
  });

  test('gives the vectors that training gave, to the rounding of int8', async () => {
    const references = JSON.parse(
      readFileSync('test/fixtures/word-vector-references.json', 'utf8'),
    ) as Reference[];
    const vectors = await embedder.embed(references.map(({ text }) => text));
    references.forEach(({ start }, at) => {
      start.forEach((value, k) => expect(vectors[at]![k]).toBeCloseTo(value, 2));
    });
  });

  test('gives unit length, the same each time, and zeros for a text that says nothing', async () => {
    const [one, again, nothing] = await embedder.embed([
      'retry the fetch',
      'retry the fetch',
      '… the 🎉',
    ]);
    expect(dot(one!, one!)).toBeCloseTo(1, 5);
    expect(again).toEqual(one);
    expect(nothing!.every((value) => value === 0)).toBe(true);
    expect(one).toHaveLength(embedder.dimensions);
  });
});

describe('WordTable', () => {
  const bytes = encodeWordTable({
    dimensions: 4,
    terms: ['north', 'east'],
    rows: Float32Array.of(1, 0, 0, 0, 0, -0.5, 0, 0.5),
    strange: 0.5,
  });

  function vector(term: string): number[] {
    const sum = new Float32Array(4);
    new WordTable(bytes).add(term, 2, sum);
    return [...sum];
  }

  test('adds a term’s own row', () => {
    expect(vector('north')).toEqual([2, 0, 0, 0]);
    expect(vector('east')).toEqual([0, -1, 0, 1]);
  });

  test('gives a strange term a direction of its own, of the length of such terms', () => {
    const zstd = vector('zstandardcodec');
    expect(zstd.map(Math.abs)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(vector('zstandardcodec')).toEqual(zstd);
  });

  test('refuses what is torn, cut or no table', () => {
    const torn = Uint8Array.from(bytes);
    torn[torn.length - 1]! ^= 1;
    expect(() => new WordTable(torn)).toThrow(WordTableError);
    expect(() => new WordTable(bytes.subarray(0, -1))).toThrow(/cut/);
    expect(() => new WordTable(Buffer.from('something else, of some length'))).toThrow(/no table/);
  });
});
