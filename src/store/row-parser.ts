import type { z } from 'zod';
import type { Log } from '../memory/log';
import type { Row, SqlValue } from './connection';

/**
 * Turns rows into words of `memory/`. A row that does not parse, by whatever way it came into the
 * file, is logged and passed over, so that one broken row does not take the store with it.
 */
export class RowParser {
  constructor(readonly log: Log) {}

  /** @param shape gives the word's fields from a row, before parsing */
  parse<T>(schema: z.ZodType<T>, rows: readonly Row[], shape: (row: Row) => unknown): T[] {
    const words: T[] = [];
    for (const row of rows) {
      try {
        words.push(schema.parse(shape(row)));
      } catch (error) {
        this.log.error(`Passed over a row of the store: ${String(row['id'])}`, error);
      }
    }
    return words;
  }
}

/** The value of a JSON column. */
export function json(value: SqlValue | undefined): unknown {
  return typeof value === 'string' ? JSON.parse(value) : undefined;
}

/** Without the fields that are NULL, so that what is read back equals what was written. */
export function present(
  fields: Readonly<Record<string, SqlValue | undefined>>,
): Record<string, SqlValue> {
  const kept: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) kept[name] = value;
  }
  return kept;
}
