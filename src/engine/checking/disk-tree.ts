import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { FileTree } from '../../rules/detector';

/**
 * The files of a folder on disk, as of its making: folders are read when they are asked for, each
 * once. Nothing outside of the folder is there.
 */
export class DiskTree implements FileTree {
  readonly #root: string;
  readonly #folders = new Map<string, readonly string[]>();

  constructor(root: string) {
    this.#root = root;
  }

  has(path: string): boolean {
    const folder = posix.dirname(path);
    return this.within(folder === '.' ? '' : folder).includes(posix.normalize(path));
  }

  within(folder: string): readonly string[] {
    const inside = posix.normalize(`./${folder}`).replace(/\/$/, '');
    if (inside === '..' || inside.startsWith('../')) return [];
    const kept = this.#folders.get(inside);
    if (kept !== undefined) return kept;
    const files = filesIn(join(this.#root, inside)).map((name) =>
      inside === '.' ? name : `${inside}/${name}`,
    );
    this.#folders.set(inside, files);
    return files;
  }
}

/** A folder that is not there, or may not be read, has no files. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
