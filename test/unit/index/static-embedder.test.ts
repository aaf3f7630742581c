import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { StaticEmbedder } from '../../../src/index/static-embedder';
import { subwordsOf } from '../../../src/index/subwords';
import { termHash } from '../../../src/index/term-hash';
import { encodeWordTable, WordTable, WordTableError } from '../../../src/index/word-table';

const TABLE = 'models/software-words-3.bin';

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

  test.each([
    ['asyncronous', 'asynchronous', 'parallel'],
    ['authentification', 'authentication', 'graphics'],
    ['kubeconfigmap', 'configuration', 'painting'],
    ['unserialization', 'serialize', 'mountain'],
  ])('sets “%s”, which it does not know, nearer to “%s” than to “%s”', async (text, near, far) => {
    expect(await cosine(text, near)).toBeGreaterThan((await cosine(text, far)) + 0.04);
  });

  test('takes a name that it does not know for no word and no other name', async () => {
    const names = ['zstandardcodec', 'zstandardcoder', 'hdfsnamenode', 'kubectl-gadget', 'E0499'];
    for (const name of names) {
      expect(await cosine(name, name)).toBeCloseTo(1, 5);
      for (const other of [...names, 'standard', 'node', 'error'].filter((one) => one !== name)) {
        expect(await cosine(name, other)).toBeLessThan(0.6);
      }
    }
  });

  test('knows no words without a table, and each term is like itself alone', async () => {
    const wordless = StaticEmbedder.wordless(64);
    const [one, again, other] = await wordless.embed(['a crash', 'the crash', 'the failure']);
    expect(dot(one!, again!)).toBeCloseTo(1, 5);
    expect(Math.abs(dot(one!, other!))).toBeLessThan(0.5);
    expect(wordless.name).not.toBe(StaticEmbedder.wordless(32).name);
  });

  test('gives the vectors that training gave, to the rounding of the table', async () => {
    const references = JSON.parse(
      readFileSync('test/fixtures/word-vector-references.json', 'utf8'),
    ) as Reference[];
    const vectors = await embedder.embed(references.map(({ text }) => text));
    references.forEach(({ start }, at) => {
      start.forEach((value, k) => expect(Math.abs(vectors[at]![k]! - value)).toBeLessThan(0.015));
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
  const [ngram] = subwordsOf('south');
  const bytes = encodeWordTable({
    dimensions: 4,
    words: {
      hashes: ['north', 'east'].map((term) => termHash(term)),
      values: Float32Array.of(1, 0, 0, 0, 0, -0.5, 0, 0.5),
    },
    subwords: { hashes: [ngram!], values: Float32Array.of(0, 0, 0.3, 0) },
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

  test('makes a strange term of its subwords, and of a direction of its own for the rest', () => {
    const [a, b, c, d] = vector('southern') as [number, number, number, number];
    // 0.5² = 0.3² + 0.4², twice.
    expect([a, b, d].map(Math.abs).every((part) => Math.abs(part - 0.4) < 1e-6)).toBe(true);
    expect(Math.min(Math.abs(c - 0.2), Math.abs(c - 1))).toBeLessThan(1e-6);
    expect(new WordTable(bytes).spelt('southern')[2]).toBeCloseTo(0.3, 6);
    expect(new WordTable(bytes).spelt('west')).toEqual(new Float32Array(4));
  });

  test('tells how alike terms are, and nothing of strange ones', () => {
    const likeness = new WordTable(bytes).likeness(['north', 'east', 'zstandardcodec']);
    expect(likeness('north')[0]).toBeCloseTo(1);
    expect(likeness('east')[0]).toBeCloseTo(0);
    expect(likeness('east')[1]).toBeCloseTo(1);
    expect(likeness('north')[2]).toBe(0);
    expect(Array.from(likeness('zstandardcodec'))).toEqual([0, 0, 0]);
  });

  test('is written again as it was, and coarser when fewer levels are wanted', () => {
    const vectors = new WordTable(bytes).vectors();
    expect(encodeWordTable(vectors)).toEqual(bytes);
    const coarse = new WordTable(
      encodeWordTable({ ...vectors, subwords: { hashes: [], values: new Float32Array(0) } }, 1),
    );
    const sum = new Float32Array(4);
    coarse.add('east', 1, sum);
    expect([...sum]).toEqual([0, -0.5, 0, 0.5]);
    expect(coarse.spelt('southern')).toEqual(new Float32Array(4));
  });

  test('refuses what is torn, cut or no table', () => {
    const torn = Uint8Array.from(bytes);
    torn[torn.length - 1]! ^= 1;
    expect(() => new WordTable(torn)).toThrow(WordTableError);
    expect(() => new WordTable(bytes.subarray(0, -1))).toThrow(/cut/);
    expect(() => new WordTable(Buffer.from('something else, of some length'))).toThrow(/no table/);
  });
});
