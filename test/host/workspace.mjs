// Folders for one run: a copy of the fixture as a git repository, a profile, a home for Mneme.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/process.mjs';

const WHO = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];

/**
 * Makes them under one new temp folder, `root`, which the caller removes.
 * @param {{ template?: string }} [options] what to copy, if not the fixture
 */
export async function makeWorkspace({
  template = join(ROOT, 'test', 'fixtures', 'workspace'),
} = {}) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'mneme-run-')));
  const folder = join(root, 'workspace');
  await cp(template, folder, { recursive: true });
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', [...WHO, ...args], { cwd: folder, stdio: 'ignore' });
  git('init', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--message=The shop as it opened');
  const home = join(root, 'home');
  await mkdir(home);
  return {
    root,
    folder,
    home,
    userData: join(root, 'user'),
    extensions: join(root, 'extensions'),
  };
}
