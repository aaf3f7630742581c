import { expect, test } from 'vitest';
import type { Edge } from '../../../src/memory/edge';
import { entityId } from '../../../src/memory/entity-id';
import { touchedFiles } from '../../../src/recall/touched-files';
import { edge, REPO } from './world';

const [COMMON, RARE] = ['src/common.ts', 'src/rare.ts'].map((name) => entityId('file', name, REPO));
const EDGES = [
  edge('m1', 'about', COMMON ?? '', 0.5),
  edge('m2', 'about', COMMON ?? ''),
  edge('m3', 'about', COMMON ?? ''),
  edge('m3', 'about', RARE ?? ''),
  edge('e_commit', 'about', RARE ?? ''),
];

function touched(task: { files: string[]; asOf?: number }) {
  return touchedFiles(
    { repo: REPO, ...task },
    {
      graph: {
        edgesOf: (ids: readonly string[]): Promise<Edge[]> =>
          Promise.resolve(EDGES.filter(({ to }) => ids.includes(to))),
      },
      changedAt: (ids) =>
        Promise.resolve(
          new Map(ids.filter((id) => id.startsWith('m')).map((id) => [id, Number(id.slice(1))])),
        ),
    },
  );
}

test('the memory about more of the files, and about the rarer one, comes first', async () => {
  const found = await touched({ files: ['src/common.ts', 'src/rare.ts'] });
  expect([...found.keys()].sort()).toEqual(['m1', 'm2', 'm3']);
  expect(found.get('m3')).toMatchObject({ share: 1, files: 2 });
  expect(found.get('m2')?.share).toBeLessThan(0.5);
});

test('tells the newest, the first and how broad each is', async () => {
  const found = await touched({ files: ['src/common.ts'] });
  expect(found.get('m3')).toMatchObject({ recency: 1, first: 0 });
  expect(found.get('m1')).toMatchObject({ first: 1 });
  expect(found.get('m1')?.recency).toBeLessThan(found.get('m2')?.recency ?? 0);
  expect(found.get('m1')?.breadth).toBeGreaterThan(found.get('m2')?.breadth ?? 1);
});

test('knows nothing of what came later', async () => {
  const found = await touched({ files: ['src/common.ts'], asOf: 3 });
  expect([...found.keys()].sort()).toEqual(['m1', 'm2']);
  expect(found.get('m2')?.recency).toBe(1);
});

test('of a task without files there is nothing to say', async () => {
  expect((await touched({ files: [] })).size).toBe(0);
});
