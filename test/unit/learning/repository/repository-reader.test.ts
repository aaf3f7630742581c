import { describe, expect, it } from 'vitest';
import { entityId } from '../../../../src/memory/entity-id';
import { MemoryDraft } from '../../../../src/memory/memory';
import { memoryIdOf } from '../../../../src/memory/memory-id';
import { GitFixture } from './git-fixture';
import { learn } from './learn';

describe('RepositoryReader', () => {
  it('turns a fix and what it mends into memory and graph', async () => {
    const repo = new GitFixture();
    repo.commit('Start', { 'src/a.ts': 'export function load() {\n  return 1;\n}\n' });
    const wrong = repo.commit('Cache the result', {
      'src/a.ts': 'export function load() {\n  return cached;\n}\n',
    });
    repo.commit(
      `fix: empty the cache between runs (#7)\n\nThe second run saw what the first had left.\n\nFixes #5\n\nFixes: ${wrong.slice(0, 10)}`,
      { 'src/a.ts': 'export function load() {\n  cached = 0;\n  return cached;\n}\n' },
    );
    const found = await learn(repo.root);
    expect(found.memories).toHaveLength(1);
    const memory = MemoryDraft.parse(found.memories[0]);
    expect(memory).toMatchObject({
      kind: 'fix',
      status: 'active',
      scope: { repo: repo.root },
      text: `Past fix in \`src/a.ts\`: Empty the cache between runs. The second run saw what the first had left. It came in with “Cache the result” (${wrong.slice(0, 7)}).`,
      provenance: { source: 'mined', from: `commit ${repo.head().slice(0, 7)}` },
      origin: `git:${repo.root}:${repo.head()}:fix`,
    });
    expect(memory.provenance.evidence[0]?.ref).toBe(repo.head());
    const fix = 'fix: empty the cache between runs (#7)';
    expect(found.told('fixes')).toEqual([`${fix} -> Cache the result`, `${fix} -> topic #5`]);
    expect(found.told('causes')).toEqual(['Cache the result -> topic #5']);
    expect(found.told('derived-from')).toEqual([`memory ${memory.text} -> ${fix}`]);
    expect(found.told('about')).toEqual(
      expect.arrayContaining([
        `${fix} -> file src/a.ts`,
        `${fix} -> symbol src/a.ts#load`,
        `${fix} -> topic #7`,
        `memory ${memory.text} -> file src/a.ts`,
        `memory ${memory.text} -> symbol src/a.ts#load`,
      ]),
    );
    expect(found.head).toBe(repo.head());
  });

  it('remembers a revert with its reason, and nothing of what was reverted', async () => {
    const repo = new GitFixture();
    repo.commit('Start', { 'a.js': '1\n' });
    repo.commit('Fix the parser by guessing the encoding', { 'a.js': '2\n' });
    repo.git('revert', '--no-edit', 'HEAD');
    repo.commit(
      `${repo.git('log', '-1', '--format=%B').trim()}\n\nIt broke every file in Latin-1.`,
      {},
      '--amend',
    );
    repo.commit('Revert "Never made"', { 'a.js': '3\n' });
    repo.commit('Revert "Revert "Never made""', { 'a.js': '4\n' });
    const { memories, told } = await learn(repo.root);
    expect(memories.map(({ kind, text, detail }) => [kind, text, detail])).toEqual([
      [
        'decision',
        '“Fix the parser by guessing the encoding” was tried in `a.js` and reverted: It broke every file in Latin-1.',
        { reason: 'It broke every file in Latin-1.' },
      ],
    ]);
    expect(told('fixes')).toContain(
      'Revert "Fix the parser by guessing the encoding" -> Fix the parser by guessing the encoding',
    );
  });

  it('remembers a choice only with its reason', async () => {
    const repo = new GitFixture();
    repo.commit('Start', { 'a.js': '1\n' });
    repo.commit('Use a map instead of an object', { 'a.js': '2\n' });
    repo.commit(
      'Switch from npm to pnpm\n\nWe do this because installs took four minutes. Also, it is nice.',
      { 'a.js': '3\n' },
    );
    const { memories } = await learn(repo.root);
    expect(memories.map(({ text }) => text)).toEqual([
      'Decided for `a.js`: Switch from npm to pnpm. We do this because installs took four minutes.',
    ]);
  });

  it('follows files through renames, and ties files that change together', async () => {
    const repo = new GitFixture();
    repo.commit('Start', { 'readme.txt': 'x' });
    for (let i = 0; i < 9; i++) {
      repo.commit(`Step ${i}`, {
        'old.js': `${'long line of code\n'.repeat(9)}${i}\n`,
        'b.js': `${i}\n`,
      });
    }
    repo.git('mv', 'old.js', 'new.js');
    repo.commit('Move it');
    const { memories, told, named, edges } = await learn(repo.root);
    expect(named('file')).toEqual(['b.js', 'new.js', 'readme.txt']);
    expect(told('about')).toContain('Step 0 -> file new.js');
    expect(told('used-with')).toEqual(['file b.js -> file new.js']);
    expect(edges.find(({ type }) => type === 'used-with')?.weight).toBeCloseTo(9 / 10);
    expect(memories.map(({ text }) => text)).toEqual([
      '`b.js` and `new.js` change together: 9 of the 9 commits that touch `b.js` touch both.',
    ]);
  });

  it('adds only what is new the second time, and counts over all of history', async () => {
    const repo = new GitFixture();
    repo.commit('Start', { 'readme.txt': 'x' });
    for (let i = 0; i < 3; i++)
      repo.commit(`Step ${i}`, { 'a.js': `${'text\n'.repeat(9)}${i}\n`, 'b.js': `${i}\n` });
    const wrong = repo.commit('fix: count the last one as well', {
      'a.js': `${'text\n'.repeat(9)}x\n`,
    });
    const first = await learn(repo.root);
    expect(first).toMatchObject({ commits: 5, known: 0 });
    expect(first.told('used-with')).toEqual([]);

    const again = await learn(repo.root, first.head);
    expect(again).toMatchObject({ commits: 0, known: 5, memories: [], edges: [] });

    repo.git('mv', 'a.js', 'c.js');
    repo.commit('Move a');
    repo.commit('Step 3', { 'c.js': `${'text\n'.repeat(9)}3\n`, 'b.js': '3\n' });
    repo.commit(`Revert "fix: count the last one as well"\n\nThis reverts commit ${wrong}.`, {
      'c.js': 'x\n',
    });
    const second = await learn(repo.root, first.head);
    expect(second).toMatchObject({ commits: 3, known: 5, head: repo.head() });
    expect(second.told('used-with')).toEqual(['file b.js -> file c.js']);
    const [revert] = second.memories;
    const ties = second.edges.filter(({ type }) => type === 'supersedes' || type === 'fixes');
    expect(ties.map(({ from, type, to }) => [from, type, to])).toEqual(
      expect.arrayContaining([
        [
          memoryIdOf(revert?.origin ?? ''),
          'supersedes',
          memoryIdOf(`git:${repo.root}:${wrong}:fix`),
        ],
        [entityId('commit', repo.head(), repo.root), 'fixes', entityId('commit', wrong, repo.root)],
      ]),
    );
    // What was known of the moved file is tied to its new name.
    const moved = entityId('file', 'c.js', repo.root);
    const commit = entityId('commit', wrong, repo.root);
    expect(second.edges).toContainEqual(expect.objectContaining({ from: commit, to: moved }));
  });

  it('reads the instruction files alone where no commit is new', async () => {
    const repo = new GitFixture();
    repo.commit('Start', {
      'AGENTS.md': 'Use `zod`',
      'package.json': '{"dependencies":{"zod":"4"}}',
    });
    for (let i = 0; i < 9; i++) repo.commit(`Step ${i}`, { 'a.js': `${i}`, 'b.js': `${i}` });
    const head = repo.head();
    repo.write({ 'AGENTS.md': 'Use `zod`\nRead `a.js` first' });
    const again = await learn(repo.root, head);
    expect(again).toMatchObject({ commits: 0, known: 10, head });
    expect(again.batches.map(({ progress }) => progress)).toEqual([
      { stage: 'instructions', done: 1, total: 1 },
      { stage: 'graph', done: 10, total: 10 },
    ]);
    expect(again.batches.at(-1)?.instructionFiles).toEqual(['AGENTS.md']);
    expect(again.memories.map(({ text }) => text)).toEqual(['Use `zod`', 'Read `a.js` first']);
    expect(again.told('about')).toEqual([
      'file package.json -> package zod',
      'memory Read `a.js` first -> file a.js',
      'memory Use `zod` -> package zod',
    ]);
    expect(again.told('used-with')).toEqual([]);
  });

  it('reads all again when the commit it knew is gone', async () => {
    const repo = new GitFixture();
    repo.commit('One', { a: '1' });
    expect(await learn(repo.root, 'f'.repeat(40))).toMatchObject({ commits: 1, known: 0 });
    expect(await learn(repo.root, '--all')).toMatchObject({ commits: 1, known: 0 });
  });

  it('tells ends of edges before the edges', async () => {
    const repo = new GitFixture();
    repo.commit('Start', { 'package.json': '{"name":"app","dependencies":{"zod":"4"}}' });
    repo.commit('Use zod (#3)', { 'src/a.ts': "import { z } from 'zod';\nexport const A = z;\n" });
    repo.commit('fix: parse the answer of the server, fixes #3', {
      'src/a.ts': 'export const B = 1;\n',
    });
    const { batches, told, named } = await learn(repo.root);
    const known = new Set<string>();
    for (const batch of batches) {
      for (const entity of batch.entities) known.add(entity.id);
      for (const memory of batch.memories) known.add(memoryIdOf(memory.origin ?? ''));
      for (const { from, to, weight } of batch.edges) {
        expect([known.has(from), known.has(to), weight > 0 && weight <= 1]).toEqual([
          true,
          true,
          true,
        ]);
      }
    }
    expect(named('package')).toEqual(['app', 'zod']);
    expect(told('used-with')).toEqual(['file src/a.ts -> package zod']);
    expect(told('precedes')).toEqual([
      'Use zod (#3) -> fix: parse the answer of the server, fixes #3',
    ]);
  });
});
