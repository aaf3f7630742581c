import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { HumanError } from '../../memory/human-error';
import { Git, GitFailure, GitMissing } from './git';
import { keyOfOrigin } from './origin-url';

/** Which repository a folder belongs to. */
export interface Location {
  /** The key that scopes use: `host/owner/name` of the origin, else the root's path. */
  repo: string;
  /** Absolute path of the work tree, of the git folder in a bare repository, else the folder. */
  root: string;
  /** Whether there is a git repository that git will read. */
  git: boolean;
}

/**
 * Finds the repository around a folder. A folder outside any repository, one that git refuses to
 * read (another owner's), and every folder where there is no git at all stand for themselves.
 *
 * @throws HumanError when the folder cannot be read
 */
export async function repositoryOf(folder: string): Promise<Location> {
  const real = await readable(resolve(folder));
  try {
    const git = new Git(real);
    const root = await rootOf(git);
    const url = await originOf(git);
    return { repo: (url && keyOfOrigin(url)) ?? pathKey(root), root, git: true };
  } catch (error) {
    if (!(error instanceof GitFailure || error instanceof GitMissing)) throw error;
    return { repo: pathKey(real), root: real, git: false };
  }
}

async function readable(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    throw new HumanError(
      `The folder ${folder} cannot be read.`,
      'Check that it exists and that you may read it.',
      { cause: error },
    );
  }
}

async function rootOf(git: Git): Promise<string> {
  const where = await git.text(['rev-parse', '--is-inside-work-tree', '--absolute-git-dir']);
  const [inside = '', folder = ''] = where.split('\n');
  if (inside !== 'true') return realpath(folder);
  const top = await git.text(['rev-parse', '--show-toplevel']);
  return realpath(top.replace(/\n$/, ''));
}

/** The URL of `origin`, or of the only remote where none has that name. */
async function originOf(git: Git): Promise<string | undefined> {
  const remotes = (await git.text(['remote'])).split('\n').filter(Boolean);
  const name = remotes.includes('origin')
    ? 'origin'
    : remotes.length === 1
      ? remotes[0]
      : undefined;
  if (name === undefined) return undefined;
  try {
    return (await git.text(['remote', 'get-url', '--', name])).trim();
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

function pathKey(path: string): string {
  return path.split(sep).join('/');
}
