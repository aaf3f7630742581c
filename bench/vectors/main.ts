import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SegmentFile, SegmentFileWriter } from '../../src/index/segment/segment-file';
import type { Scored } from '../../src/index/top-scores';
import { FrozenVectors } from '../../src/index/vectors/frozen-vectors';
import { JsKernel } from '../../src/index/vectors/js-kernel';
import { VectorTable } from '../../src/index/vectors/vector-table';
import { Dice } from '../dice';
import { say } from '../progress';
import { quantile, shown } from '../quantiles';
import { clustered } from './clustered';
import { PlainVectors } from './plain-vectors';

const WANTED = 10;
/** As many as a search of the index may give. */
const MOST_RESULTS = 1000;
const ROWS_IN_A_TOPIC = 50;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    dimensions: { type: 'string', default: '256' },
    queries: { type: 'string', default: '200' },
    folder: { type: 'string', default: '.' },
  },
});
const [count, dimensions] = [Number(values.rows), Number(values.dimensions)];

const next = clustered(dimensions, Math.ceil(count / ROWS_IN_A_TOPIC), new Dice(1));
const plain = new PlainVectors(count, dimensions);
for (let row = 0; row < count; row++) plain.set(row, next());
const queries = Array.from({ length: Number(values.queries) }, next);
say('drawn');

const exact = queries.map((query) => new Set(plain.find(query, WANTED).map(([row]) => row)));
const table = new VectorTable(dimensions, MOST_RESULTS);
const add = timed(() => {
  for (let row = 0; row < count; row++) table.add(row, plain.get(row));
});
const freeze = timed(() => {
  const writer = new SegmentFileWriter(values.folder, 'vectors');
  table.freeze(
    Uint32Array.from({ length: count }, (_, row) => row),
    writer,
  );
  writer.finish('vectors');
});
const file = new SegmentFile(join(values.folder, 'vectors'));
const open = timed(() => FrozenVectors.open(file, dimensions));
const thaw = timed(() => VectorTable.thaw(file, dimensions, MOST_RESULTS));
const even = Uint8Array.from({ length: count }, (_, row) => 1 - (row % 2));
const frozen = open.result;
const fallback = FrozenVectors.open(file, dimensions, () => new JsKernel());

print('build', {
  add_us: shown((add.ms / count) * 1000),
  freeze_ms: shown(freeze.ms),
  open_ms: shown(open.ms),
  thaw_ms: shown(thaw.ms),
});
print(
  'plain f32',
  measured((query) => plain.find(query, WANTED)),
);
print(
  'table',
  measured((query) => table.find(query, Number.EPSILON, undefined)),
);
print(
  'frozen',
  measured((query) => frozen.find(query, WANTED)),
);
print(
  'frozen, 200 wanted',
  measured((query) => frozen.find(query, 200)),
);
print(
  'frozen without WebAssembly',
  measured((query) => fallback.find(query, WANTED)),
);
print(
  'frozen, every other row',
  timesOf((query) => frozen.find(query, WANTED, even)),
);
file.close();

function measured(find: (query: Float32Array) => Scored[]): Record<string, number> {
  const times = timesOf(find);
  const hits = queries.map(
    (query, at) => find(query).filter(([row], rank) => rank < WANTED && exact[at]!.has(row)).length,
  );
  const right = hits.reduce((sum, some) => sum + some, 0);
  return { ...times, [`recall@${WANTED}`]: right / (queries.length * WANTED) };
}

function timesOf(find: (query: Float32Array) => Scored[]): Record<string, number> {
  for (const query of queries.slice(0, 5)) find(query);
  const before = process.cpuUsage();
  const times = queries.map((query) => timed(() => find(query)).ms);
  const { user, system } = process.cpuUsage(before);
  return {
    p50_ms: shown(quantile(times, 0.5)),
    p95_ms: shown(quantile(times, 0.95)),
    cpu_ms: shown((user + system) / 1000 / queries.length),
  };
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

function print(subject: string, figures: Record<string, number>): void {
  const load = shown(loadavg()[0] ?? 0);
  console.log(JSON.stringify({ subject, rows: count, dimensions, ...figures, load }));
}
