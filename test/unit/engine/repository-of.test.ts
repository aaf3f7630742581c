import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GitFixture } from '../learning/repository/git-fixture';
import { openTestEngine, temporaryFolder } from './open-test-engine';

test('a folder is placed in its repository, by whatever link it was opened', async () => {
  const { client } = await openTestEngine();
  const repository = new GitFixture();
  repository.commit('Start', { 'packages/web/cart.ts': '' });
  const link = path.join(await temporaryFolder(), 'web');
  await symlink(path.join(repository.root, 'packages', 'web'), link);
  const pathOf = async (folder: string) => (await client.call('repositoryOf', { folder })).path;

  expect(await pathOf(repository.root)).toBe('');
  expect(await pathOf(path.join(repository.root, 'packages', 'web'))).toBe('packages/web');
  expect(await pathOf(link)).toBe('packages/web');
});

test('a folder outside of any repository is its own root, by whatever link', async () => {
  const { client } = await openTestEngine();
  const folder = await temporaryFolder();
  const link = path.join(await temporaryFolder(), 'notes');
  await symlink(folder, link);
  expect(await client.call('repositoryOf', { folder: link })).toMatchObject({
    git: false,
    path: '',
  });
});
