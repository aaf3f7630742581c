import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { say } from '../progress';
import { quantile, shown } from '../quantiles';
import { readSet, setFolders, type DataSet, type Query } from '../recall/data-set';
import { metrics, type Answer as Ranks } from '../recall/metrics';
import { chosen } from '../recall/sampling';
import { FlatFile } from './flat-file';
import { Fts5 } from './fts5';
import { Installed } from './installed';
import { Memorix } from './memorix';
import { MiniSearch } from './mini-search';
import { Mneme } from './mneme';
import { PlainOrama } from './orama';
import { DEPTH, TooSlow, type Peer } from './peer';
import { ServerMemory } from './server-memory';
import { type Line, readLines, writeTable } from './table';

/** Queries put before any is timed. */
const WARM_UP = 5;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    queries: { type: 'string', default: '200' },
    /** Seconds that a peer has to take in a set. */
    patience: { type: 'string', default: '600' },
    only: { type: 'string' },
    table: { type: 'boolean', default: false },
    /** Lines of earlier runs for the table; a line of this run replaces theirs. */
    lines: { type: 'string' },
    root: { type: 'string', default: '.' },
    packages: { type: 'string', default: 'peers' },
  },
});
if (values.data === undefined && values.lines === undefined) {
  console.error('Say where the sets are (--data DIR), or what was measured (--lines FILE).');
  process.exit(1);
}

const installed = await Installed.in(values.packages);
const { version: oramaVersion } = createRequire(join(values.root, 'package.json'))(
  '@orama/orama/package.json',
) as { version: string };
const peers: (() => Peer)[] = [
  () => new Mneme(),
  () => new PlainOrama(oramaVersion),
  () => new MiniSearch(installed),
  () => new Fts5(),
  () => new ServerMemory(installed),
  () => new Memorix(installed),
  () => new FlatFile(),
];

const lines: Line[] = values.lines === undefined ? [] : await readLines(values.lines);
for (const folder of values.data === undefined ? [] : await setFolders(values.data)) {
  const set = await readSet(folder);
  const queries = chosen(set.queries, 'all', Number(values.queries));
  for (const make of peers) {
    const peer = make();
    if (values.only !== undefined && !peer.name.toLowerCase().includes(values.only)) continue;
    say(`${set.name}: ${peer.name}`);
    const line = await measured(peer, set, queries);
    console.log(JSON.stringify(line));
    lines.push(line);
  }
}
if (values.table) {
  const page = join(values.root, 'docs', 'benchmarks.md');
  await writeTable(page, await readFile(page, 'utf8'), lines);
}

/** One peer on one set: a line of figures, or of what kept it from having any. */
async function measured(peer: Peer, set: DataSet, queries: readonly Query[]): Promise<Line> {
  const who = { set: set.name, peer: peer.name, version: peer.version };
  const what = { documents: set.documents.length, queries: queries.length };
  const start = performance.now();
  try {
    await peer.load(set, start + Number(values.patience) * 1000);
    const loading = (performance.now() - start) / 1000;
    for (const query of queries.slice(0, WARM_UP)) await peer.ask(query);
    const took: number[] = [];
    const ranks: Ranks[] = [];
    let tokens = 0;
    for (const query of queries) {
      const begun = performance.now();
      const { ids, text } = await peer.ask(query);
      took.push(performance.now() - begun);
      tokens += encode(text).length;
      const list = peer.ranking ? await peer.ranking(query) : ids;
      ranks.push(ranksOf(query, list));
    }
    const quality = metrics(ranks);
    return {
      ...who,
      ...what,
      'recall@10': quality['recall@10'] ?? 0,
      mrr: quality['mrr'] ?? 0,
      p50_ms: shown(quantile(took, 0.5)),
      p95_ms: shown(quantile(took, 0.95)),
      tokens_per_answer: Math.round(tokens / queries.length),
      load_s: shown(loading),
      load: shown(loadavg()[0] ?? 0),
    };
  } catch (error) {
    if (!(error instanceof TooSlow)) say(`${peer.name}: ${String(error)}`);
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return {
      ...who,
      ...what,
      failed: why.slice(0, 300),
      load_s: shown((performance.now() - start) / 1000),
    };
  } finally {
    await peer.close();
  }
}

function ranksOf(query: Query, list: readonly string[]): Ranks {
  const relevant = new Set(query.relevant);
  const ranks = list.slice(0, DEPTH).flatMap((id, at) => (relevant.has(id) ? [at + 1] : []));
  return { relevant: relevant.size, ranks, category: query.category };
}
