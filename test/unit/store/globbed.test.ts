import { expect, it } from 'vitest';
import { openStore } from './open-store';
import { LEARN, memory, REPO } from './words';

const SHOWN = ['active', 'candidate'] as const;

it('names what holds for files by a glob, of a repository and of none, the newest first', async () => {
  const store = await openStore();
  await store.write((tx) =>
    tx.addMemories(
      [
        memory('old', { createdAt: 1 }),
        memory('new', { createdAt: 3, status: 'candidate', scope: { repo: REPO, glob: 'a/**' } }),
        memory('anywhere', { createdAt: 2, scope: { glob: '*.md', language: 'markdown' } }),
        memory('elsewhere', { scope: { repo: 'github.com/acme/other', glob: 'src/**' } }),
        memory('archived', { status: 'archived' }),
        memory('bare', { scope: { repo: REPO } }),
      ],
      LEARN,
    ),
  );
  expect(await store.globbed(REPO, SHOWN, 10)).toEqual([
    { id: 'm_new', scope: { repo: REPO, glob: 'a/**' } },
    { id: 'm_anywhere', scope: { glob: '*.md', language: 'markdown' } },
    { id: 'm_old', scope: { repo: REPO, glob: 'src/**', language: 'typescript' } },
  ]);
  expect((await store.globbed(undefined, SHOWN, 10)).map(({ id }) => id)).toEqual(['m_anywhere']);
  expect((await store.globbed(REPO, SHOWN, 1)).map(({ id }) => id)).toEqual(['m_new']);
});
