import type { EdgeColumns } from '../memory/edge-columns';
import type { Log } from '../memory/log';
import { Adjacency } from '../recall/adjacency';
import { KeySet } from '../recall/key-set';
import { LiveAdjacency } from '../recall/live-adjacency';
import type { Change, EdgePlace, Store } from '../store/store';
import type { GraphFile } from './graph-file';
import type { NodeNames } from './node-names';

/** Edges, and keys of memories, read from the store at once. */
const SLICE = 65_536;
/** Changes followed at once. */
const CHANGES = 2000;
/** What lies over the base may grow to this, or to this share of its edges. */
const OVERLAID = 20_000;
const OVERLAID_SHARE = 1 / 16;
/** Edges from which on a graph is worth a file: fewer are read from the store as fast. */
const WORTH_A_FILE = 100_000;
/** Revisions after which a file that is still of use is written anew when the engine ends. */
const REVISIONS_BEHIND = 20_000;

/** The graph of a store by the keys of its nodes. */
export interface Graph {
  readonly edges: LiveAdjacency;
  /** Which nodes are memories. */
  readonly memories: KeySet;
}

export interface GraphFeedParts {
  store: Store;
  log: Log;
  /** Is told which ids no longer name the same node: that of a memory that is gone may come again. */
  names?: Pick<NodeNames, 'drop' | 'clear'>;
  /** Where the graph is kept between runs; without it, it is read from the store each time. */
  file?: GraphFile | undefined;
}

/**
 * Holds the whole graph of a store in memory, about 28 MB for a million nodes with two million
 * edges, and keeps it up with the change feed. Reads the store with the first question.
 */
export class GraphFeed {
  readonly #store: Store;
  readonly #log: Log;
  readonly #names: GraphFeedParts['names'];
  readonly #file: GraphFile | undefined;
  #graph: Promise<Graph> | undefined;
  #revision = 0;
  /** Of the file; -1 when there is none of use. */
  #filed = -1;
  #following: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  /** Nothing is missing of what the store had at `#revision`. */
  #whole = false;
  #unwatch: () => void = () => undefined;

  constructor({ store, log, names, file }: GraphFeedParts) {
    this.#store = store;
    this.#log = log;
    this.#names = names;
    this.#file = file;
  }

  /** Begins to read the store, unless that was begun already. */
  open(): void {
    this.#graph ??= this.#open();
    // Who asks waits for it; a failure with nobody asking must not take the process down.
    this.#graph.catch((error: unknown) => this.#log.error('Reading the graph', error));
  }

  /** The graph with everything that is in the store by now. */
  async current(): Promise<Graph> {
    this.#graph ??= this.#open();
    await this.#graph;
    await this.#following;
    return this.#graph;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unwatch();
    const [graph] = await Promise.allSettled([this.#graph, this.#following]);
    if (graph.status === 'rejected' || !graph.value || !this.#whole) return;
    if (this.#revision - this.#filed > REVISIONS_BEHIND) await this.#keep(graph.value);
  }

  async #open(): Promise<Graph> {
    this.#unwatch = this.#store.watch(() => this.#follow());
    try {
      return (await this.#kept()) ?? (await this.#read());
    } catch (error) {
      // The next question tries again.
      this.#unwatch();
      this.#graph = undefined;
      throw error;
    }
  }

  /** From the file; what was written since then comes with the change feed on top. */
  async #kept(): Promise<Graph | undefined> {
    const kept = this.#file?.read(await this.#store.id());
    if (!kept) return undefined;
    this.#filed = this.#revision = kept.revision;
    this.#whole = true;
    const graph = { edges: new LiveAdjacency(kept.edges), memories: kept.memories };
    queueMicrotask(() => this.#follow());
    return graph;
  }

  /** Reads everything; what is written meanwhile comes with the change feed on top. */
  async #read(): Promise<Graph> {
    const revision = await this.#store.revision();
    const [edges, memories] = await Promise.all([this.#readEdges(), this.#readMemories()]);
    const graph = { edges: new LiveAdjacency(Adjacency.of(edges)), memories };
    this.#revision = revision;
    this.#whole = !this.#stopped;
    if (!this.#whole) return graph;
    await this.#keep(graph);
    queueMicrotask(() => this.#follow());
    return graph;
  }

  async #readEdges(): Promise<EdgeColumns[]> {
    const slices: EdgeColumns[] = [];
    let place: EdgePlace | undefined;
    do {
      const slice = await this.#store.eachEdge(place, SLICE);
      slices.push(slice.edges);
      place = slice.place;
    } while (place !== undefined && !this.#stopped);
    return slices;
  }

  async #readMemories(): Promise<KeySet> {
    const memories = new KeySet();
    let keys: Uint32Array;
    do {
      keys = await this.#store.eachMemoryKey(memories.greatest, SLICE);
      for (const key of keys) memories.add(key);
    } while (keys.length === SLICE && !this.#stopped);
    return memories;
  }

  #follow(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#following ??= this.#catchUp()
      .catch((error: unknown) => this.#log.error('Following the graph', error))
      .finally(() => {
        this.#following = undefined;
        // What was told after the last look and before this moment.
        if (this.#again) this.#follow();
      });
  }

  async #catchUp(): Promise<void> {
    const graph = await this.#graph;
    while (graph && this.#again && !this.#stopped) {
      this.#again = false;
      const { changes, reset, revision } = await this.#store.changesSince(this.#revision, CHANGES);
      if (reset) {
        // Only now: until it is read, and when that fails, the graph as it was answers.
        this.#graph = Promise.resolve(await this.#read());
        this.#names?.clear();
        return;
      }
      await this.#apply(graph, changes);
      this.#revision = revision;
      this.#again ||= changes.length === CHANGES;
    }
  }

  async #apply({ edges, memories }: Graph, changes: readonly Change[]): Promise<void> {
    const of = (table: Change['table'], gone: boolean): string[] => [
      ...new Set(
        changes
          .filter((change) => change.table === table && change.gone === gone)
          .map((change) => change.id),
      ),
    ];
    const added = await this.#store.keysOf(of('memory', false));
    for (const key of added.values()) memories.add(key);
    for (const id of of('memory', true)) this.#names?.drop(id);

    const touched = await this.#store.keysOf(of('edge', false));
    const sources = [...touched.values()];
    if (sources.length > 0) edges.replace(sources, await this.#store.outgoingEdges(sources));
    for (const key of of('node', true).map(Number)) {
      edges.remove(key);
      memories.delete(key);
    }
    const most = Math.max(OVERLAID, edges.base.neighbours.length * OVERLAID_SHARE);
    if (edges.overlaid > most) edges.fold();
  }

  /** Writes the graph to its file; a file that cannot be written costs time at the next start. */
  async #keep({ edges, memories }: Graph): Promise<void> {
    if (!this.#file || edges.base.neighbours.length / 2 < WORTH_A_FILE) return;
    edges.fold();
    const revision = this.#revision;
    try {
      this.#file.write(await this.#store.id(), { revision, edges: edges.base, memories });
      this.#filed = revision;
    } catch (error) {
      this.#log.error('Keeping the graph in its file', error);
    }
  }
}
