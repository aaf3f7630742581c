import type { FileChange } from './commit';

/**
 * Follows files through renames while history is read from the newest commit to the oldest: a path
 * of an old commit is given the name that the file bears today. Where a path was used again after
 * its file moved away, the newer file keeps the name and older commits go with the older file.
 */
export class RenameTrail {
  readonly #today = new Map<string, string>();

  /** Today's name of a path, as of the commits read so far. */
  today(path: string): string {
    return this.#today.get(path) ?? path;
  }

  /** Takes a commit's changes in and gives today's name of each, in their order. */
  pass(changes: readonly FileChange[]): string[] {
    const names = changes.map((change) => this.today(change.path));
    const moved = changes.flatMap((change) =>
      change.status === 'R' && change.from !== undefined
        ? [{ from: change.from, to: change.path, today: this.today(change.path) }]
        : [],
    );
    for (const change of changes) {
      // What was born here is older under this name no more: an earlier file of the same path is
      // another file, and bears its own name.
      if (change.status === 'A' || change.status === 'R') this.#today.delete(change.path);
    }
    for (const { from, today } of moved) this.#today.set(from, today);
    return names;
  }
}
