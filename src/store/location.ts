import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What decides where the database is: the environment, the platform, the user's home. */
export interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** This process's own place. */
function thisPlace(): Place {
  return { env: process.env, platform: process.platform, home: homedir() };
}

/** The folder of the user's data: `MNEME_HOME`, else the platform's folder for data of programs. */
export function dataFolder(place: Place): string {
  const { env, platform, home } = place;
  if (env['MNEME_HOME']) return resolve(env['MNEME_HOME']);
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Mneme');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mneme');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'mneme');
}

/** The one database of the user. */
export function databasePath(place: Place = thisPlace()): string {
  return join(dataFolder(place), 'mneme.db');
}

/** Where the graph of a database is kept between runs, beside it. */
export function graphPath(database: string): string {
  return `${database.replace(/\.db$/, '')}.graph`;
}

/** The folder where the index of a database is kept between runs, beside it. */
export function indexFolder(database: string): string {
  return `${database.replace(/\.db$/, '')}.index`;
}
