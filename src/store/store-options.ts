import type { Clock } from '../memory/clock';
import type { Ids } from '../memory/ids';
import type { Log } from '../memory/log';
import type { Redact } from './cleaning';
import { type Migration, MIGRATIONS } from './migration';

/** What a store is made of. */
export interface StoreOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly redact: Redact;
  /** Where tests set other measures. */
  readonly tuning?: Partial<Tuning>;
}

/** The measures of a store. */
export interface Tuning {
  readonly migrations: readonly Migration[];
  /** Revisions that the change feed keeps. */
  readonly changesKept: number;
  /** Milliseconds between two looks for other processes' commits. */
  readonly lookEvery: number;
}

export const TUNING: Tuning = { migrations: MIGRATIONS, changesKept: 200_000, lookEvery: 400 };
