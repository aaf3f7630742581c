import type { EdgeColumns } from '../memory/edge-columns';
import {
  Adjacency,
  isReversed,
  labelOf,
  MOST_TOLD,
  orderOf,
  typeNumber,
  weightOf,
  type EdgeLabel,
} from './adjacency';
import { KeySet } from './key-set';

/** Edges of one node as they were told: the first `count` of each column count. */
export class EdgeList {
  readonly neighbours = new Uint32Array(MOST_TOLD);
  readonly labels = new Uint16Array(MOST_TOLD);
  count = 0;
}

type Outgoing = { readonly targets: readonly number[]; readonly labels: readonly EdgeLabel[] };

/**
 * An adjacency that changes: what changed since it was built lies over it, and both are built into
 * a new one when that has grown (`fold`). Changes come as all outgoing edges of a node: whoever
 * follows the store need not know which of them are new.
 */
export class LiveAdjacency {
  #base: Adjacency;
  /** Nodes whose outgoing edges are those laid over, not those of the base. */
  #replaced = new KeySet();
  readonly #outgoing = new Map<number, Outgoing>();
  /** By target: the nodes with an edge to it that is laid over. */
  readonly #incoming = new Map<number, Set<number>>();
  /** How many edges more or less than in the base. */
  readonly #degrees = new Map<number, number>();
  #overlaid = 0;

  constructor(base: Adjacency) {
    this.#base = base;
  }

  /** How much lies over the base: edges, and nodes whose edges are others now. */
  get overlaid(): number {
    return this.#overlaid;
  }

  /** The base alone. */
  get base(): Adjacency {
    return this.#base;
  }

  /** Edges in and out, all of them. */
  degree(node: number): number {
    return this.#base.degree(node) + (this.#degrees.get(node) ?? 0);
  }

