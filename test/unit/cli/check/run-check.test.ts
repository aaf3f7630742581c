import { execFileSync } from 'node:child_process';
import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Checked, runCheck } from '../../../../src/cli/check/run-check';
import { detectorFamilies } from '../../../../src/engine/checking/detector-families';
import { LocalChecking } from '../../../../src/engine/checking/local-checking';
import { forbid, openRuleEngine, repository } from '../../engine/rules/rule-engine';
import { openTestEngine, temporaryFolder } from '../../engine/open-test-engine';

const git = (folder: string, ...args: string[]): string =>
  execFileSync(
    'git',
    [
      '-C',
      folder,
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b',
      '-c',
      'commit.gpgsign=false',
      ...args,
    ],
    { encoding: 'utf8' },
  );

/** A repository with a commit, an engine with the rule never to write `var`, and how to check there. */
async function prepared(files: Record<string, string>) {
  const folder = await repository(files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'first');
  const client = await openRuleEngine();
  await forbid(client, 'var');
  const check = async (checked: Checked, from = folder, environment = {}) => {
    const { found } = await runCheck(client, checked, from, environment);
    return found.map(({ breach, of }) => `${breach.path ?? of ?? ''}:${breach.line}`).sort();
  };
  return { folder, check, client };
}

describe('what is staged', () => {
  it('is checked as it is staged, in its changed lines alone', async () => {
    const { folder, check } = await prepared({
      'a.ts': 'var a;\nlet b;\n',
      'old.ts': 'var o;\nx\ny\nz\n',
    });
    await writeFile(path.join(folder, 'a.ts'), 'var a;\nvar b;\n');
    await writeFile(path.join(folder, 'new “1”.ts'), 'let n;\nvar n;\n');
    git(folder, 'mv', 'old.ts', 'moved.ts');
    git(folder, 'add', '-A');
    await writeFile(path.join(folder, 'a.ts'), 'let mended;\n');
    await writeFile(path.join(folder, 'unstaged.ts'), 'var u;\n');
    expect(await check({ files: { staged: true } })).toEqual(['a.ts:2', 'new “1”.ts:2']);
  });

  it('is read from the index that Git names to its hooks', async () => {
    const { folder, check } = await prepared({ 'a.ts': 'let a;\n' });
    await writeFile(path.join(folder, 'a.ts'), 'var a;\n');
    const index = path.join(folder, '.git', 'other-index');
    execFileSync('git', ['-C', folder, 'add', 'a.ts'], {
      env: { ...process.env, GIT_INDEX_FILE: index },
    });
    expect(await check({ files: { staged: true } })).toEqual([]);
    const environment = { GIT_INDEX_FILE: '.git/other-index' };
    expect(await check({ files: { staged: true } }, folder, environment)).toEqual(['a.ts:1']);
  });

  it('may be a first commit, nothing, binary, or a text that looks like a patch', async () => {
    const folder = await repository({
      'a.ts': 'var a;\n',
      'b.bin': 'var\0',
      'c.txt': 'diff --git a/x b/x\r\ndiff --git a/y b/y\n@@ -1 +9 @@\nvar c\n',
    });
    const client = await openRuleEngine();
    await forbid(client, 'var');
    const check = () => runCheck(client, { files: { staged: true } }, folder, {});
    expect((await check()).found).toEqual([]);
    git(folder, 'add', '-A');
    const found = (await check()).found.map(({ breach }) => `${breach.path ?? ''}:${breach.line}`);
    expect(found.sort()).toEqual(['a.ts:1', 'c.txt:4']);
  });
});

describe('what differs from a revision', () => {
  it('is what the work tree has, or a later revision', async () => {
    const { folder, check } = await prepared({ 'a.ts': 'let a;\nlet b;\n' });
    await writeFile(path.join(folder, 'a.ts'), 'let a;\nvar b;\n');
    git(folder, 'commit', '-qam', 'second');
    await writeFile(path.join(folder, 'a.ts'), 'var a;\nvar b;\n');
    expect(await check({ files: { since: 'HEAD' } })).toEqual(['a.ts:1']);
    expect(await check({ files: { since: 'HEAD~1' } })).toEqual(['a.ts:1', 'a.ts:2']);
    expect(await check({ files: { since: 'HEAD~1..HEAD' } })).toEqual(['a.ts:2']);
  });

  it.each(['nowhere', '--output=/tmp/x', ''])('must be known: %s', async (since) => {
    const { check } = await prepared({ 'a.ts': '' });
    await expect(check({ files: { since } })).rejects.toThrow('Git could not compare');
  });
});

describe('files and folders', () => {
  it('are checked whole, below the folder that is worked in, without what Git ignores', async () => {
    const { folder, check } = await prepared({
      'src/a.ts': 'var a;\n',
      'src/b/c.ts': 'var c;\n',
      'src/ignored.ts': 'var i;\n',
      '.gitignore': 'ignored.ts\n',
      'other.ts': 'var o;\n',
    });
    await writeFile(path.join(folder, 'src/untracked.ts'), 'var u;\n');
    await symlink('/etc/passwd', path.join(folder, 'src/link.ts'));
    await rm(path.join(folder, 'other.ts'));
    const inSource = path.join(folder, 'src');
    expect(await check({ files: { paths: ['.'] } }, inSource)).toEqual([
      'src/a.ts:1',
      'src/b/c.ts:1',
      'src/untracked.ts:1',
    ]);
    expect(await check({ files: { paths: ['b', 'a.ts'] } }, inSource)).toEqual([
      'src/a.ts:1',
      'src/b/c.ts:1',
    ]);
    expect(await check({ files: { paths: ['.'] } })).toHaveLength(3);
  });

  it('must be there, in this repository', async () => {
    const { check } = await prepared({ 'a.ts': '' });
    await expect(check({ files: { paths: ['none.ts'] } })).rejects.toThrow('There is no none.ts');
    const outside = await temporaryFolder();
    await expect(check({ files: { paths: [outside] } })).rejects.toThrow(
      'is not in the repository',
    );
    await expect(check({ files: { paths: ['.'] } }, outside)).rejects.toThrow('no Git repository');
  });
});

it('holds a message and a branch against the rules for commits', async () => {
  const folder = await repository();
  const families = detectorFamilies(path.join(import.meta.dirname, '../../../../src/engine'));
  const checking = new LocalChecking(families, () => Promise.resolve(undefined));
  const { client } = await openTestEngine(undefined, { checking });
  const check = async (checked: Checked) => {
    const { found } = await runCheck(client, checked, folder, {});
    return found.map(({ of, breach }) => `${of ?? ''}:${breach.line}`);
  };
  await client.call('remember', {
    kind: 'rule',
    text: 'No WIP commits',
    detail: {
      directive: { force: 'never', subject: 'WIP commits' },
      detector: {
        spec: {
          kind: 'commit',
          of: 'subject',
          expression: '^wip',
          ignoreCase: true,
          demand: 'forbid',
        },
        state: 'on',
      },
    },
    scope: {},
    status: 'active',
    provenance: { source: 'user', from: 'a test', at: 1, trust: 1 },
  });
  await writeFile(path.join(folder, 'message'), 'WIP\n');
  await expect(check({ message: 'nowhere' })).rejects.toThrow('could not be read');
  expect(await check({ message: 'message', branch: 'wip' })).toEqual(['message:1']);
});
