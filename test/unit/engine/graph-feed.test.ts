import { expect, test, vi } from 'vitest';
import { GraphFeed } from '../../../src/engine/graph-feed';
import { GraphFile } from '../../../src/engine/graph-file';
import { MemoryGraph } from '../../../src/engine/memory-graph';
import { NodeNames } from '../../../src/engine/node-names';
import type { Edge } from '../../../src/memory/edge';
import { silentLog } from '../../../src/memory/log';
import { FLOW } from '../../../src/recall/spreading';
import type { Store } from '../../../src/store/store';
import { newPath, openStore } from '../store/open-store';
import { entity, LEARN, memory } from '../store/words';
import { eventually } from './open-test-engine';

function edge(from: string, type: Edge['type'], to: string, weight = 1): Edge {
  return { from, type, to, weight };
}

function graphOf(store: Store): MemoryGraph {
  const names = new NodeNames(store);
  return new MemoryGraph(store, new GraphFeed({ store, log: silentLog, names }), names);
}

async function reached(graph: MemoryGraph, ...seeds: string[]): Promise<string[]> {
  return [...(await graph.spread(new Map(seeds.map((id) => [id, 1])), 100)).keys()].sort();
}

test('memories are reached over entities, by the way that is told', async () => {
  const store = await openStore();
  await store.write(async (tx) => {
    await tx.addMemories([memory('near'), memory('far'), memory('apart')], LEARN);
    await tx.addEntities([entity('file'), entity('other')]);
    await tx.addEdges([
      edge('m_near', 'about', 'e_file'),
      edge('m_far', 'about', 'e_other', 0.8),
      edge('e_file', 'used-with', 'e_other'),
    ]);
  });
  const graph = graphOf(store);
  const activations = await graph.spread(new Map([['e_file', 1]]), 10);
  expect([...activations.keys()]).toEqual(['m_near', 'm_far']);
  expect(activations.get('m_far')).toMatchObject({
    seed: 'e_file',
    path: [
      { edge: 'used-with', reversed: false, to: 'e_other' },
      { edge: 'about', reversed: true, to: 'm_far' },
    ],
  });
  const { against } = { against: FLOW.through[32] ?? 0 };
  expect(activations.get('m_near')?.energy).toBeCloseTo(
    (against * FLOW.decay) / 2 ** FLOW.hubDamping,
    2,
  );
  expect(await reached(graph, 'e_nowhere')).toEqual([]);
  const labels = await graph.labels(['e_other', 'm_far', 'e_nowhere']);
  expect([...labels.values()].sort()).toEqual(['Memory far', 'src/other.ts']);
});

test('edges of some types are told from either end, with ids', async () => {
  const store = await openStore();
  await store.write(async (tx) => {
    await tx.addMemories([memory('new'), memory('old'), memory('odd')], LEARN);
    await tx.addEdges([
      edge('m_new', 'supersedes', 'm_old'),
      edge('m_odd', 'contradicts', 'm_old', 0.5),
      edge('m_odd', 'similar-to', 'm_new'),
    ]);
  });
  const graph = graphOf(store);
  const edges = await graph.edgesOf(['m_old', 'm_new', 'm_gone'], ['supersedes', 'contradicts']);
  expect(edges.sort((a, b) => b.weight - a.weight)).toEqual([
    edge('m_new', 'supersedes', 'm_old'),
    { ...edge('m_odd', 'contradicts', 'm_old'), weight: expect.closeTo(0.5, 3) as number },
  ]);
});

test('follows what this process writes, at once', async () => {
  const store = await openStore();
  const graph = graphOf(store);
  expect(await reached(graph, 'e_file')).toEqual([]);
  await store.write(async (tx) => {
    await tx.addMemories([memory('a'), memory('b')], LEARN);
    await tx.addEntities([entity('file')]);
    await tx.addEdges([edge('m_a', 'about', 'e_file')]);
  });
  expect(await reached(graph, 'e_file')).toEqual(['m_a']);
  await store.write(async (tx) => {
    await tx.addEdges([edge('m_b', 'similar-to', 'm_a')]);
  });
  expect(await reached(graph, 'e_file')).toEqual(['m_a', 'm_b']);
  await store.write((tx) => tx.removeEdges([edge('m_b', 'similar-to', 'm_a')]));
  expect(await reached(graph, 'e_file')).toEqual(['m_a']);
  const strong = (await graph.spread(new Map([['e_file', 1]]), 1)).get('m_a');
  await store.write((tx) => tx.setEdges([edge('m_a', 'about', 'e_file', 0.5)]));
  const weak = (await graph.spread(new Map([['e_file', 1]]), 1)).get('m_a');
  expect(weak?.energy).toBeCloseTo((strong?.energy ?? 0) / 2, 2);
});

test('follows what another connection writes', async () => {
  const path = newPath();
  const [ours, theirs] = [await openStore(path), await openStore(path)];
  const graph = graphOf(ours);
  expect(await reached(graph, 'e_file')).toEqual([]);
  await theirs.write(async (tx) => {
    await tx.addMemories([memory('a')], LEARN);
    await tx.addEntities([entity('file')]);
    await tx.addEdges([edge('m_a', 'about', 'e_file')]);
  });
  await eventually(
    () => reached(graph, 'e_file'),
    (found) => found.includes('m_a'),
  );
});

