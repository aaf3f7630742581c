import { EDGE_TYPES, type Edge } from '../memory/edge';
import { FULL_WEIGHT } from '../memory/edge-columns';
import { isReversed, type EdgeLabel, typeNumber, typeOf, weightOf } from '../recall/adjacency';
import type { GraphSource, NarrowedEdges } from '../recall/graph-source';
import { KeySet } from '../recall/key-set';
import { EdgeList } from '../recall/live-adjacency';
import { PageRank } from '../recall/page-rank';
import { activationOf, type Activation, FLOW } from '../recall/spreading';
import type { Store } from '../store/store';
import type { GraphFeed } from './graph-feed';
import { KnownMemories } from './known-memories';
import type { NodeNames } from './node-names';

/** Characters of a node's name or text in an explanation. */
const LABEL = 80;

/** The graph as recall uses it: travelled in memory, named by the store. */
export class MemoryGraph implements GraphSource {
  readonly #store: Store;
  readonly #feed: GraphFeed;
  readonly #names: NodeNames;
  readonly #memories: KnownMemories;
  #ranks = new WeakMap<object, PageRank>();

  constructor(
    store: Store,
    feed: GraphFeed,
    names: NodeNames,
    memories = new KnownMemories(store),
  ) {
    this.#store = store;
    this.#feed = feed;
    this.#names = names;
    this.#memories = memories;
  }

  async spread(
    seeds: ReadonlyMap<string, number>,
    limit: number,
    asOf?: number,
  ): Promise<Map<string, Activation>> {
    const [{ edges, memories }, keys, later] = await Promise.all([
      this.#feed.current(),
      this.#names.keysOf(seeds.keys()),
      asOf === undefined ? undefined : this.#store.memoryKeysSince(asOf),
    ]);
    const energies = new Map([...keys].map(([id, key]) => [key, seeds.get(id) ?? 0]));
    const rank = this.#ranks.get(edges) ?? new PageRank(edges, FLOW);
    this.#ranks.set(edges, rank);
    const arrivals = rank.spread(
      energies,
      limit,
      (node) => memories.has(node),
      later && KeySet.of(later),
    );
    const ids = await this.#names.idsOf(
      arrivals.flatMap(({ seed, steps }) => [seed, ...steps.map(({ node }) => node)]),
    );
    return new Map(
      arrivals.flatMap((arrival) => {
        const [id, activation] = [ids.get(arrival.node), activationOf(arrival, ids)];
        return id === undefined || activation === undefined ? [] : [[id, activation] as const];
      }),
    );
  }

  async edgesOf(
    ids: readonly string[],
    types: readonly Edge['type'][],
    { most = Infinity, asOf }: Partial<NarrowedEdges> = {},
  ): Promise<Edge[]> {
    const wanted = new Set(types.map((type) => EDGE_TYPES.indexOf(type)));
    const [{ edges }, keys, later] = await Promise.all([
      this.#feed.current(),
      this.#names.keysOf(ids),
      asOf === undefined ? undefined : this.#store.memoryKeysSince(asOf),
    ]);
    const hidden = later && KeySet.of(later);
    const list = new EdgeList();
    const found: Told[] = [];
    for (const node of keys.values()) {
      edges.tell(node, list);
      const own: Told[] = [];
      for (let at = 0; at < list.count; at++) {
        const label = list.labels[at] ?? 0;
        const neighbour = list.neighbours[at] ?? 0;
        if (!wanted.has(typeNumber(label)) || hidden?.has(neighbour) === true) continue;
        own.push({ node, neighbour, label });
      }
      found.push(...narrowed(own, most));
    }
    const names = await this.#names.idsOf(
      found.flatMap(({ node, neighbour }) => [node, neighbour]),
    );
    const told = new Map<string, Edge>();
    for (const { node, neighbour, label } of found) {
      const [one, other] = [names.get(node), names.get(neighbour)];
      if (one === undefined || other === undefined) continue;
      const [from, to] = isReversed(label) ? [other, one] : [one, other];
      const type = typeOf(label);
      told.set(`${from} ${type} ${to}`, { from, type, to, weight: weightOf(label) / FULL_WEIGHT });
    }
    return [...told.values()];
  }

  async labels(ids: readonly string[]): Promise<Map<string, string>> {
    const [memories, entities] = await Promise.all([
      this.#memories.of(ids),
      this.#store.entities(ids),
    ]);
    const labels = new Map<string, string>();
    for (const { id, text } of memories) labels.set(id, cut(text));
    for (const { id, kind, name, text } of entities) {
      labels.set(id, cut(kind === 'commit' ? firstLine(text) || name.slice(0, 10) : name));
    }
    return labels;
  }
}

/** An edge by the keys of its ends. */
type Told = { node: number; neighbour: number; label: EdgeLabel };

/** Those to the youngest neighbours, whose keys are the highest, and to the oldest. */
function narrowed(edges: Told[], most: number): Told[] {
  if (edges.length <= most) return edges;
  const sorted = edges.sort((a, b) => b.neighbour - a.neighbour);
  return [...sorted.slice(0, most - 1), ...sorted.slice(-1)];
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function cut(text: string): string {
  return text.length <= LABEL ? text : `${text.slice(0, LABEL - 1)}…`;
}
