import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { HumanError } from '../../src/memory/human-error';
import { Dice, seedOf } from '../dice';
import { quantile } from '../quantiles';
import { type DataSet, type Query, readSet, setFolders } from '../recall/data-set';
import { chosen, SPLITS } from '../recall/sampling';
import { measure, type Measured, summary } from './measures';
import { peers, type Scored } from './policy';
import { Product } from './product';
import { type Base, type Run, runPeer, runProduct } from './run';
import { BETWEEN, drawStream, type Interaction } from './stream';
import { drawWorld, type World } from './world';

const Options = z.object({
  data: z.string({ error: 'Say where the sets are: --data DIR.' }),
  words: z.string(),
  sets: z.string().optional(),
  seeds: z.coerce.number().int().positive().default(5),
  queries: z.coerce.number().int().positive().default(60),
  recurrences: z.coerce.number().int().positive().default(20),
  split: z.enum(SPLITS).default('all'),
});
type Options = z.infer<typeof Options>;

/** Candidates that peers rerank. */
const DEPTH = 50;
/** Documents of the whole set that come nearest to a question and compete with its answers. */
const NEAR = 5;
const START = Date.UTC(2026, 0, 5, 9);

const note = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      words: { type: 'string' },
      sets: { type: 'string' },
      seeds: { type: 'string' },
      queries: { type: 'string' },
      recurrences: { type: 'string' },
      split: { type: 'string' },
    },
  });
  const options = Options.parse(values);
  const wanted = options.sets?.split(',');
  for (const folder of await setFolders(options.data)) {
    const set = await readSet(folder);
    if (wanted !== undefined && !wanted.includes(set.name)) continue;
    for (const line of await learning(set, options))
      process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

/** All policies on all seeds of a set; a line for each policy. */
async function learning(set: DataSet, options: Options): Promise<Record<string, unknown>[]> {
  const half = chosen(set.queries, options.split, Number.MAX_SAFE_INTEGER);
  const near = await nearest(set, chosen(half, 'all', options.queries), options);
  const queries = half.filter(({ id }) => near.has(id));
  const measured = new Map<string, Measured[]>();
  const took: number[] = [];
  let sampled = {};
  for (let seed = 1; seed <= options.seeds; seed++) {
    const started = performance.now();
    const world = drawWorld(set, queries, ({ id }) => near.get(id) ?? [], seed);
    const stream = drawStream(world, options.recurrences, seed);
    const base = await baseOf(set, world, stream, options, seed);
    const runs = new Map<string, Run>();
    runs.set('ours', await ours(set, world, stream, options, seed));
    for (const policy of peers()) runs.set(policy.name, runPeer(policy, world, stream, base, seed));
    const [none, oracle] = [runs.get('none'), runs.get('oracle')];
    if (none === undefined || oracle === undefined) throw new Error('A policy is missing');
    for (const [name, run] of runs) {
      took.push(...run.took);
      const all = measured.get(name) ?? [];
      measured.set(name, [...all, measure(world, run, none, oracle)]);
    }
    sampled = {
      questions: world.asked.length,
      memories: world.early.length + world.late.length,
      interactions: stream.length,
    };
    note(`${set.name}, seed ${seed}: ${Math.round(performance.now() - started)} ms`);
  }
  return [...measured].map(([policy, seeds]) => {
    const others = [...measured].filter(([name]) => name !== policy && name !== 'oracle');
    return {
      set: set.name,
      policy,
      ...sampled,
      ...summary(
        seeds,
        others.map(([, other]) => other),
      ),
      ...(policy === 'ours' && {
        recall_p50_ms: quantile(took, 0.5),
        recall_p95_ms: quantile(took, 0.95),
      }),
    };
  });
}

/** Of each question, the documents of the whole set that recall ranks first. */
async function nearest(
  set: DataSet,
  queries: readonly Query[],
  { words }: Options,
): Promise<Map<string, string[]>> {
  return withProduct(set, words, 0, { now: START }, async (product) => {
    await product.add(
      set.documents.map(({ id, text, group }) => {
        return { id, text: text.slice(0, 2000) || ' ', group, poisons: undefined };
      }),
    );
    const near = new Map<string, string[]>();
    for (const { id, text, group } of queries) {
      const ranked = await product.ranked(text, group, NEAR);
      near.set(
        id,
        ranked.map(({ item }) => item),
      );
    }
    return near;
  });
}

/** What recall gives without learning, for each wording, before half-way and after. */
async function baseOf(
  set: DataSet,
  world: World,
  stream: readonly Interaction[],
  { words }: Options,
  seed: number,
): Promise<Base> {
  const time = { now: START };
  const half = Math.floor(stream.length / 2);
  const [before, after] = await withProduct(set, words, seed, time, async (product) => {
    await product.add(world.early);
    time.now += BETWEEN;
    const early = await ranked(product, world);
    time.now += BETWEEN * half;
    await product.add(world.late);
    return [early, await ranked(product, world)] as const;
  });
  return ({ at, asked, wording }) => (at < half ? before : after)[asked]?.[wording] ?? [];
}

async function ranked(product: Product, world: World): Promise<Scored[][][]> {
  const all: Scored[][][] = [];
  for (const { wordings, group } of world.asked) {
    const own: Scored[][] = [];
    for (const wording of wordings) own.push(await product.ranked(wording, group, DEPTH));
    all.push(own);
  }
  return all;
}

async function ours(
  set: DataSet,
  world: World,
  stream: readonly Interaction[],
  { words }: Options,
  seed: number,
): Promise<Run> {
  const time = { now: START };
  return withProduct(set, words, seed, time, async (product) => {
    await product.add(world.early);
    return runProduct(product, world, stream, seed, time);
  });
}

async function withProduct<T>(
  set: DataSet,
  words: string,
  seed: number,
  time: { now: number },
  work: (product: Product) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'mneme-bench-home-'));
  const dice = new Dice(seedOf(seed, 4));
  const product = await Product.open({
    database: join(home, 'mneme.db'),
    words,
    set: set.name,
    clock: { now: () => time.now },
    random: () => dice.next(),
  });
  try {
    return await work(product);
  } finally {
    await product.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().catch((error: unknown) => {
  const said =
    error instanceof HumanError
      ? error.message
      : error instanceof z.ZodError
        ? z.prettifyError(error)
        : error instanceof TypeError && 'code' in error
          ? error.message
          : error;
  console.error(said);
  process.exitCode = 1;
});
