import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../../src/learning/repository/commit';
import { commitLog, parseCommitLog } from '../../../../src/learning/repository/commit-log';
import { Git } from '../../../../src/learning/repository/git';
import { RenameTrail } from '../../../../src/learning/repository/rename-trail';
import { FIRST_DAY, GitFixture } from './git-fixture';

async function logOf(fixture: GitFixture): Promise<Commit[]> {
  const found: Commit[] = [];
  const git = new Git(fixture.root);
  for await (const commit of commitLog(git, { head: 'HEAD', exactRenames: false })) {
    found.push(commit);
  }
  return found;
}

describe('commitLog', () => {
  it('reads messages, times and files, the newest first', async () => {
    const fixture = new GitFixture();
    const first = fixture.commit('One\nstill the subject\n\nBody.\n\nMore.', { 'a.js': '1\n' });
    const second = fixture.commit('Two', { 'a.js': '2\n', 'b c/ü.js': '1\n' });
    expect(await logOf(fixture)).toEqual([
      {
        sha: second,
        parents: [first],
        at: FIRST_DAY + 86_400_000,
        author: 'Ada',
        subject: 'Two',
        body: '',
        changes: [
          { status: 'M', path: 'a.js' },
          { status: 'A', path: 'b c/ü.js' },
        ],
      },
      {
        sha: first,
        parents: [],
        at: FIRST_DAY,
        author: 'Ada',
        subject: 'One still the subject',
        body: 'Body.\n\nMore.',
        changes: [{ status: 'A', path: 'a.js' }],
      },
    ]);
  });

  it('is not misled by hostile names and messages', async () => {
    const fixture = new GitFixture();
    const sha = 'f'.repeat(40);
    const hostile = [
      sha,
      'new\nline.js',
      ':100644 100644 a b M',
      '"quoted".js',
      '\u0001',
      'tab\t.js',
    ];
    fixture.commit(`${sha}\n\n:100644 100644 a b M\n\u0001${sha}`, {
      ...Object.fromEntries(hostile.map((name) => [name, 'x'])),
    });
    fixture.commit('', {});
    const log = await logOf(fixture);
    expect(log.map((commit) => commit.subject)).toEqual(['', sha]);
    expect(log[1]?.changes.map(({ path }) => path).sort()).toEqual([...hostile].sort());
  });

  it('gives merges no files, and renames both names', async () => {
    const fixture = new GitFixture();
    fixture.commit('One', { 'a.js': 'some text\nthat is\nlong enough\n' });
    fixture.git('checkout', '-q', '-b', 'side');
    fixture.commit('Side', { 'side.js': '1' });
    fixture.git('checkout', '-q', 'main');
    fixture.git('mv', 'a.js', 'b.js');
    fixture.commit('Move');
    fixture.git('merge', '-q', '--no-ff', '-m', 'Merge side', 'side');
    const log = await logOf(fixture);
    expect(log[0]).toMatchObject({ subject: 'Merge side', changes: [] });
    expect(log[0]?.parents).toHaveLength(2);
    expect(log.find(({ subject }) => subject === 'Move')?.changes).toEqual([
      { status: 'R', path: 'b.js', from: 'a.js' },
    ]);
  });

  it('passes over what it does not understand', async () => {
    async function* fields(): AsyncGenerator<string> {
      yield* await Promise.resolve(['', 'nonsense', 'e'.repeat(40), '', '1', 'A', 'S', '\n:x', '']);
    }
    const found = [];
    for await (const commit of parseCommitLog(fields())) found.push(commit.subject);
    expect(found).toEqual(['S']);
  });
});

describe('RenameTrail', () => {
  it('follows a file over several names, from the newest to the oldest', () => {
    const trail = new RenameTrail();
    trail.pass([{ status: 'R', path: 'c', from: 'b' }]);
    trail.pass([{ status: 'R', path: 'b', from: 'a' }]);
    expect(trail.pass([{ status: 'M', path: 'a' }])).toEqual(['c']);
  });

  it('keeps two files apart that bore one name at different times', () => {
    const trail = new RenameTrail();
    expect(trail.pass([{ status: 'A', path: 'a' }])).toEqual(['a']);
    trail.pass([{ status: 'R', path: 'b', from: 'a' }]);
    expect(trail.pass([{ status: 'M', path: 'a' }])).toEqual(['b']);
    trail.pass([{ status: 'A', path: 'a' }]);
    expect(trail.pass([{ status: 'D', path: 'a' }])).toEqual(['a']);
  });

  it('follows two files that swapped names', () => {
    const trail = new RenameTrail();
    trail.pass([
      { status: 'R', path: 'a', from: 'b' },
      { status: 'R', path: 'b', from: 'a' },
    ]);
    expect(
      trail.pass([
        { status: 'M', path: 'a' },
        { status: 'M', path: 'b' },
      ]),
    ).toEqual(['b', 'a']);
  });
});
