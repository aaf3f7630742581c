import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { RepositoryBatch } from '../../../../src/learning/repository/repository-batch';
import { HumanError } from '../../../../src/memory/human-error';
import { GitFixture, temporaryFolder } from './git-fixture';
import { learn, reader } from './learn';

describe('RepositoryReader, in places of all kinds', () => {
  it('reads instruction files, tracked, ignored and deeper down, and none that leads out', async () => {
    const repo = new GitFixture();
    const outside = join(temporaryFolder(), 'secret.md');
    writeFileSync(outside, 'Never tell this.');
    repo.commit('Start', {
      'AGENTS.md': 'Use tabs.',
      'pkg/a/CLAUDE.md': 'Use spaces.',
      '.gitignore': '.cursor\n',
      'node_modules/x/AGENTS.md': 'Not ours.',
    });
    repo.write({ '.cursor/rules/deep/b.mdc': 'Keep it short.', '.clinerules/c.md': 'Be kind.' });
    symlinkSync('AGENTS.md', join(repo.root, 'CLAUDE.md'));
    symlinkSync(outside, join(repo.root, 'MEMORY.md'));
    const { memories, batches, told } = await learn(repo.root);
    expect(batches.at(-1)?.instructionFiles).toEqual([
      'AGENTS.md',
      '.clinerules/c.md',
      'pkg/a/CLAUDE.md',
      '.cursor/rules/deep/b.mdc',
    ]);
    expect(memories.map(({ text }) => text)).toEqual([
      'Use tabs.',
      'Be kind.',
      'Use spaces.',
      'Keep it short.',
    ]);
    expect(told('derived-from')).toContain('memory Use tabs. -> file AGENTS.md');
  });

  it('reads a bare repository from its HEAD, and a shallow one up to its edge', async () => {
    const repo = new GitFixture();
    repo.commit('Start', { 'AGENTS.md': 'Use tabs.', 'src/a.js': '1\n', 'src/b.js': '1\n' });
    repo.commit('fix: stop at the end of the list', { 'src/a.js': '2\n' });
    const bare = join(temporaryFolder(), 'bare.git');
    repo.git('clone', '-q', '--bare', repo.root, bare);
    expect((await learn(bare)).memories.map(({ kind }) => kind)).toEqual(['rule', 'fix']);
    const shallow = join(temporaryFolder(), 'shallow');
    repo.git('clone', '-q', '--depth=1', `file://${repo.root}`, shallow);
    const { commits, told } = await learn(shallow);
    expect(commits).toBe(1);
    expect(told('about').filter((edge) => edge.includes('src/b.js'))).toEqual([]);
  });

  it('passes over submodules', async () => {
    const inner = new GitFixture();
    inner.commit('Inner', { 'x.js': '1' });
    const repo = new GitFixture();
    repo.git('-c', 'protocol.file.allow=always', 'submodule', '-q', 'add', inner.root, 'sub');
    repo.commit('Add a submodule', { 'a.js': '1' });
    expect((await learn(repo.root)).named('file')).toEqual(['.gitmodules', 'a.js']);
    expect((await learn(join(repo.root, 'sub'))).commits).toBe(1);
  });

  it('says clearly what cannot be learned from', async () => {
    await expect(learn(temporaryFolder())).rejects.toThrow(HumanError);
    await expect(learn(temporaryFolder())).rejects.toThrow(/no git repository/);
    await expect(learn('/no/such/folder')).rejects.toThrow(/cannot be read/);
    const empty = new GitFixture();
    expect(await learn(empty.root)).toMatchObject({ commits: 0, memories: [] });
    expect((await learn(empty.root)).head).toBeUndefined();
    const plain = temporaryFolder();
    writeFileSync(join(plain, 'AGENTS.md'), 'Use tabs.');
    expect((await learn(plain)).memories).toHaveLength(1);
  });

  it('names git when a repository is there and git is not', async () => {
    const repo = new GitFixture();
    repo.commit('One', { a: '1' });
    vi.stubEnv('PATH', temporaryFolder());
    try {
      await expect(learn(repo.root)).rejects.toThrow(/could not find the git program/);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('ends early and quietly when called off, without a head', async () => {
    const repo = new GitFixture();
    repo.commit('One', { 'AGENTS.md': 'Use tabs.' });
    const abort = new AbortController();
    const batches: RepositoryBatch[] = [];
    for await (const batch of reader.read({ folder: repo.root, abort: abort.signal })) {
      batches.push(batch);
      abort.abort();
    }
    expect(batches).toHaveLength(1);
    expect(batches[0]?.head).toBeUndefined();
  });
});
