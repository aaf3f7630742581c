import { HumanError } from '../memory/human-error';
import type { Connection } from './connection';
import { SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4, SCHEMA_5, SCHEMA_6 } from './schema';

/** One step of the schema: from the version before to `version`. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** All steps, oldest first; the last one's version is the schema that this code knows. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: SCHEMA_1 },
  { version: 2, sql: SCHEMA_2 },
  { version: 3, sql: SCHEMA_3 },
  { version: 4, sql: SCHEMA_4 },
  { version: 5, sql: SCHEMA_5 },
  { version: 6, sql: SCHEMA_6 },
];

/** Marks a SQLite file as ours (`Mnem`), so that no other program's database is written to. */
const APPLICATION = 0x4d6e656d;

/** The version of the schema in the file; 0 for a new file. Errors for a file that is not ours. */
export async function schemaVersion(connection: Connection, path: string): Promise<number> {
  // In this order: another process may be making the schema just now, and whoever has seen its
  // tables must then see its mark as well.
  const tables = Number((await connection.first('SELECT count(*) AS n FROM sqlite_schema'))?.['n']);
  const application = Number((await connection.first('PRAGMA application_id'))?.['application_id']);
  const version = Number((await connection.first('PRAGMA user_version'))?.['user_version']);
  if (tables > 0 && application !== APPLICATION) {
    throw new HumanError(
      `The file ${path} is a database of another program.`,
      'It was left as it is. Move it away, or set MNEME_HOME to another folder.',
    );
  }
  return version;
}

/**
 * Brings the schema to the newest version, under the write lock: of two processes that start at
 * once the second waits, looks again and finds nothing to do.
 *
 * @param backup is run before an existing database is changed, while nobody can write.
 */
export async function migrate(
  connection: Connection,
  path: string,
  migrations: readonly Migration[],
  backup: (version: number) => Promise<void>,
): Promise<void> {
  const newest = migrations.at(-1)?.version ?? 0;
  refuseNewer(await schemaVersion(connection, path), newest, path);
  if ((await schemaVersion(connection, path)) === newest) return;

  await connection.all('BEGIN IMMEDIATE');
  try {
    const version = await schemaVersion(connection, path);
    refuseNewer(version, newest, path);
    const due = migrations.filter((migration) => migration.version > version);
    if (version > 0 && due.length > 0) await backup(version);
    for (const migration of due) await connection.script(migration.sql);
    await connection.script(
      `PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${newest}`,
    );
    await connection.all('COMMIT');
  } catch (error) {
    await connection.all('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function refuseNewer(version: number, newest: number, path: string): void {
  if (version <= newest) return;
  throw new HumanError(
    `The database ${path} was made by a newer Mneme (its schema is ${version}, this Mneme knows ${newest}).`,
    'Update Mneme in this editor, or set MNEME_HOME to another folder; nothing was read or changed.',
  );
}
