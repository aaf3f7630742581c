// The sample project: a small real one, whose patches are its history.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, run } from './process.mjs';

const PATCHES = join(ROOT, 'scripts', 'sample');

/** A committer of their own and the authors' dates, so that the patches' own hashes come out. */
const COMMITTER = {
  ...process.env,
  GIT_COMMITTER_NAME: 'Sample',
  GIT_COMMITTER_EMAIL: 'sample@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

/**
 * Makes the project with its history.
 * @param {string} folder which must not exist or be empty
 */
export async function makeSample(folder) {
  await mkdir(folder, { recursive: true });
  const patches = (await readdir(PATCHES)).sort().map((name) => join(PATCHES, name));
  const options = { cwd: folder, env: COMMITTER };
  await run('git', ['init', '--quiet', '--initial-branch=main'], options);
  await run('git', ['am', '--quiet', '--committer-date-is-author-date', ...patches], options);
}
