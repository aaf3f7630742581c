import type { EdgeColumns } from '../memory/edge-columns';
import type { Log } from '../memory/log';
import { Adjacency } from '../recall/adjacency';
import { KeySet } from '../recall/key-set';
import { LiveAdjacency } from '../recall/live-adjacency';
import type { Change, EdgePlace, Store } from '../store/store';

/** Edges, and keys of memories, read from the store at once. */
const SLICE = 65_536;
/** Changes followed at once. */
const CHANGES = 2000;
/** What lies over the base may grow to this, or to this share of its edges. */
const OVERLAID = 20_000;
const OVERLAID_SHARE = 1 / 16;

/** The graph of a store by the keys of its nodes. */
export interface Graph {
  readonly edges: LiveAdjacency;
  /** Which nodes are memories. */
  readonly memories: KeySet;
}

/**
 * Holds the whole graph of a store in memory, about 28 MB for a million nodes with two million
 * edges, and keeps it up with the change feed. Reads the store with the first question.
 */
export class GraphFeed {
  readonly #store: Store;
  readonly #log: Log;
  readonly #forgotten: (id: string) => void;
  #graph: Promise<Graph> | undefined;
  #revision = 0;
  #following: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #unwatch: () => void = () => undefined;

  /** @param forgotten hears of each memory that is gone; its id may come back as another node */
  constructor(store: Store, log: Log, forgotten: (id: string) => void = () => undefined) {
    this.#store = store;
    this.#log = log;
    this.#forgotten = forgotten;
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
    await Promise.allSettled([this.#graph, this.#following]);
  }

  async #open(): Promise<Graph> {
    this.#unwatch = this.#store.watch(() => this.#follow());
    try {
      return await this.#read();
    } catch (error) {
      // The next question tries again.
      this.#unwatch();
      this.#graph = undefined;
      throw error;
    }
  }

  /** Reads everything; what is written meanwhile comes with the change feed on top. */
  async #read(): Promise<Graph> {
    const revision = await this.#store.revision();
    const [edges, memories] = await Promise.all([this.#readEdges(), this.#readMemories()]);
    this.#revision = revision;
    queueMicrotask(() => this.#follow());
    return { edges: new LiveAdjacency(Adjacency.of(edges)), memories };
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
    for (const id of of('memory', true)) this.#forgotten(id);

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
}
