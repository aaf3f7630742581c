import { EDGE_TYPES } from '../memory/edge';
import type { EdgeColumns } from '../memory/edge-columns';

/**
 * An edge as one of its ends sees it, in 16 bits: its type's place in `EDGE_TYPES` (5 bits), whether
 * it comes in (1 bit), its weight (10 bits, see `FULL_WEIGHT`).
 */
export type EdgeLabel = number;

const REVERSED = 1 << 5;
/** Of a label, what is not weight: indexes tables of what types let through. */
export const KINDS = 1 << 6;

/** Of a node with more edges than this, only these many are told: the strongest, then the newest. */
export const MOST_TOLD = 128;

export function labelOf(type: number, reversed: boolean, weight: number): EdgeLabel {
  return (weight << 6) | (reversed ? REVERSED : 0) | type;
}

export function typeOf(label: EdgeLabel): (typeof EDGE_TYPES)[number] {
  const type = EDGE_TYPES[label & (REVERSED - 1)];
  if (type === undefined) throw new Error(`No type of edge has the number ${label & 31}`);
  return type;
}

/** The place of an edge's type in `EDGE_TYPES`. */
export function typeNumber(label: EdgeLabel): number {
  return label & (REVERSED - 1);
}

/** Whether the edge is seen from its target. */
export function isReversed(label: EdgeLabel): boolean {
  return (label & REVERSED) !== 0;
}

/** 1 to `FULL_WEIGHT`. */
export function weightOf(label: EdgeLabel): number {
  return label >> 6;
}

/** A larger order comes first: the heavier edge, then the newer neighbour. */
export function orderOf(neighbour: number, label: EdgeLabel): number {
  return (weightOf(label) * 2 ** 32 + neighbour) * KINDS + (label & (KINDS - 1));
}

/**
 * The edges of every node, in and out, in compressed sparse rows: the edges of node n stand from
 * `offsets[n]` up to `offsets[n + 1]`. A node's number is its key in the store; keys are nearly
 * without gaps. 4 bytes a node and 12 an edge. It does not change; see `LiveAdjacency`.
 */
export class Adjacency {
  constructor(
    readonly offsets: Uint32Array,
    readonly neighbours: Uint32Array,
    readonly labels: Uint16Array,
  ) {}

  /** Sorts edges, given in any order, by their ends. An edge from a node to itself is left out. */
  static of(slices: readonly EdgeColumns[]): Adjacency {
    const offsets = countedOffsets(slices);
    const entries = offsets.at(-1) ?? 0;
    const neighbours = new Uint32Array(entries);
    const labels = new Uint16Array(entries);
    for (const { source, target, type, weight } of slices) {
      for (let i = 0; i < source.length; i++) {
        const from = source[i] ?? 0;
        const to = target[i] ?? 0;
        if (from === to) continue;
        // Each offset counts down from its row's end to its start.
        const out = (offsets[from] = (offsets[from] ?? 0) - 1);
        neighbours[out] = to;
        labels[out] = labelOf(type[i] ?? 0, false, weight[i] ?? 0);
        const into = (offsets[to] = (offsets[to] ?? 0) - 1);
        neighbours[into] = from;
        labels[into] = labelOf(type[i] ?? 0, true, weight[i] ?? 0);
      }
    }
    const adjacency = new Adjacency(offsets, neighbours, labels);
    adjacency.#sortHubs();
    return adjacency;
  }

  /** Nodes are numbered below this. */
  get nodes(): number {
    return this.offsets.length - 1;
  }

  /** Bytes that it holds. */
  get size(): number {
    return this.offsets.byteLength + this.neighbours.byteLength + this.labels.byteLength;
  }

  degree(node: number): number {
    return node < this.nodes ? (this.offsets[node + 1] ?? 0) - (this.offsets[node] ?? 0) : 0;
  }

  /** So that the strongest of many can be told without looking at all. */
  #sortHubs(): void {
    const { offsets, neighbours, labels } = this;
    for (let node = 0; node < this.nodes; node++) {
      const [start, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0];
      if (end - start <= MOST_TOLD) continue;
      const orders = new Float64Array(end - start);
      for (let at = start; at < end; at++) {
        orders[at - start] = orderOf(neighbours[at] ?? 0, labels[at] ?? 0);
      }
      orders.sort().reverse();
      for (let at = start; at < end; at++) {
        const order = orders[at - start] ?? 0;
        const kind = order % KINDS;
        const rest = Math.floor(order / KINDS);
        neighbours[at] = rest % 2 ** 32;
        labels[at] = (Math.floor(rest / 2 ** 32) << 6) | kind;
      }
    }
  }
}

/** Where each row ends; there are rows for all nodes that have an edge, and one end more. */
function countedOffsets(slices: readonly EdgeColumns[]): Uint32Array {
  let greatest = -1;
  for (const { source, target } of slices) {
    for (let i = 0; i < source.length; i++) {
      greatest = Math.max(greatest, source[i] ?? 0, target[i] ?? 0);
    }
  }
  const offsets = new Uint32Array(greatest + 2);
  for (const { source, target } of slices) {
    for (let i = 0; i < source.length; i++) {
      if (source[i] === target[i]) continue;
      bump(offsets, source[i] ?? 0);
      bump(offsets, target[i] ?? 0);
    }
  }
  let end = 0;
  for (let node = 0; node < offsets.length; node++) offsets[node] = end += offsets[node] ?? 0;
  return offsets;
}

function bump(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
