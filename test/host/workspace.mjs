// Folders for one run: a copy of the fixture as a git repository, a profile, a home for Mneme.
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run } from '../../scripts/process.mjs';

const WHO = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];

/**
 * Makes them under one new temp folder, `root`, which goes with this process at the latest.
 * @param {(folder: string) => Promise<void>} fill makes what is worked in; the fixture by default
 * @param {string} name of the folder that is worked in
 */
export async function makeWorkspace(fill = copyFixture, name = 'workspace') {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'mneme-run-')));
  process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const folder = join(root, name);
  await fill(folder);
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

/** @param {string} folder */
async function copyFixture(folder) {
  await cp(join(ROOT, 'test', 'fixtures', 'workspace'), folder, { recursive: true });
  await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  await run('git', ['add', '--all'], { cwd: folder });
  const commit = ['commit', '--quiet', '--message=The shop as it opened'];
  await run('git', [...WHO, ...commit], { cwd: folder });
}
