import type { Edge } from '../../src/memory/edge';
import type { Entity } from '../../src/memory/entity';
import type { Status } from '../../src/memory/memory';
import type { PanelMemory, PanelSlice } from '../../src/protocol/panel-messages';
import { edgeKey } from '../../src/protocol/slice-delta';
import type { NodeKind } from '../words/kind-words';
import { shortened } from '../words/number-words';

/** A node as it is drawn, listed and spoken of. */
export type SceneNode = {
  readonly id: string;
  readonly type: 'memory' | 'entity';
  readonly kind: NodeKind;
  /** A few characters, for the picture. */
  readonly label: string;
  /** In full, for lists and hovers. */
  readonly text: string;
  readonly status: Status | undefined;
  /** "Helps when shown", 0 to 1; undefined when unrated. */
  readonly mean: number | undefined;
  /** Steps from the centre; Infinity where no edge leads there. */
  readonly hops: number;
  /** Half its breadth, in pixels at a zoom of 1. */
  readonly radius: number;
};

export type SceneEdge = Edge & { readonly key: string };

/** What is to be drawn: a slice without what the user filtered out. */
export type Scene = {
  readonly centre: string;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** How many nodes of each kind there are, the filtered ones included; by frequency. */
  readonly kinds: ReadonlyMap<NodeKind, number>;
};

/** Characters of a label in the picture. */
const LABEL = 26;

/** Makes the scene of a slice; `hidden` are the kinds the user does not want to see. */
export function sceneOf(slice: PanelSlice, hidden: ReadonlySet<string>): Scene {
  const hops = hopsFrom(slice.centre, slice.edges);
  const all = [
    ...slice.memories.map((row) => memoryNode(row, hops, slice.centre)),
    ...slice.entities.map((entity) => entityNode(entity, hops, slice.centre)),
  ].sort((a, b) => a.hops - b.hops || (a.id < b.id ? -1 : 1));
  const nodes = all.filter((node) => node.id === slice.centre || !hidden.has(node.kind));
  const drawn = new Set(nodes.map((node) => node.id));
  const edges = slice.edges
    .filter((edge) => drawn.has(edge.from) && drawn.has(edge.to) && edge.from !== edge.to)
    .map((edge) => ({ ...edge, key: edgeKey(edge) }));
  return { centre: slice.centre, nodes, edges, kinds: tally(all) };
}

function memoryNode(
  { memory, mean }: PanelMemory,
  hops: ReadonlyMap<string, number>,
  centre: string,
): SceneNode {
  const use = Math.min(4, Math.log2(1 + memory.quality.shown));
  return {
    id: memory.id,
    type: 'memory',
    kind: memory.kind,
    label: shortened(memory.text, LABEL),
    text: memory.text,
    status: memory.status,
    mean,
    hops: hops.get(memory.id) ?? Infinity,
    radius: (memory.id === centre ? 14 : 10) + use / 2,
  };
}

function entityNode(entity: Entity, hops: ReadonlyMap<string, number>, centre: string): SceneNode {
  return {
    id: entity.id,
    type: 'entity',
    kind: entity.kind,
    label: shortened(entityLabel(entity), LABEL),
    text: entityText(entity),
    status: undefined,
    mean: undefined,
    hops: hops.get(entity.id) ?? Infinity,
    radius: entity.id === centre ? 13 : 9,
  };
}

/** The part of an entity's name that a person knows it by. */
export function entityLabel(entity: Entity): string {
  switch (entity.kind) {
    case 'file':
      return entity.name.split('/').at(-1) ?? entity.name;
    case 'symbol':
      return entity.name.split('#').at(-1) ?? entity.name;
    case 'commit':
      return entity.text || entity.name.slice(0, 8);
    case 'package':
    case 'command':
    case 'error':
    case 'topic':
      return entity.name;
  }
}

function entityText(entity: Entity): string {
  return entity.kind === 'commit' && entity.text
    ? `${entity.name.slice(0, 8)} ${shortened(entity.text, 200)}`
    : entity.name;
}

/** Steps from the centre to each node that edges lead to, in either direction. */
function hopsFrom(centre: string, edges: readonly Edge[]): Map<string, number> {
  const beside = new Map<string, string[]>();
  const join = (a: string, b: string) => beside.set(a, [...(beside.get(a) ?? []), b]);
  for (const edge of edges) {
    join(edge.from, edge.to);
    join(edge.to, edge.from);
  }
  const hops = new Map([[centre, 0]]);
  for (const [node, distance] of hops) {
    for (const next of beside.get(node) ?? []) {
      if (!hops.has(next)) hops.set(next, distance + 1);
    }
  }
  return hops;
}

function tally(nodes: readonly SceneNode[]): Map<NodeKind, number> {
  const kinds = new Map<NodeKind, number>();
  for (const { kind } of nodes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return new Map([...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
