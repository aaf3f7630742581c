import type { Log } from '../memory/log';
import type { Backups } from './backup';
import type { Connection } from './connection';
import { mergeText } from './memory-text';

/** Stands in the database from a forgetting until its last trace is gone. */
const PENDING = 'scrub-pending';

/** Milliseconds after which it is tried again, when another process was reading. */
const RETRY = 5000;
/** Pages of the full text that are merged at once, and how often before others get their turn. */
const MERGED_PAGES = 500;
const MERGES = 4;
/** Milliseconds that others have between two such turns. */
const REST = 20;

/**
 * Sees to it that forgotten text is nowhere any more. SQLite writes zeros over it in the file itself
 * (`secure_delete`); the full text keeps the words of removed rows until its segments are merged; the
 * write-ahead log still holds pages from before and must be emptied, which waits for all who read;
 * and the backups must go. What could not be done yet is noted in the
 * database, so that it is done even when this process ends.
 */
export class Scrubber {
  readonly #connection: Connection;
  readonly #backups: Backups;
  readonly #log: Log;
  readonly #inTurn: (work: () => Promise<void>) => Promise<void>;
  #timer: NodeJS.Timeout | undefined;

  /** @param inTurn runs work on the connection while no transaction is open on it */
  constructor(
    connection: Connection,
    backups: Backups,
    log: Log,
    inTurn: (work: () => Promise<void>) => Promise<void>,
  ) {
    this.#inTurn = inTurn;
    this.#connection = connection;
    this.#backups = backups;
    this.#log = log;
  }

  /** Notes, within the transaction that forgets, that there is something to scrub. */
  static async note(connection: Connection): Promise<void> {
    await connection.all(`INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')`, [PENDING]);
  }

  /** Scrubs what is noted, and tries again later when that is not possible now. Never fails. */
  async scrub(): Promise<void> {
    this.stop();
    try {
      const sql = 'SELECT 1 FROM meta WHERE key = ?';
      if (!(await this.#connection.first(sql, [PENDING]))) return;
      await this.#backups.clear();
      if (!(await this.#merged())) {
        this.#later(REST);
        return;
      }
      const row = await this.#connection.first('PRAGMA wal_checkpoint(TRUNCATE)');
      if (row?.['busy'] !== 0) throw new Error('The write-ahead log is in use');
      await this.#connection.all('DELETE FROM meta WHERE key = ?', [PENDING]);
    } catch (error) {
      this.#log.warn(`Traces of what was forgotten remain for now: ${String(error)}`);
      this.#later(RETRY);
    }
  }

  /** Tries no more in this process. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Merges for one turn; the full text of a large store takes several. */
  async #merged(): Promise<boolean> {
    for (let merges = 0; merges < MERGES; merges++) {
      if (await mergeText(this.#connection, MERGED_PAGES)) return true;
    }
    return false;
  }

  #later(milliseconds: number): void {
    this.#timer = setTimeout(() => void this.#inTurn(() => this.scrub()), milliseconds).unref();
  }
}