  /** Tells edges of a node, in and out: all, or of a hub the strongest `MOST_TOLD`. */
  tell(node: number, into: EdgeList): void {
    into.count = 0;
    this.#tellBase(node, into);
    if (this.#overlaid === 0) return;
    const all = this.#over(node);
    if (all.length === 0) return;
    for (let at = 0; at < into.count; at++) {
      all.push([into.neighbours[at] ?? 0, into.labels[at] ?? 0]);
    }
    if (all.length > MOST_TOLD) all.sort((a, b) => orderOf(...b) - orderOf(...a));
    into.count = Math.min(all.length, MOST_TOLD);
    for (const [at, [neighbour, label]] of all.slice(0, MOST_TOLD).entries()) {
      into.neighbours[at] = neighbour;
      into.labels[at] = label;
    }
  }

  /** From now on these nodes have these outgoing edges and no others. */
  replace(sources: Iterable<number>, edges: EdgeColumns): void {
    const lists = new Map<number, { targets: number[]; labels: EdgeLabel[] }>();
    for (const source of sources) lists.set(source, { targets: [], labels: [] });
    for (let i = 0; i < edges.source.length; i++) {
      const target = edges.target[i] ?? 0;
      const list = lists.get(edges.source[i] ?? 0);
      if (!list || edges.source[i] === target) continue;
      list.targets.push(target);
      list.labels.push(labelOf(edges.type[i] ?? 0, false, edges.weight[i] ?? 0));
    }
    for (const [source, list] of lists) this.#replaceOne(source, list);
  }

  /** Takes a node out with all edges from and to it. */
  remove(node: number): void {
    this.#replaceOne(node, { targets: [], labels: [] });
    for (const source of this.#sourcesOf(node)) {
      const { targets, labels } = this.#outgoingOf(source);
      const stays = targets.map((target) => target !== node);
      this.#replaceOne(source, {
        targets: targets.filter((_, at) => stays[at]),
        labels: labels.filter((_, at) => stays[at]),
      });
    }
  }

  /** Builds base and overlay into a new base. */
  fold(): void {
    if (this.#overlaid === 0) return;
    this.#base = Adjacency.of([this.#columns()]);
    this.#replaced = new KeySet();
    this.#outgoing.clear();
    this.#incoming.clear();
    this.#degrees.clear();
    this.#overlaid = 0;
  }

  #tellBase(node: number, into: EdgeList): void {
    const { offsets, neighbours, labels, nodes } = this.#base;
    if (node >= nodes) return;
    const end = offsets[node + 1] ?? 0;
    const untouched = this.#overlaid === 0;
    let count = 0;
    for (let at = offsets[node] ?? 0; at < end && count < MOST_TOLD; at++) {
      const neighbour = neighbours[at] ?? 0;
      const label = labels[at] ?? 0;
      if (!untouched && this.#replaced.has(isReversed(label) ? neighbour : node)) continue;
      into.neighbours[count] = neighbour;
      into.labels[count++] = label;
    }
    into.count = count;
  }

  /** What is laid over at a node, in and out. */
  #over(node: number): [number, EdgeLabel][] {
    const { targets = [], labels = [] } = this.#outgoing.get(node) ?? {};
    const edges = targets.map((target, at): [number, EdgeLabel] => [target, labels[at] ?? 0]);
    for (const source of this.#incoming.get(node) ?? []) {
      const from = this.#outgoing.get(source);
      from?.targets.forEach((target, at) => {
        const label = from.labels[at] ?? 0;
        if (target === node)
          edges.push([source, labelOf(typeNumber(label), true, weightOf(label))]);
      });
    }
    return edges;
  }

  #replaceOne(source: number, list: Outgoing): void {
    const before = this.#outgoingOf(source);
    for (const target of before.targets) {
      this.#count(source, -1);
      this.#count(target, -1);
      this.#incoming.get(target)?.delete(source);
    }
    for (const target of list.targets) {
      this.#count(source, 1);
      this.#count(target, 1);
      const sources = this.#incoming.get(target);
      if (sources) sources.add(source);
      else this.#incoming.set(target, new Set([source]));
    }
    this.#overlaid += list.targets.length - (this.#outgoing.get(source)?.targets.length ?? -1);
    this.#replaced.add(source);
    this.#outgoing.set(source, list);
  }

  #outgoingOf(node: number): Outgoing {
    const over = this.#outgoing.get(node);
    if (over || node >= this.#base.nodes) return over ?? { targets: [], labels: [] };
    const { offsets, neighbours, labels } = this.#base;
    const list: { targets: number[]; labels: EdgeLabel[] } = { targets: [], labels: [] };
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      if (isReversed(labels[at] ?? 0)) continue;
      list.targets.push(neighbours[at] ?? 0);
      list.labels.push(labels[at] ?? 0);
    }
    return list;
  }

  #sourcesOf(node: number): number[] {
    const { offsets, neighbours, labels, nodes } = this.#base;
    const sources = new Set(this.#incoming.get(node));
    if (node < nodes) {
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        const neighbour = neighbours[at] ?? 0;
        if (isReversed(labels[at] ?? 0) && !this.#replaced.has(neighbour)) sources.add(neighbour);
      }
    }
    return [...sources];
  }

  #count(node: number, more: number): void {
    this.#degrees.set(node, (this.#degrees.get(node) ?? 0) + more);
  }

  /** Every edge as it is now. */
  #columns(): EdgeColumns {
    const { offsets, neighbours, labels, nodes } = this.#base;
    const most = neighbours.length / 2 + this.#overlaid;
    const columns = {
      source: new Uint32Array(most),
      target: new Uint32Array(most),
      type: new Uint8Array(most),
      weight: new Uint16Array(most),
    };
    let count = 0;
    const put = (source: number, target: number, label: EdgeLabel): void => {
      columns.source[count] = source;
      columns.target[count] = target;
      columns.type[count] = typeNumber(label);
      columns.weight[count++] = weightOf(label);
    };
    for (let node = 0; node < nodes; node++) {
      if (this.#replaced.has(node)) continue;
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        if (!isReversed(labels[at] ?? 0)) put(node, neighbours[at] ?? 0, labels[at] ?? 0);
      }
    }
    for (const [source, { targets, labels: over }] of this.#outgoing) {
      targets.forEach((target, at) => put(source, target, over[at] ?? 0));
    }
    return {
      source: columns.source.subarray(0, count),
      target: columns.target.subarray(0, count),
      type: columns.type.subarray(0, count),
      weight: columns.weight.subarray(0, count),
    };
  }
}
