import { expect, it } from 'vitest';
import { EDGE_TYPES } from '../../../src/memory/edge';
import { FULL_WEIGHT } from '../../../src/memory/edge-columns';
import { Connection } from '../../../src/store/connection';
import type { EdgePlace } from '../../../src/store/store';
import { newPath, openStore } from './open-store';
import { entity, LEARN, memory } from './words';

async function filled(path = newPath()) {
  const store = await openStore(path);
  const edges = EDGE_TYPES.flatMap((type, at) => [
    { from: 'm_1', type, to: 'e_a', weight: (at + 1) / 10 },
    { from: 'e_a', type, to: 'e_b', weight: 1e-9 },
  ]);
  await store.write(async (tx) => {
    await tx.addEntities([entity('a'), entity('b')]);
    await tx.addMemories([memory('1'), memory('2')], LEARN);
    await tx.addEdges(edges);
  });
  return { store, edges };
}

it('gives all edges as columns, in slices of any length', async () => {
  const { store, edges } = await filled();
  const ids = await store.idsOf([1, 2, 3, 4, 99]);
  expect([...ids.values()].sort()).toEqual(['e_a', 'e_b', 'm_1', 'm_2']);
  for (const limit of [1, 3, 20, 1000]) {
    const told: unknown[] = [];
    let place: EdgePlace | undefined;
    do {
      const { edges: slice, place: next } = await store.eachEdge(place, limit);
      slice.source.forEach((source, at) => {
        const [from, to] = [ids.get(source), ids.get(slice.target[at]!)];
        told.push({ from, type: EDGE_TYPES[slice.type[at]!], to, weight: slice.weight[at] });
      });
      place = next;
    } while (place !== undefined);
    expect(told).toHaveLength(edges.length);
    for (const edge of edges) {
      const weight = Math.max(1, Math.round(edge.weight * FULL_WEIGHT));
      expect(told).toContainEqual({ ...edge, weight });
    }
  }
});

it('gives the edges that go out from some nodes, and the keys of memories', async () => {
  const { store } = await filled();
  const keys = await store.keysOf(['e_a', 'e_b', 'm_1', 'm_2', 'm_none']);
  expect(keys.size).toBe(4);
  const [a = 0, b = 0] = [keys.get('e_a'), keys.get('e_b')];
  const { source, target } = await store.outgoingEdges([a, b, 99]);
  expect(new Set(source)).toEqual(new Set([a]));
  expect(new Set(target)).toEqual(new Set([b]));
  expect((await store.outgoingEdges([])).source).toHaveLength(0);
  expect([...(await store.eachMemoryKey(0, 1))]).toEqual([keys.get('m_1')]);
  expect([...(await store.eachMemoryKey(keys.get('m_1') ?? 0, 9))]).toEqual([keys.get('m_2')]);
  expect(await store.eachMemoryKey(99, 9)).toHaveLength(0);
});

it('leaves out edges of types that a later version may have', async () => {
  const path = newPath();
  const { store, edges } = await filled(path);
  const connection = await Connection.open(path);
  await connection.all('UPDATE edges SET type = 77 WHERE type = 1');
  await connection.close();
  expect((await store.eachEdge(undefined, 1000)).edges.source).toHaveLength(edges.length - 2);
});
