import { HumanError } from '../memory/human-error';

/** An error of SQLite, with its result code (`SQLITE_BUSY`) and the statement it came from. */
export class SqlError extends Error {
  override readonly name = 'SqlError';

  constructor(
    readonly code: string,
    message: string,
    readonly sql?: string,
  ) {
    super(sql === undefined ? message : `${message} in: ${sql.slice(0, 300)}`);
  }
}

/**
 * What a person is told of an error at the database's file, where a person can do something about
 * it. Every other error comes back as it is: it is a bug.
 */
export function forPeople(error: unknown, path: string): unknown {
  const told = TOLD[codeOf(error)];
  return told === undefined ? error : new HumanError(...told(path), { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

type Told = (path: string) => [happened: string, remedy: string];

const damaged: Told = (path) => [
  `The file ${path} is damaged or is not a database of Mneme.`,
  'It was left as it is. Move it away to start anew, or put the newest file of the folder "backups" beside it in its place.',
];
const locked: Told = (path) => [
  `Mneme may not write to ${path}.`,
  'Give yourself the right to write to the file and its folder, or set MNEME_HOME to another folder.',
];
const full: Told = (path) => [
  `There is no room left on the disk of ${path}.`,
  'Free some space and do it again; what was stored before is safe.',
];

const TOLD: Readonly<Record<string, Told>> = {
  SQLITE_NOTADB: damaged,
  SQLITE_CORRUPT: damaged,
  SQLITE_READONLY: locked,
  SQLITE_CANTOPEN: locked,
  SQLITE_PERM: locked,
  EACCES: locked,
  EPERM: locked,
  EROFS: locked,
  ENOTDIR: locked,
  EEXIST: locked,
  EISDIR: locked,
  SQLITE_FULL: full,
  ENOSPC: full,
  EDQUOT: full,
  SQLITE_IOERR: (path) => [
    `Reading or writing ${path} failed.`,
    'Look whether its disk is full, was taken away, or is a network folder; Mneme wants a local one.',
  ],
  SQLITE_BUSY: (path) => [
    `Another program has held ${path} for too long.`,
    'Do it again; if that does not help, close the other windows and tools that use Mneme.',
  ],
};
