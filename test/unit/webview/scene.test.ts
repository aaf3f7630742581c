import { expect, test } from 'vitest';
import { sceneOf } from '../../../webview/graph/scene';
import { sampleEdge, sampleEntity, sampleMemory, sampleSlice } from './sample-slice';

const nothingHidden = new Set<string>();

test('a scene knows how far each node is from the centre, against the edges too', () => {
  const scene = sceneOf(sampleSlice(), nothingHidden);
  expect(scene.nodes.map(({ id, hops }) => [id, hops])).toEqual([
    ['m1', 0],
    ['f1', 1],
    ['f2', 1],
    ['m2', 2],
  ]);
});

test('a hidden kind is gone with its edges but stays in the legend', () => {
  const scene = sceneOf(sampleSlice(), new Set(['file']));
  expect(scene.nodes.map(({ id }) => id)).toEqual(['m1', 'm2']);
  expect(scene.edges).toEqual([]);
  expect(scene.kinds.get('file')).toBe(2);
});

test('the centre is never hidden', () => {
  const scene = sceneOf(sampleSlice(), new Set(['fact']));
  expect(scene.nodes[0]?.id).toBe('m1');
});

test('edges that lead out of the slice, or from a node to itself, are not drawn', () => {
  const edges = [sampleEdge('m1', 'elsewhere'), sampleEdge('m1', 'm1')];
  expect(sceneOf(sampleSlice({ edges }), nothingHidden).edges).toEqual([]);
});

test('labels are what a person knows a thing by', () => {
  const slice = sampleSlice({
    memories: [{ memory: sampleMemory('m1', { text: `${'long words '.repeat(9)}\nsecond line` }) }],
    entities: [
      sampleEntity('a', { name: 'src/deep/http.ts' }),
      sampleEntity('b', { kind: 'symbol', name: 'src/http.ts#fetchJson' }),
      sampleEntity('c', { kind: 'commit', name: '3f2a91c0ffee', text: 'Retry on 503\n\nbody' }),
      sampleEntity('d', { kind: 'commit', name: '3f2a91c0ffee' }),
    ],
    edges: [],
  });
  const labels = new Map(
    sceneOf(slice, nothingHidden).nodes.map(({ id, label }) => [id, label] as const),
  );
  expect(labels.get('m1')).toBe('long words long words…');
  expect(['a', 'b', 'c', 'd'].map((id) => labels.get(id))).toEqual([
    'http.ts',
    'fetchJson',
    'Retry on 503',
    '3f2a91c0',
  ]);
});
