import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from '../progress';
import { shown } from '../quantiles';
import { Corpus } from '../text/corpus';
import { Prose } from '../text/prose';
import { questions } from '../text/questions';
import { changeCosts } from './changes';
import { crowd } from './crowd';
import { Engine } from './engine';
import { fillIndex } from './fill';
import { loadStore } from './load';
import { fts5, plainOrama } from './peers';
import { figuresOf, recalls } from './recalls';

/** Beyond so many documents plain Orama takes seconds a question and hours to fill. */
const MOST_FOR_ORAMA = 50_000;
/** Questions put to the peers. */
const PEER_QUESTIONS = 40;
const MEGABYTE = 2 ** 20;

const { values } = parseArgs({
  options: {
    memories: { type: 'string', default: '1000' },
    questions: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '8' },
    'memory-limit': { type: 'string', default: '512' },
    keep: { type: 'string' },
    peers: { type: 'string', default: 'on' },
    engine: { type: 'string' },
    packages: { type: 'string' },
  },
});
const [memories, seed, count] = [values.memories, values.seed, values.questions].map(Number) as [
  number,
  number,
  number,
];
const script = values.engine ?? '';
const run = Date.now().toString(36);

const corpus = new Corpus(await Prose.ofReadmes(values.packages ?? 'node_modules'), seed, memories);
const root = values.keep ?? (await mkdtemp(join(tmpdir(), 'mneme-scale-')));
const folder = join(root, `${memories}-${seed}`);
try {
  await mkdir(folder, { recursive: true });
  console.log(JSON.stringify(await measured(folder)));
} finally {
  if (values.keep === undefined) await rm(root, { recursive: true, force: true, maxRetries: 5 });
}

async function measured(folder: string): Promise<Record<string, unknown>> {
  const load = loadavg()[0] ?? 0;
  const database = join(folder, 'mneme.db');
  const start = (): Engine => new Engine(script, database, Number(values['memory-limit']));
  const loaded = await loadStore(database, corpus, seed);
  say(`stored: ${loaded.memories} memories, ${loaded.entities} entities, ${loaded.edges} edges`);

  const filled = await fillIndex(folder, start);
  say(`indexed in ${Math.round(filled)} s`);

  const opening = performance.now();
  const engine = start();
  // The answer to nothing in particular: a question of another seed than those that follow.
  const [opener] = questions(corpus, seed + 1000, 1, run);
  await engine.call('recall', opener!.task);
  const opened = performance.now() - opening;
  await engine.indexed();
  const ready = performance.now() - opening;
  say(`opened in ${Math.round(opened)} ms, the index in ${Math.round(ready)} ms`);
  const asked = questions(corpus, seed, count, run);
  const recalled = figuresOf(await recalls(engine, asked, Math.floor(count / 10)));
  const resident = await engine.resident();
  say(`recalled: p95 ${recalled.recall_p95_ms} ms, ${Math.round(resident / MEGABYTE)} MB`);
  const changed = await changeCosts(engine, asked[0]!.task.repo ?? '', run);
  await engine.close();
  const disk = await sizes(folder);

  const together = await crowd(start, asked, Number(values.seconds));
  const peers = values.peers === 'off' ? {} : await peersOf(folder, asked.slice(0, PEER_QUESTIONS));
  return {
    memories,
    entities: loaded.entities,
    edges: loaded.edges,
    durable_per_s: shown(loaded.memories / loaded.seconds),
    /** Read from the store, cut into terms, embedded and indexed: memories and entities. */
    ingest_per_s: shown((loaded.memories + loaded.entities) / filled),
    ...recalled,
    /** A new process to its first answer; the files are in the system's page cache. */
    open_ms: shown(opened),
    /** The same until every answer is from the index. */
    ready_ms: shown(ready),
    rss_mb: shown(resident / MEGABYTE),
    ...disk,
    ...changed,
    ...together,
    ...peers,
    load: shown(load),
  };
}

async function peersOf(folder: string, asked: Parameters<typeof plainOrama>[1]) {
  return {
    ...(await fts5(join(folder, 'peer.db'), corpus, asked)),
    ...(memories <= MOST_FOR_ORAMA && (await plainOrama(corpus, asked))),
  };
}

/** Disk taken, in megabytes: the database with its log, and what else the engine keeps. */
async function sizes(folder: string) {
  let [database, rest] = [0, 0];
  for (const entry of await readdir(folder, { recursive: true })) {
    const { size } = await stat(join(folder, entry));
    if (/^mneme\.db/.test(entry)) database += size;
    else rest += size;
  }
  return {
    disk_mb: shown((database + rest) / MEGABYTE),
    disk_database_mb: shown(database / MEGABYTE),
    disk_index_mb: shown(rest / MEGABYTE),
  };
}
