import { expect, test } from 'vitest';
import { trimSlice } from '../../../src/editor/views/slice-trim';
import type { PanelSlice } from '../../../src/protocol/panel-messages';
import {
  hubSlice,
  sampleEdge,
  sampleEntity,
  sampleMemory,
  sampleSlice,
} from '../webview/sample-slice';

/** A memory about a package that forty files use, and about a file with another memory. */
function crowded(): PanelSlice {
  const files = Array.from({ length: 40 }, (_, at) => `g${at}`);
  return sampleSlice({
    entities: [
      ...sampleSlice().entities,
      sampleEntity('zod', { kind: 'package', name: 'zod' }),
      ...files.map((id) => sampleEntity(id)),
    ],
    edges: [
      ...sampleSlice().edges,
      sampleEdge('m1', 'zod'),
      ...files.map((id) => sampleEdge(id, 'zod', { type: 'used-with', weight: 0.3 })),
    ],
  });
}

function idsOf(slice: PanelSlice): string[] {
  return [...slice.memories.map(({ memory }) => memory.id), ...slice.entities.map(({ id }) => id)];
}

test('of a hub only a few loose ends are kept, and every memory', () => {
  const trimmed = trimSlice(crowded(), 40, false);
  expect(idsOf(trimmed)).toEqual(['m1', 'm2', 'f1', 'f2', 'zod', 'g0', 'g1', 'g10']);
  expect(trimmed.more).toBe(37);
});

test('asked for all, it fills the room', () => {
  const trimmed = trimSlice(crowded(), 30, true);
  expect(idsOf(trimmed)).toHaveLength(30);
  expect(trimmed.more).toBe(15);
});

test('what stands next to the centre goes before what does not', () => {
  const trimmed = trimSlice(hubSlice(20), 10, false);
  expect(idsOf(trimmed).filter((id) => id.startsWith('m'))).toEqual([]);
  expect(trimmed.edges.every(({ to }) => to === 'hub')).toBe(true);
});

test('the centre stays, even with no room', () => {
  expect(idsOf(trimSlice(sampleSlice(), 1, false))).toEqual(['m1']);
});

test('what is small enough stays as it is', () => {
  const slice = sampleSlice({
    memories: [{ memory: sampleMemory('m1') }],
    edges: [],
    entities: [],
  });
  expect(trimSlice(slice, 40, false)).toEqual(slice);
});
