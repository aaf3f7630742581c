import type { Embedder } from '../index/embedder';
import { SearchIndex } from '../index/search-index';
import type { Pools } from '../learning/pools';
import { lowerBound } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { Ids } from '../memory/ids';
import type { Log } from '../memory/log';
import type { Random } from '../memory/random';
import type { EngineEvent } from '../protocol/engine-api';
import type { GraphSource } from '../recall/graph-source';
import { Recall } from '../recall/recall';
import type { WordSearch } from '../recall/word-search';
import type { Store } from '../store/store';
import { FallbackSearch } from './fallback-search';
import { GlobbedMemories } from './globbed-memories';
import { GraphFeed } from './graph-feed';
import type { GraphFile } from './graph-file';
import { IndexFeed } from './index-feed';
import { KnownMemories } from './known-memories';
import { MemoryGraph } from './memory-graph';
import { NodeNames } from './node-names';
import { ReadySearch } from './ready-search';
import { Receipts } from './receipts';
import { Standings } from './standings';

/** What recall can do without, so that a benchmark can tell what each is worth. */
export type Dispensable = 'graph' | 'vectors';

export interface RecallOptions {
  store: Store;
  embedder: Embedder;
  log: Log;
  clock: Clock;
  ids: Ids;
  random: Random;
  tell: (event: EngineEvent) => void;
  /** Where the graph is kept between runs. */
  graphFile?: GraphFile;
  /** The folder where the index is kept between runs, and what of it lies beyond the working set. */
  indexFolder?: string;
  /** Whether this process lives long enough to save what it keeps between runs. */
  saves?: boolean;
  without?: ReadonlySet<Dispensable>;
  /** What came of all memories, by kind and language. */
  pools?: () => Pools;
  /** How much rules are broken lately. */
  neglect?: () => ReadonlyMap<string, number>;
}

/** Joins store, index and graph to what recalls. Neither follows the store nor fills itself yet. */
export function openRecall(options: RecallOptions): {
  index: SearchIndex;
  search: ReadySearch;
  feed: IndexFeed;
  graph: GraphFeed;
  recall: Recall;
  receipts: Receipts;
  /** What nodes of the graph are called. */
  labels: GraphSource['labels'];
} {
  const { store, embedder, log, clock, ids, random, tell, without, pools } = options;
  const { indexFolder: folder, saves = false } = options;
  const index = new SearchIndex({ embedder, files: folder ? { folder, clock, log } : undefined });
  const globbed = new GlobbedMemories(store);
  const feed = new IndexFeed({
    store,
    index,
    log,
    tell,
    saves,
    changed: () => globbed.forget(),
  });
  const search = new ReadySearch(index, feed, new FallbackSearch(store));
  const names = new NodeNames(store);
  const graphFeed = new GraphFeed({
    store,
    log,
    names,
    file: options.graphFile,
  });
  const memories = new KnownMemories(store);
  const graph = new MemoryGraph(store, graphFeed, names, memories);
  const standings = new Standings(
    store,
    (terms) => search.rarities(terms),
    () => pools?.() ?? new Map(),
  );
  const receipts = new Receipts(store, log);
  const recall = new Recall({
    search: without?.has('vectors') ? byWordsAlone(search) : search,
    graph: without?.has('graph') ? edgeless(graph) : graph,
    memories: (wanted) => memories.of(wanted),
    catchUp: () => memories.catchUp(),
    globbed: (repo) => globbed.of(repo),
    changedAt: (wanted) => store.changedAt(wanted),
    shownIn: (conversation, since) => receipts.shownIn(conversation, since),
    standings: (task, memories, at) => standings.of(task, memories, at),
    ...(options.neglect !== undefined && { neglect: options.neglect }),
    lowerBound,
    ids,
    clock,
    random,
  });
  const labels = async (wanted: readonly string[]) => {
    await memories.catchUp();
    return graph.labels(wanted);
  };
  return { index, search, feed, graph: graphFeed, recall, receipts, labels };
}

function byWordsAlone(search: WordSearch): WordSearch {
  return {
    search: (query) => search.search({ ...query, vectors: false }),
    rarities: (terms) => search.rarities(terms),
    outlines: (ids, terms) => search.outlines?.(ids, terms) ?? new Map(),
  };
}

function edgeless(graph: GraphSource): GraphSource {
  return {
    spread: () => Promise.resolve(new Map()),
    edgesOf: () => Promise.resolve([]),
    labels: (ids) => graph.labels(ids),
  };
}
