import { FULL_WEIGHT } from '../memory/edge-columns';
import { KINDS, weightOf, type EdgeLabel } from './adjacency';
import type { KeySet } from './key-set';
import { EdgeList, type LiveAdjacency } from './live-adjacency';
import { Totals, Trace } from './trace';

/** How energy travels. */
export interface Flow {
  /** What an edge lets through, 0 to 1, by the part of its label that is not weight. */
  readonly through: Float64Array;
  /** What is left of the energy after each step: 1 − α of PageRank. */
  readonly decay: number;
  /** Energy that leaves a node of degree d is divided by d to this power; 1 is a random walk. */
  readonly hubDamping: number;
  /** Steps from a seed; with `Infinity` it is PageRank itself, up to `least`. */
  readonly hops: number;
  /** Energy below this, at a node, goes no further. */
  readonly least: number;
  /** Nodes that each seed's energy travels on from in each step, the strongest first. */
  readonly frontier: number;
  /** Seeds that count, the strongest first. */
  readonly seeds: number;
}

/** A node that energy reached, and the way by which the strongest seed's came. */
export type Arrival = {
  readonly node: number;
  /** Sum over the seeds; a seed's own energy is not in it. */
  readonly energy: number;
  readonly seed: number;
  readonly steps: readonly { readonly label: EdgeLabel; readonly node: number }[];
};

/** Degrees up to here have their powers in a table. */
const TABLED = 4096;

/**
 * Personalised PageRank by forward push (Andersen, Chung, Lang: Local graph partitioning using
 * PageRank vectors, 2006), seed by seed, each up to a number of steps. Pushing seed by seed costs
 * what the neighbourhoods of all seeds cost together, and tells exactly whose energy arrived: what
 * comes back to a seed from itself is dropped, so seeds count only what others send them.
 *
 * Bounded by the seeds, steps, nodes and edges that are looked at, whatever the size of the graph.
 * The same graph, in the same order, gives the same answer.
 */
export class PageRank {
  readonly #graph: LiveAdjacency;
  readonly #flow: Flow;
  readonly #leaving: DegreePower;
  readonly #trace = new Trace();
  readonly #totals = new Totals();
  readonly #edges = new EdgeList();

  constructor(graph: LiveAdjacency, flow: Flow) {
    this.#graph = graph;
    this.#flow = flow;
    this.#leaving = new DegreePower(-flow.hubDamping);
  }

  /**
   * Where the energy of the seeds goes, the most first.
   *
   * @param seeds energy by node
   * @param limit of how many nodes it is told
   * @param told of which nodes it is told; of all when missing
   * @param hidden nodes that are passed by as if they were not there
   */
  spread(
    seeds: ReadonlyMap<number, number>,
    limit: number,
    told: (node: number) => boolean = () => true,
    hidden?: KeySet,
  ): Arrival[] {
    const strongest = [...seeds]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, this.#flow.seeds);
    const trace = this.#trace;
    const totals = this.#totals;
    trace.clear();
    totals.clear();
    for (const [seed, energy] of strongest) {
      if (hidden?.has(seed) === true) continue;
      const first = trace.begin(seed, energy);
      this.#push(first, hidden);
      for (let at = first + 1; at < trace.length; at++) totals.add(trace, at);
    }
    return totals
      .strongest(trace, limit, told)
      .map(({ node, energy, at }) => ({ node, energy, ...trace.way(at) }));
  }

  /** Pushes the energy of one seed, step by step. */
  #push(first: number, hidden: KeySet | undefined): void {
    const { hops, least, frontier: widest } = this.#flow;
    const trace = this.#trace;
    let frontier = [first];
    for (let hop = 1; hop <= hops && frontier.length > 0; hop++) {
      const pushed = frontier.map((at) => trace.take(at));
      const reached: number[] = [];
      for (const [i, at] of frontier.entries()) {
        this.#pushOne(at, pushed[i] ?? 0, hop, reached, hidden);
      }
      frontier = reached.filter((at) => trace.waiting(at) >= least);
      if (frontier.length > widest) {
        frontier.sort(
          (a, b) => trace.waiting(b) - trace.waiting(a) || trace.node(a) - trace.node(b),
        );
        frontier.length = widest;
      }
    }
  }

  #pushOne(
    from: number,
    energy: number,
    hop: number,
    reached: number[],
    hidden: KeySet | undefined,
  ): void {
    const { through, decay } = this.#flow;
    const trace = this.#trace;
    const edges = this.#edges;
    const node = trace.node(from);
    this.#graph.tell(node, edges);
    const leaving = (energy * decay * this.#leaving.of(this.#graph.degree(node))) / FULL_WEIGHT;
    for (let i = 0; i < edges.count; i++) {
      const to = edges.neighbours[i] ?? 0;
      if (hidden?.has(to) === true) continue;
      const label = edges.labels[i] ?? 0;
      const arrives = leaving * (through[label & (KINDS - 1)] ?? 0) * weightOf(label);
      const at = trace.arrive(to, arrives, from, label, hop);
      if (at !== undefined) reached.push(at);
    }
  }
}

/** A power of degrees, from a table as far as that goes. */
class DegreePower {
  readonly #exponent: number;
  readonly #table: Float64Array;

  constructor(exponent: number) {
    this.#exponent = exponent;
    this.#table = Float64Array.from({ length: TABLED }, (_, n) => Math.max(1, n) ** exponent);
  }

  of(degree: number): number {
    return this.#table[degree] ?? degree ** this.#exponent;
  }
}
