import { appendFile } from 'node:fs/promises';
import { openRecall, type Dispensable } from '../../src/engine/open-recall';
import { StaticEmbedder } from '../../src/index/static-embedder';
import { systemClock } from '../../src/memory/clock';
import { sortableIds } from '../../src/memory/ids';
import type { Log } from '../../src/memory/log';
import { systemRandom } from '../../src/memory/random';
import { databasePath } from '../../src/store/location';
import { redactSecrets } from '../../src/store/redact';
import { Store } from '../../src/store/store';
import { Asking, type PackCost } from './asking';
import type { DataSet } from './data-set';
import { load } from './loading';
import { byCategory, metrics, round, type Answer } from './metrics';
import { chosen, type Split } from './sampling';

/** Queries asked before any is timed: what is compiled and loaded first is no one's latency. */
const WARMING = 20;
const FOREIGN = 300;

export interface EvaluationOptions {
  /** Path of the table of word vectors. */
  words: string;
  without: ReadonlySet<Dispensable>;
  session: boolean;
  split: Split;
  queries: number;
  explain: number;
  /** Where to write the features of every candidate. */
  features?: string | undefined;
  /** Other sets, whose queries have no answer in this one. */
  strangers: readonly DataSet[];
  /** Takes what a person may want to see meanwhile. */
  note: (line: string) => void;
}

/** Loads a set through the real store and engine, asks, and measures; the result is one line. */
export async function evaluate(
  set: DataSet,
  options: EvaluationOptions,
): Promise<Record<string, unknown>> {
  const { without, session, split, note } = options;
  const clock = systemClock;
  const ids = sortableIds(clock, systemRandom);
  const log: Log = {
    info: note,
    warn: note,
    error: (message, error) => note(`${message}: ${String(error)}`),
  };
  const path = databasePath();
  const store = await Store.open({ path, clock, ids, log, redact: redactSecrets });
  const { feed, recall } = openRecall({
    store,
    embedder: StaticEmbedder.open(options.words),
    log,
    clock,
    ids,
    random: systemRandom,
    tell: () => undefined,
    without,
  });
  try {
    const started = performance.now();
    const loaded = await load(set, store, ids, clock);
    await feed.start();
    await feed.complete();
    note(`${set.name}: loaded in ${Math.round(performance.now() - started)} ms`);

    const asking = new Asking(recall, set, loaded, session);
    const queries = chosen(set.queries, split, options.queries);
    for (const query of queries.slice(0, WARMING)) await asking.pack(query);
    const answers: Answer[] = [];
    const packs: PackCost[] = [];
    for (const [at, query] of queries.entries()) {
      const ranked = await asking.ranked(query);
      answers.push(asking.answer(query, ranked));
      if (at < options.explain) note(asking.explained(query, ranked));
      if (options.features === undefined) packs.push(await asking.pack(query));
      else {
        const line = JSON.stringify({ set: set.name, ...asking.features(query, ranked) });
        await appendFile(options.features, `${line}\n`);
      }
    }
    const took = packs.map((pack) => pack.took).toSorted((a, b) => a - b);
    return {
      set: set.name,
      documents: set.documents.length,
      queries: queries.length,
      ...metrics(answers),
      by_category: byCategory(answers),
      p50_ms: round(quantile(took, 0.5)),
      p95_ms: round(quantile(took, 0.95)),
      tokens_per_pack: round(packs.reduce((sum, { tokens }) => sum + tokens, 0) / packs.length),
      empty: emptyShare(packs),
      ...(options.strangers.length > 0 && { foreign_empty: await foreignEmpty(asking, options) }),
    };
  } finally {
    await feed.stop();
    await store.close();
  }
}

/** By set: the share of foreign queries for which nothing was shown. */
async function foreignEmpty(
  asking: Asking,
  { strangers }: EvaluationOptions,
): Promise<Record<string, number>> {
  const shares: Record<string, number> = {};
  for (const { name, queries } of strangers) {
    const packs: PackCost[] = [];
    for (const [turn, query] of chosen(queries, 'all', FOREIGN).entries()) {
      packs.push(await asking.pack(asking.foreign(query, turn)));
    }
    shares[name] = emptyShare(packs);
  }
  return shares;
}

function emptyShare(packs: readonly PackCost[]): number {
  return round(packs.filter(({ empty }) => empty).length / Math.max(1, packs.length));
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.floor(q * (sorted.length - 1))] ?? NaN;
}
