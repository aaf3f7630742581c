import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyOfOrigin } from '../../../../src/learning/repository/origin-url';
import { repositoryOf } from '../../../../src/learning/repository/repository-of';
import { GitFixture, temporaryFolder } from './git-fixture';

describe('keyOfOrigin', () => {
  it.each([
    ['https://github.com/eslint/eslint.git', 'github.com/eslint/eslint'],
    ['https://user:s3cret@GitHub.com/eslint/eslint/', 'github.com/eslint/eslint'],
    ['https://token@github.com:443/eslint/eslint', 'github.com/eslint/eslint'],
    ['git@github.com:eslint/eslint.git', 'github.com/eslint/eslint'],
    ['GitHub.com:eslint/eslint', 'github.com/eslint/eslint'],
    ['ssh://git@github.com:22/eslint/eslint.git', 'github.com/eslint/eslint'],
    ['ssh://git@github.com/eslint/eslint', 'github.com/eslint/eslint'],
    ['git+ssh://git@github.com/eslint/eslint.git', 'github.com/eslint/eslint'],
    ['http://localhost:3000/Me/Mine.git', 'localhost:3000/Me/Mine'],
    ['https://gitlab.com/group/sub%20group/name', 'gitlab.com/group/sub group/name'],
  ])('%s is %s', (url, key) => {
    expect(keyOfOrigin(url)).toBe(key);
  });

  it.each([
    '/srv/git/name.git',
    '../name',
    'file:///srv/name',
    'C:\\code\\name',
    'C:/code/name',
    '',
  ])('leaves %s to the root', (url) => {
    expect(keyOfOrigin(url)).toBeUndefined();
  });
});

describe('repositoryOf', () => {
  it('finds the root and the origin from a folder deep inside', async () => {
    const fixture = new GitFixture();
    fixture.git('remote', 'add', 'origin', 'https://me:pw@Example.org/team/app.git');
    mkdirSync(join(fixture.root, 'src/deep'), { recursive: true });
    expect(await repositoryOf(join(fixture.root, 'src/deep'))).toEqual({
      repo: 'example.org/team/app',
      root: fixture.root,
      git: true,
    });
  });

  it('goes by the root where there is no origin, and by the only remote where it has another name', async () => {
    const fixture = new GitFixture();
    expect((await repositoryOf(fixture.root)).repo).toBe(fixture.root);
    fixture.git('remote', 'add', 'upstream', 'git@example.org:team/app.git');
    expect((await repositoryOf(fixture.root)).repo).toBe('example.org/team/app');
  });

  it('takes a plain folder for itself, and a bare repository for its git folder', async () => {
    const plain = temporaryFolder();
    expect(await repositoryOf(plain)).toEqual({ repo: plain, root: plain, git: false });
    const fixture = new GitFixture();
    fixture.commit('One', { a: '1' });
    const bare = join(temporaryFolder(), 'bare.git');
    fixture.git('clone', '-q', '--bare', fixture.root, bare);
    expect(await repositoryOf(bare)).toMatchObject({ root: bare, git: true });
  });

  it('knows a worktree of its own and does not listen to GIT_DIR', async () => {
    const fixture = new GitFixture();
    fixture.commit('One', { a: '1' });
    const tree = join(temporaryFolder(), 'tree');
    fixture.git('worktree', 'add', '-q', tree);
    process.env['GIT_DIR'] = '/nowhere';
    try {
      expect(await repositoryOf(tree)).toMatchObject({ root: tree, git: true });
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  it('says what to do about a folder that is not there', async () => {
    const gone = join(temporaryFolder(), 'gone');
    await expect(repositoryOf(gone)).rejects.toMatchObject({
      name: 'HumanError',
      happened: `The folder ${gone} cannot be read.`,
    });
  });
});
