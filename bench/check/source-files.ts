import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../../src/memory/human-error';
import { languageOf } from '../../src/memory/language';

/** A source file of the repository. */
export interface SourceFile {
  readonly path: string;
  readonly language: string;
  readonly text: string;
}

const LANGUAGES = new Set([
  ...[
    'javascript',
    'javascriptreact',
    'typescript',
    'typescriptreact',
    'python',
    'go',
    'rust',
    'java',
  ],
]);
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'out', 'build', 'vendor']);
/** Generated tables are no source. */
const LARGEST = 300_000;
/** Fewer say nothing of a large repository. */
const FEWEST = 5000;

/**
 * Source files of a repository in the order of their paths, as many as are asked for.
 * @throws HumanError where there are fewer than 5,000
 */
export function sourceFiles(repository: string, most: number): SourceFile[] {
  if (repository === '') throw new HumanError('No repository was given.', 'Give --repository DIR.');
  const paths: string[] = [];
  walk(repository, '', paths);
  if (paths.length < FEWEST) {
    throw new HumanError(
      `${repository} has ${paths.length} source files.`,
      `Give the folder of a checked out repository with at least ${FEWEST}.`,
    );
  }
  const step = Math.max(1, paths.length / most);
  return Array.from({ length: Math.min(most, paths.length) }, (_, index) => {
    const path = paths[Math.floor(index * step)] ?? '';
    return {
      path,
      language: languageOf(path) ?? '',
      text: readFileSync(join(repository, path), 'utf8'),
    };
  });
}

function walk(root: string, folder: string, found: string[]): void {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!LEFT_OUT.has(entry.name)) walk(root, path, found);
    } else if (entry.isFile() && LANGUAGES.has(languageOf(path) ?? '')) {
      if (statSync(join(root, path)).size <= LARGEST) found.push(path);
    }
  }
}
