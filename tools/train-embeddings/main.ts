import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CodeTokenizer } from '../../src/index/code-tokenizer';
import { StaticEmbedder } from '../../src/index/static-embedder';
import { encodeWordTable, WordTable } from '../../src/index/word-table';
import { termHash } from '../../src/index/term-hash';
import { CorpusWriter, packageDescriptions, readCorpus } from './corpus';
import { Heap } from './heap';
import { learn, METHODS } from './learners';
import { LEVELS } from './levels';
import { HeldOut } from './held-out';
import { NpmPackages } from './npm-packages';
import { PACKAGES } from './packages';
import { RetrievalSet, SHARES, textsOf, type Measured } from './retrieval-set';
import { Sources } from './sources';
import { foretold, subwordsFor } from './spelling';
import { Vocabulary } from './vocabulary';

/** Times the median length: less loses names and codes, more loses what the known terms say. */
const STRANGE = 1;
const SETS = ['gitbugs-hadoop', 'cosqa', 'locomo', 'dpdk'];
/** Texts of words that the table has, which its test asks for again. */
const REFERENCES = [
  'the build fails after an upgrade of the compiler',
  'readConfigFile parses package.json',
  'Delete old backups from the disk',
  'An artist paints a picture',
  'the kernel frees the memory of a dead process',
];
const FIRST = 8;

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    work: { type: 'string' },
    data: { type: 'string' },
    method: { type: 'string', default: 'pairs' },
    dimensions: { type: 'string', default: '256' },
    terms: { type: 'string', default: '30000' },
    learned: { type: 'string', default: '100000' },
    subwords: { type: 'string', default: '15400' },
    levels: { type: 'string', default: String(LEVELS) },
    read: { type: 'string', default: '8000000' },
    out: { type: 'string' },
  },
});
const started = performance.now();
const note = (line: string) => {
  console.error(`${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`);
};

const work = z.string({ error: '--work needs a folder' }).parse(values.work);
mkdirSync(work, { recursive: true });
const sources = new Sources(work);
if (!existsSync(join(work, 'corpus.json'))) makeCorpus();
const corpus = readCorpus(work);
const vocabulary = new Vocabulary(corpus, Number(values.learned));
const { counts } = vocabulary;
note(
  `${vocabulary.total} terms, of ${corpus.terms.length}; ${vocabulary.terms.length} are learned`,
);
const dimensions = Number(values.dimensions);
const kernel = join(values.root, 'tools', 'train-embeddings', 'kernel.wat');
const rows = await learn(z.enum(METHODS).parse(values.method), {
  corpus,
  vocabulary,
  dimensions,
  kernel,
  terms: Number(values.read),
  note,
});
const taught = { terms: vocabulary.terms, counts, rows, dimensions };
const subwords = await subwordsFor(taught, Number(values.subwords), (size) =>
  Heap.open(kernel, size),
);
const kept = vocabulary.terms.slice(0, Number(values.terms));
const bytes = encodeWordTable(
  {
    dimensions,
    words: { hashes: kept.map((term) => termHash(term)), values: rows },
    subwords,
    strange: STRANGE * median(kept.map((_, row) => Math.hypot(...rowAt(row)))),
  },
  Number(values.levels),
);
const table = new WordTable(bytes);
console.log(
  JSON.stringify({ bytes: bytes.length, ...foretold(taught, (term) => table.spelt(term)) }),
);
if (values.data !== undefined) await measure(new StaticEmbedder(table), values.data);
if (values.out !== undefined) {
  writeFileSync(values.out, bytes);
  const references = join(values.root, 'test', 'fixtures', 'word-vector-references.json');
  writeFileSync(references, `${JSON.stringify(REFERENCES.map(reference), null, 2)}\n`);
}

function makeCorpus(): void {
  sources.fetch();
  const held = new HeldOut(values.data === undefined ? [] : textsOf(values.data, SETS));
  note(`${held.size} docstrings and bodies of functions are left out`);
  const writer = new CorpusWriter(work, held);
  for (const name of PACKAGES) {
    writer.addFolder(name, sources.tree(name));
    note(name);
  }
  writer.addSections('package descriptions', packageDescriptions(sources.lists));
  const npm = new NpmPackages(join(values.root, 'node_modules'));
  writer.addFolder('node_modules', npm.folder, (path) => npm.isFree(path));
  writer.end();
  writeFileSync(join(values.root, 'models', 'SOURCES.jsonl'), sources.list(npm));
}

/** Prints how well the cosine finds alone, and beside BM25 at the share that the odd halves choose. */
async function measure(embedder: StaticEmbedder, data: string): Promise<void> {
  const tokenizer = new CodeTokenizer();
  const results: ({ name: string } & Measured)[] = [];
  for (const name of SETS) {
    const set = new RetrievalSet(name, data, (text) => tokenizer.tokenize(text));
    results.push({ name, ...(await set.measure(embedder)) });
  }
  const odd = SHARES.map((_, at) =>
    results.reduce(
      (sum, { fused }) => sum + (fused[at]?.odd.recall ?? 0) + (fused[at]?.odd.mrr ?? 0),
      0,
    ),
  );
  const best = odd.indexOf(Math.max(...odd));
  for (const { name, alone, fused } of results) {
    const line = { set: name, alone, bm25: fused[0], share: SHARES[best], fused: fused[best] };
    console.log(
      JSON.stringify(line, (_, value: unknown) =>
        typeof value === 'number' ? Number(value.toFixed(3)) : value,
      ),
    );
  }
}

/** The vector of a text as it is before rounding. */
function reference(text: string) {
  const rowOf = new Map(kept.map((term, row) => [term, row]));
  const counts = Map.groupBy(new CodeTokenizer().tokenize(text), (term) => term);
  const sum = new Float32Array(dimensions);
  for (const [term, all] of counts) {
    const row = rowOf.get(term);
    if (row === undefined) throw new Error(`“${term}” is not in the table`);
    const weight = 1 + Math.log(all.length);
    rowAt(row).forEach((value, k) => (sum[k] = (sum[k] ?? 0) + weight * value));
  }
  const norm = Math.hypot(...sum);
  return {
    text,
    start: [...sum.subarray(0, FIRST)].map((value) => Number((value / norm).toFixed(5))),
  };
}

function rowAt(row: number): Float32Array {
  return rows.subarray(row * dimensions, (row + 1) * dimensions);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
