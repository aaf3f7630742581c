import { languageFamily, pathKind } from './path-kind';

/** Above this, folders are named by their first part alone. */
const FOLDERS_NAMED = 64;

/** Whether symbols are looked for in a file: it is a source in a language that has them. */
export function mayHaveSymbols(path: string): boolean {
  return pathKind(path) === 'source' && languageFamily(path) !== undefined;
}

/**
 * Gathers the folders that hold, or held before a move, the sources of today, as a pathspec for git.
 *
 * Plain folders, because git matches them by their start: on 11,000 commits of eslint its patches
 * take 1.4 s of processor time with 5 folders, and 40 s with the 70 globs that say the same.
 */
export class SourceFolders {
  readonly #folders = new Set<string>();

  add(path: string): void {
    if (!mayHaveSymbols(path)) return;
    const parts = path.split('/').slice(0, -1);
    this.#folders.add(parts.slice(0, 2).join('/'));
  }

  /** Empty when there are no sources at all. */
  pathspec(): string[] {
    const nested = [...this.#folders].filter((folder) => folder !== '');
    const tops = new Set(nested.map((folder) => folder.split('/')[0] ?? ''));
    const named = nested.length > FOLDERS_NAMED ? [...tops] : nested;
    const literal = named.length > FOLDERS_NAMED ? ['.'] : named.map((f) => `:(top,literal)${f}/`);
    return this.#folders.has('') ? [...literal, ':(top,glob)*'] : literal;
  }
}
