import { HumanError } from '../memory/human-error';
import { type ChangedTable, ChangeRecorder, newestRevision } from './change-feed';
import type { Connection } from './connection';

/**
 * One write transaction. It begins with the first step, by `BEGIN IMMEDIATE`: a plain BEGIN takes
 * the write lock only later and then fails at once when another process was quicker.
 */
export class Transaction {
  readonly #connection: Connection;
  #recorder: ChangeRecorder | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;
  #scrub = false;
  #failure: Error | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Whether deleted text must also go from the write-ahead log and the backups. */
  get scrub(): boolean {
    return this.#scrub;
  }

  /** Runs one step after those before it, also when the caller does not wait for them. */
  step<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      if (this.#ended) throw new Error('This write is over: its writer must not be kept');
      await this.#begin();
      return work(this.#connection);
    });
    this.#last = result.catch((error: unknown) => {
      // A step that failed may be half done, and must not be committed although the work went on.
      // With a `HumanError` it refused before it wrote anything.
      if (!(error instanceof HumanError)) {
        this.#failure ??= error instanceof Error ? error : new Error(String(error));
      }
    });
    return result;
  }

  /** Notes a change for the feed and returns its revision. Only within a step. */
  note(table: ChangedTable, id: string, gone = false): number {
    if (!this.#recorder) throw new Error('A change outside of a transaction');
    return this.#recorder.note(table, id, gone);
  }

  scrubAfterwards(): void {
    this.#scrub = true;
  }

  /**
   * Makes everything last, once every step is done.
   *
   * @param changesKept how many revisions the feed keeps
   * @returns whether anything changed
   */
  async commit(changesKept: number): Promise<boolean> {
    await this.#last;
    this.#ended = true;
    if (this.#failure !== undefined) throw this.#failure;
    const recorder = this.#recorder;
    if (!recorder) return false;
    const changed = await recorder.flush(this.#connection, changesKept);
    await this.#connection.all('COMMIT');
    return changed;
  }

  /** Takes everything back. */
  async rollBack(): Promise<void> {
    await this.#last;
    this.#ended = true;
    // SQLite has rolled back by itself after some errors (a full disk), and then refuses.
    if (this.#recorder) await this.#connection.all('ROLLBACK').catch(() => undefined);
  }

  async #begin(): Promise<void> {
    if (this.#recorder) return;
    await this.#connection.all('BEGIN IMMEDIATE');
    try {
      this.#recorder = new ChangeRecorder(await newestRevision(this.#connection));
    } catch (error) {
      await this.#connection.all('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}
