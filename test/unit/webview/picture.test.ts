import { expect, test } from 'vitest';
import { layout } from '../../../webview/graph/layout';
import { compose } from '../../../webview/graph/picture';
import { sceneOf } from '../../../webview/graph/scene';
import { fitted } from '../../../webview/graph/viewport';
import { hubSlice, sampleEdge, sampleSlice } from './sample-slice';

const size = { width: 300, height: 300 };

function pictureOf(slice = sampleSlice(), lit = slice.centre) {
  const scene = sceneOf(slice, new Set());
  const positions = layout(scene);
  return compose(scene, positions, fitted(positions.values(), size, 34), size, lit);
}

test('no label lies on another, even in a crowd', () => {
  const { labels, relations } = pictureOf(hubSlice(40));
  const boxes = [...labels, ...relations].map(({ x, y, anchor, text }) => {
    const width = text.length * 5.9;
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'start' ? x : x - width;
    return { left, right: left + width, top: y - 6.5, bottom: y + 6.5 };
  });
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1)) {
      const overlap = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      expect(overlap).toBe(false);
    }
  }
});

test('the centre and the node pointed at are always labelled', () => {
  const { labels } = pictureOf(hubSlice(70), 'm069');
  expect(labels.map(({ id }) => id)).toEqual(expect.arrayContaining(['hub', 'm069']));
});

test('a relation is written once, seen from the node pointed at', () => {
  expect(pictureOf().relations.map(({ text }) => text)).toEqual(['about']);
  expect(pictureOf(sampleSlice(), 'f1').relations.map(({ text }) => text)).toEqual(['subject of']);
});

test('only edges with a direction have an arrow', () => {
  const edges = [sampleEdge('m1', 'f1'), sampleEdge('f1', 'f2', { type: 'used-with' })];
  const drawn = pictureOf(sampleSlice({ edges })).edges;
  expect(drawn.map(({ edge, arrow }) => [edge.type, arrow !== undefined])).toEqual([
    ['about', true],
    ['used-with', false],
  ]);
});

test('edges of the node pointed at stand out, with the nodes at their ends', () => {
  const { edges, nodes } = pictureOf(sampleSlice(), 'f1');
  expect(edges.filter(({ lit }) => lit).map(({ edge }) => edge.to)).toEqual(['f1']);
  expect(nodes.filter(({ lit }) => lit).map(({ node }) => node.id)).toEqual(['m1', 'f1']);
});
