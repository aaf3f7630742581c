import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Backups } from './backup';
import { Connection } from './connection';
import { migrate, type Migration, schemaVersion } from './migration';
import { SqlError } from './sql-error';

/** How often, and how long apart in milliseconds, a change to the file's mode is tried. */
const MODE_TRIES = 50;
const MODE_PAUSE = 100;

/** The connections to one database: one that writes, one that reads. */
export interface Database {
  readonly writing: Connection;
  /**
   * Apart from the writing one, so that a reader never sees a half-done transaction of this
   * process and does not wait for it.
   */
  readonly reading: Connection;
}

/**
 * Opens a database, makes it when it is missing, and brings its schema up to date. A file that is
 * no database of ours, or of a newer schema, is refused before anything is written to it.
 *
 * @param now milliseconds since 1970, to name a backup by
 */
export async function openDatabase(
  path: string,
  migrations: readonly Migration[],
  now: number,
): Promise<Database> {
  await makeFile(path);
  const writing = await Connection.open(path);
  const opened = [writing];
  try {
    const newest = migrations.at(-1)?.version ?? 0;
    if ((await schemaVersion(writing, path)) <= newest) await becomeWal(writing);
    await writing.script('PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
    await writing.script('PRAGMA foreign_keys = ON');
    const reading = await Connection.open(path);
    opened.push(reading);
    const backups = new Backups(path);
    await migrate(writing, path, migrations, async (version) => {
      await backups.make(reading, version, now);
    });
    await reading.script('PRAGMA query_only = ON');
    return { writing, reading };
  } catch (error) {
    for (const connection of opened) await connection.close().catch(() => undefined);
    throw error;
  }
}

/** Makes the folder and an empty file that only the user may read; SQLite's other files follow. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  await file.close();
}

/**
 * Switches to the write-ahead log. SQLite does not wait for another process here as it does
 * elsewhere, so two that start at once must try again.
 */
async function becomeWal(connection: Connection): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await connection.all('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!(error instanceof SqlError && error.code === 'SQLITE_BUSY') || tries === MODE_TRIES) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, MODE_PAUSE));
    }
  }
}
