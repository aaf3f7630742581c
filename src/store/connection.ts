import sqlite, { type Database, type Statement } from '@vscode/sqlite3';
import { SqlError } from './sql-error';

/** Bytes go in and come out as a `Buffer`. */
export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;

/** How long one statement waits for another process's lock, in milliseconds. */
const BUSY_TIMEOUT = 5000;
/** Prepared statements kept; the store has about a hundred, and most serve seldom. */
const STATEMENTS_KEPT = 80;

/**
 * One connection to a SQLite file, with promises for callbacks and prepared statements kept by
 * their text. The only place that sees the driver.
 *
 * Statements go through the driver's `all`, which runs them to their end: its `get` and `run` stop
 * after the first row and would leave a read transaction open behind them.
 */
export class Connection {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  /** What is under way: the driver refuses to close over a statement that is not at its end. */
  readonly #running = new Set<Promise<unknown>>();

  /** Use `Connection.open`. */
  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Opens a file, which is made when it is missing. Reads and writes nothing yet: a file that is no
   * database shows with the first statement.
   */
  static async open(path: string): Promise<Connection> {
    const database = await new Promise<Database>((resolve, reject) => {
      const opened: Database = new sqlite.Database(
        path,
        sqlite.OPEN_READWRITE | sqlite.OPEN_CREATE,
        (error) => (error ? reject(sqlError(error)) : resolve(opened)),
      );
    });
    database.configure('busyTimeout', BUSY_TIMEOUT);
    return new Connection(database);
  }

  /** Runs one statement to its end and returns its rows. */
  all(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#noted(this.#all(sql, parameters));
  }

  /** The first row, if there is one. */
  async first(sql: string, parameters: readonly SqlValue[] = []): Promise<Row | undefined> {
    return (await this.all(sql, parameters))[0];
  }

  /** Runs a script of several statements without parameters. */
  script(sql: string): Promise<void> {
    return this.#noted(
      new Promise<void>((resolve, reject) => {
        this.#database.exec(sql, (error) => (error ? reject(sqlError(error, sql)) : resolve()));
      }),
    );
  }

  /** Waits for what is under way and lets go of the file. The connection is of no use afterwards. */
  async close(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
    const statements = [...this.#statements.values()];
    this.#statements.clear();
    await Promise.all(statements.map(finalized));
    await new Promise<void>((resolve, reject) => {
      this.#database.close((error) => (error ? reject(sqlError(error)) : resolve()));
    });
  }

  async #all(sql: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    const statement = await this.#prepared(sql);
    return new Promise((resolve, reject) => {
      statement.all([...parameters], (error, rows) =>
        error ? reject(sqlError(error, sql)) : resolve(rows),
      );
    });
  }

  #noted<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    return work.finally(() => this.#running.delete(work));
  }

  async #prepared(sql: string): Promise<Statement> {
    const kept = this.#statements.get(sql);
    if (kept) {
      this.#statements.delete(sql);
      this.#statements.set(sql, kept);
      return kept;
    }
    const statement = await new Promise<Statement>((resolve, reject) => {
      const made: Statement = this.#database.prepare(sql, (error) =>
        error ? reject(sqlError(error, sql)) : resolve(made),
      );
    });
    const raced = this.#statements.get(sql);
    if (raced) {
      await finalized(statement);
      return raced;
    }
    this.#statements.set(sql, statement);
    for (const [oldest, old] of this.#statements) {
      if (this.#statements.size <= STATEMENTS_KEPT) break;
      this.#statements.delete(oldest);
      await finalized(old);
    }
    return statement;
  }
}

/** The driver finalizes after whatever the statement still has to do. */
function finalized(statement: Statement): Promise<void> {
  return new Promise((resolve) => statement.finalize(() => resolve()));
}

function sqlError(error: Error, sql?: string): SqlError {
  return new SqlError('code' in error ? String(error.code) : '', error.message, sql);
}
