import { expect, test } from 'vitest';
import { type Positions, layout, stretched } from '../../../webview/graph/layout';
import { sceneOf } from '../../../webview/graph/scene';
import { hubSlice, sampleEdge, sampleEntity, sampleSlice } from './sample-slice';

const nothingHidden = new Set<string>();

test('the same scene always comes out the same, whatever the order it came in', () => {
  const slice = hubSlice(20);
  const reversed = { ...slice, entities: slice.entities.toReversed() };
  const once = layout(sceneOf(slice, nothingHidden));
  expect(layout(sceneOf(slice, nothingHidden))).toEqual(once);
  expect(layout(sceneOf(reversed, nothingHidden))).toEqual(once);
});

test('the centre stands at (0, 0) and no node covers another', () => {
  const scene = sceneOf(hubSlice(30), nothingHidden);
  const positions = layout(scene);
  expect(positions.get('hub')).toEqual({ x: 0, y: 0 });
  const placed = scene.nodes.map((node) => ({ ...positions.get(node.id)!, radius: node.radius }));
  for (const [at, a] of placed.entries()) {
    for (const b of placed.slice(at + 1)) {
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius);
    }
  }
});

test('150 nodes take less than a second, even on a busy machine', () => {
  const scene = sceneOf(hubSlice(75), nothingHidden);
  const begun = performance.now();
  layout(scene);
  expect(performance.now() - begun).toBeLessThan(1000);
});

test('a newcomer moves the others little', () => {
  const before = layout(sceneOf(sampleSlice(), nothingHidden));
  const slice = sampleSlice();
  slice.entities.push(sampleEntity('f3'));
  slice.edges.push(sampleEdge('m1', 'f3'));
  const after = layout(sceneOf(slice, nothingHidden), before);
  for (const id of ['f1', 'f2', 'm2']) expect(distance(before, after, id)).toBeLessThan(60);
  expect(after.has('f3')).toBe(true);
});

test('a scene of one node is one point', () => {
  const scene = sceneOf(sampleSlice({ memories: [], edges: [] }), nothingHidden);
  const alone = { ...scene, nodes: scene.nodes.slice(0, 1), centre: 'f1' };
  expect([...layout(alone).values()]).toEqual([{ x: 0, y: 0 }]);
});

function distance(before: Positions, after: Positions, id: string): number {
  const [a, b] = [before.get(id)!, after.get(id)!];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

test('a layout takes the shape of what it is shown in, and only by pulling apart', () => {
  const positions = new Map([['a', { x: 10, y: 10 }]]);
  expect(stretched(positions, 1.5).get('a')).toEqual({ x: 15, y: 10 });
  expect(stretched(positions, 0.8).get('a')).toEqual({ x: 10, y: 12.5 });
  expect(stretched(positions, 30).get('a')).toEqual({ x: 18, y: 10 });
});
