import { expect, test } from 'vitest';
import { neighbourGroups, nextTowards } from '../../../webview/graph/neighbours';
import { sceneOf } from '../../../webview/graph/scene';
import { spokenNode, spokenScene } from '../../../webview/words/spoken';
import { sampleSlice } from './sample-slice';

const scene = sceneOf(sampleSlice(), new Set());

test('neighbours are listed by relation, the strongest first, and once each', () => {
  expect(
    neighbourGroups(scene).map(({ relation, nodes }) => [relation, nodes.map((n) => n.id)]),
  ).toEqual([
    ['about', ['f1', 'f2']],
    ['further on', ['m2']],
  ]);
});

test('an arrow key goes to the nearest node in its direction', () => {
  const positions = new Map([
    ['here', { x: 0, y: 0 }],
    ['right', { x: 50, y: 10 }],
    ['far right', { x: 120, y: 0 }],
    ['up', { x: 5, y: -60 }],
  ]);
  expect(nextTowards(positions, 'here', { x: 1, y: 0 })).toBe('right');
  expect(nextTowards(positions, 'here', { x: 0, y: -1 })).toBe('up');
  expect(nextTowards(positions, 'here', { x: -1, y: 0 })).toBeUndefined();
  expect(nextTowards(positions, 'nowhere', { x: 1, y: 0 })).toBeUndefined();
});

test('the picture can be told in a sentence', () => {
  expect(spokenScene(scene)).toBe(
    'Fact: What m1 knows; helps 70 %. 2 neighbours: 2 files. 1 more further on.',
  );
  const fix = scene.nodes.find(({ id }) => id === 'm2')!;
  expect(spokenNode(fix, scene)).toBe('Fix: What m2 knows; candidate');
});
