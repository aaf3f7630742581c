import type { Log } from '../memory/log';
import type { Connection } from './connection';

/**
 * Tells when the database changed, by this process or another. Other processes' commits are found
 * by SQLite's own counter (`PRAGMA data_version`, a look at shared memory), which needs no events
 * of the file system and works on every platform.
 */
export class CommitWatch {
  readonly #connection: Connection;
  readonly #interval: number;
  readonly #log: Log;
  readonly #listeners = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #version: number | undefined;

  /** @param interval milliseconds between two looks */
  constructor(connection: Connection, interval: number, log: Log) {
    this.#connection = connection;
    this.#interval = interval;
    this.#log = log;
  }

  /** Hears of commits from now on; returns how to stop. */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#schedule(0);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.stop();
    };
  }

  /** Tells the listeners of a commit of this process. */
  tell(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        this.#log.error('A listener to the store failed', error);
      }
    }
  }

  /** Looks no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#listeners.clear();
  }

  #schedule(delay: number): void {
    this.#timer = setTimeout(() => void this.#look(), delay).unref();
  }

  async #look(): Promise<void> {
    try {
      const row = await this.#connection.first('PRAGMA data_version');
      const version = Number(row?.['data_version']);
      const changed = this.#version !== undefined && version !== this.#version;
      this.#version = version;
      if (changed) this.tell();
    } catch (error) {
      if (this.#timer) this.#log.error('Looking for commits of other processes failed', error);
    }
    if (this.#timer) this.#schedule(this.#interval);
  }
}
