import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { platform } from 'node:process';
import { Git } from '../learning/repository/git';
import type { Location } from '../learning/repository/repository-of';

/** Bytes from which on a file is no source that a person wrote. */
const LARGEST = 1_000_000;
/** Bytes at a file's head in which a zero tells that it is no text. */
const HEAD = 8000;
/** Files of a folder that is no repository. */
const MOST = 20_000;

/** The paths of a repository's files, from its root with forward slashes: tracked and new ones. */
export async function repositoryFiles(
  { root, git }: Location,
  abort: AbortSignal,
): Promise<string[]> {
  if (!git) {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .slice(0, MOST)
      .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
      .map((path) => path.split(sep).join('/'));
  }
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listed = await new Git(root).text(args, { abort });
  return listed.split('\0').filter(Boolean);
}

/** A file's text; `undefined` for what is no text, too large, a link, or not there any more. */
export async function sourceText(root: string, path: string): Promise<string | undefined> {
  // A link may lead out of the repository, to what is none of a detector's business.
  const flags = constants.O_RDONLY | (platform === 'win32' ? 0 : constants.O_NOFOLLOW);
  const file = await open(join(root, path), flags).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > LARGEST) return undefined;
    const bytes = await file.readFile();
    return bytes.subarray(0, HEAD).includes(0) ? undefined : bytes.toString('utf8');
  } finally {
    await file.close();
  }
}
