import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Connection } from './connection';

/** Backups kept for a database. */
const KEPT = 3;

/** Copies of a database, in the folder `backups` beside it, made while it is in use. */
export class Backups {
  readonly #folder: string;
  readonly #prefix: string;

  constructor(path: string) {
    this.#folder = join(dirname(path), 'backups');
    this.#prefix = `${basename(path, '.db')}-`;
  }

  /**
   * Copies the database as `connection` sees it and lets go of the oldest copies.
   *
   * @param now milliseconds since 1970; gives the copy its name, so that names sort by age
   * @returns the path of the copy
   */
  async make(connection: Connection, version: number, now: number): Promise<string> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
    const path = join(this.#folder, `${this.#prefix}${stamp}-v${version}.db`);
    await rm(path, { force: true });
    await connection.all('VACUUM INTO ?', [path]);
    for (const old of (await this.list()).slice(KEPT)) await rm(old, { force: true });
    return path;
  }

  /** Paths of the copies, the newest first. */
  async list(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .filter((name) => name.startsWith(this.#prefix) && name.endsWith('.db'))
      .sort()
      .reverse()
      .map((name) => join(this.#folder, name));
  }

  /** Deletes every copy: they hold what was forgotten since. */
  async clear(): Promise<void> {
    for (const path of await this.list()) await rm(path, { force: true });
  }
}
