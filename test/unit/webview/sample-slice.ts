import type { Edge } from '../../../src/memory/edge';
import type { Entity } from '../../../src/memory/entity';
import type { Memory } from '../../../src/memory/memory';
import type { MemoryCard } from '../../../src/protocol/engine-api';
import type { PanelSlice } from '../../../src/protocol/panel-messages';

/** A memory with what a test says of it. */
export function sampleMemory(id: string, parts: Partial<Memory> = {}): Memory {
  return {
    id,
    kind: 'fact',
    text: `What ${id} knows`,
    detail: {},
    scope: {},
    provenance: { source: 'user', from: 'a test', at: 0, trust: 1, evidence: [] },
    status: 'active',
    quality: { prior: { helped: 1, harmed: 1 }, helped: 0, harmed: 0, at: 0, shown: 0 },
    createdAt: 0,
    updatedAt: 0,
    revision: 1,
    ...parts,
  };
}

export function sampleEntity(id: string, parts: Partial<Entity> = {}): Entity {
  return { id, kind: 'file', name: `src/${id}.ts`, text: '', at: 0, ...parts };
}

export function sampleEdge(from: string, to: string, parts: Partial<Edge> = {}): Edge {
  return { from, type: 'about', to, weight: 1, ...parts };
}

/** The memory `m1` about the files `f1` and `f2`, and `m2` about `f2`. */
export function sampleSlice(parts: Partial<PanelSlice> = {}): PanelSlice {
  return {
    centre: 'm1',
    memories: [
      { memory: sampleMemory('m1'), mean: 0.7, lowerBound: 0.4 },
      { memory: sampleMemory('m2', { kind: 'fix', status: 'candidate' }) },
    ],
    entities: [sampleEntity('f1'), sampleEntity('f2')],
    edges: [
      sampleEdge('m1', 'f1'),
      sampleEdge('m1', 'f2', { weight: 0.5 }),
      sampleEdge('m2', 'f2'),
    ],
    more: 0,
    ...parts,
  };
}

export function sampleCard(memory: Memory): MemoryCard {
  return { memory, mean: 0.7, lowerBound: 0.4, exposures: [], outcomes: [], journal: [] };
}

/** A hub with so many files around it, each with a memory of its own. */
export function hubSlice(files: number): PanelSlice {
  const ids = Array.from({ length: files }, (_, at) => String(at).padStart(3, '0'));
  return {
    centre: 'hub',
    memories: ids.map((id) => ({ memory: sampleMemory(`m${id}`) })),
    entities: [
      sampleEntity('hub', { kind: 'package', name: 'zod' }),
      ...ids.map((id) => sampleEntity(`f${id}`)),
    ],
    edges: ids.flatMap((id) => [
      sampleEdge(`f${id}`, 'hub', { type: 'used-with', weight: 0.3 }),
      sampleEdge(`m${id}`, `f${id}`),
    ]),
    more: 0,
  };
}
