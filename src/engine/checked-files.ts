import { realpath } from 'node:fs/promises';
import path from 'node:path';
import {
  type ChangedFile,
  filesAt,
  filesSince,
  stagedFiles,
} from '../learning/repository/changed-files';
import { Git, GitFailure } from '../learning/repository/git';
import { HumanError } from '../memory/human-error';
import { languageOf } from '../memory/language';
import type { Params } from '../protocol/engine-api';

/** Which files are checked: what is staged, what differs from a revision, or these. */
export type Asked =
  { readonly staged: true } | { readonly since: string } | { readonly paths: readonly string[] };

/** A file in the form that the engine checks. */
export type CheckedText = Params<'check'>['files'][number];

/**
 * Reads files of a repository to be checked, some at a time. Relative paths are below `from`.
 * @throws HumanError for paths outside of the repository, and a revision that it does not know
 */
export async function* checkedFiles(
  root: string,
  asked: Asked,
  from: string,
  environment: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<CheckedText[]> {
  try {
    for await (const files of texts(root, asked, from, environment)) {
      if (files.length > 0) {
        yield files.map((file) => ({ ...file, language: languageOf(file.path) ?? 'plaintext' }));
      }
    }
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const what = 'since' in asked ? `compare with ${asked.since}` : 'list the files';
    throw new HumanError(
      `Git could not ${what}: ${error.stderr.trim()}`,
      'since' in asked ? 'Name a revision that Git knows here.' : 'See what git status says.',
      {
        cause: error,
      },
    );
  }
}

async function* texts(
  root: string,
  asked: Asked,
  from: string,
  environment: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<ChangedFile[]> {
  if ('staged' in asked) {
    // For `git commit FILE`, a hook's index is not the repository's own.
    const index = environment['GIT_INDEX_FILE'];
    yield* stagedFiles(new Git(root, 'git', index && path.resolve(from, index)));
    return;
  }
  const git = new Git(root);
  if ('since' in asked) yield* filesSince(git, asked.since);
  else yield* filesAt(git, await Promise.all(asked.paths.map((one) => within(root, from, one))));
}

async function within(root: string, from: string, given: string): Promise<string> {
  const absolute = await realpath(path.resolve(from, given)).catch(() => {
    throw new HumanError(`There is no ${given}.`, 'Name files or folders of the repository.');
  });
  const relative = path.relative(root, absolute);
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    throw new HumanError(
      `${given} is not in the repository at ${root}.`,
      'Run mneme check in the repository that the file is in.',
    );
  }
  return relative.split(path.sep).join('/');
}