test('a forgotten memory is neither reached nor passed, also when it comes again', async () => {
  const store = await openStore();
  await store.write(async (tx) => {
    await tx.addMemories([memory('between'), memory('behind')], LEARN);
    await tx.addEntities([entity('file')]);
    await tx.addEdges([
      edge('m_between', 'about', 'e_file'),
      edge('m_between', 'similar-to', 'm_behind'),
    ]);
  });
  const graph = graphOf(store);
  expect(await reached(graph, 'e_file')).toEqual(['m_behind', 'm_between']);
  await store.write((tx) => tx.forgetMemory('m_between'));
  expect(await reached(graph, 'e_file', 'm_between')).toEqual([]);
  await store.write(async (tx) => {
    await tx.unforget('m_between');
    await tx.addMemories([memory('between')], LEARN);
    await tx.addEdges([edge('m_between', 'about', 'e_file')]);
  });
  expect(await reached(graph, 'e_file')).toEqual(['m_between']);
  expect(await reached(graph, 'm_between')).toEqual([]);
});

test('what was learned later is passed by, when asked as of a time', async () => {
  const store = await openStore();
  await store.write(async (tx) => {
    await tx.addMemories(
      [memory('old', { createdAt: 10 }), memory('new', { createdAt: 20 })],
      LEARN,
    );
    await tx.addEntities([entity('file')]);
    await tx.addEdges([edge('m_old', 'about', 'e_file'), edge('m_new', 'about', 'e_file')]);
  });
  const graph = graphOf(store);
  for (const [asOf, expected] of [
    [21, ['m_new', 'm_old']],
    [20, ['m_old']],
    [10, []],
  ] as const) {
    const found = await graph.spread(new Map([['e_file', 1]]), 10, asOf);
    expect([...found.keys()].sort()).toEqual(expected);
  }
});

test('reads anew when the feed no longer reaches back', async () => {
  const path = newPath();
  const ours = await openStore(path, { tuning: { changesKept: 3, lookEvery: 10 } });
  const theirs = await openStore(path, { tuning: { changesKept: 3 } });
  const graph = graphOf(ours);
  expect(await reached(graph, 'e_file')).toEqual([]);
  const names = ['a', 'b', 'c', 'd', 'e'];
  await theirs.write(async (tx) => {
    await tx.addMemories(
      names.map((name) => memory(name)),
      LEARN,
    );
    await tx.addEntities([entity('file')]);
    for (const name of names) await tx.addEdges([edge(`m_${name}`, 'about', 'e_file')]);
  });
  await theirs.write((tx) => tx.addEntities(['x', 'y', 'z', 'w'].map((name) => entity(name))));
  await eventually(
    () => reached(graph, 'e_file'),
    (found) => found.length === names.length,
  );
});

/** So many edges that their graph is worth a file and is read in more than one slice. */
async function fillLarge(store: Store): Promise<void> {
  const files = Array.from({ length: 320 }, (_, at) => entity(`f${at}`));
  await store.write(async (tx) => {
    await tx.addMemories([memory('a'), memory('b')], LEARN);
    await tx.addEntities(files);
    for (const one of files) {
      await tx.addEdges(
        files.filter(({ id }) => id !== one.id).map(({ id }) => edge(one.id, 'used-with', id, 0.1)),
      );
    }
    await tx.addEdges([edge('m_a', 'about', 'e_f0')]);
  });
}

test('a large graph is kept in its file, and what came since is followed from there', async () => {
  const path = newPath();
  const store = await openStore(path);
  const file = new GraphFile(`${path}.graph`, 'n_test');
  const read = vi.spyOn(store, 'eachEdge');
  await fillLarge(store);
  const first = new GraphFeed({ store, log: silentLog, file });
  await first.current();
  await first.stop();
  expect(read).toHaveBeenCalled();
  read.mockClear();
  await store.write((tx) => tx.addEdges([edge('m_b', 'similar-to', 'm_a')]));
  await store.write((tx) => tx.removeEdges([edge('e_f1', 'used-with', 'e_f2')]));

  const again = new GraphFeed({ store, log: silentLog, file });
  const { edges, memories } = await again.current();
  expect(read).not.toHaveBeenCalled();
  const keys = await store.keysOf(['m_a', 'm_b', 'e_f1']);
  const degree = (id: string) => edges.degree(keys.get(id) ?? -1);
  expect([degree('m_a'), degree('m_b'), degree('e_f1')]).toEqual([2, 1, 2 * 319 - 1]);
  expect(memories.has(keys.get('m_b') ?? -1)).toBe(true);
  await again.stop();
}, 60_000);

test('what was read in part when the engine ends is not kept', async () => {
  const path = newPath();
  const store = await openStore(path);
  await fillLarge(store);
  const file = new GraphFile(`${path}.graph`, 'n_test');
  const feed = new GraphFeed({ store, log: silentLog, file });
  const read = store.eachEdge.bind(store);
  let stopped: Promise<void> | undefined;
  const slices = vi.spyOn(store, 'eachEdge').mockImplementation((after, limit) => {
    stopped ??= feed.stop();
    return read(after, limit);
  });
  await feed.current();
  await stopped;
  expect(slices).toHaveBeenCalledOnce();
  expect(file.read(await store.id())).toBeUndefined();
}, 60_000);
