import type { Row } from './connection';

/** Part of a table in the order of its keys, and where to go on; no cursor after the last part. */
export interface Slice<T> {
  readonly items: T[];
  readonly cursor: string | undefined;
}

/** The key to go on after; keys begin at 1. */
export function keyAfter(cursor: string | undefined): number {
  return cursor === undefined ? 0 : Number(cursor);
}

/** Joins what was parsed from `rows` with the cursor that the rows lead to. */
export function sliceOf<T>(rows: readonly Row[], limit: number, items: T[]): Slice<T> {
  const last = rows.at(-1);
  return {
    items,
    cursor: last === undefined || rows.length < limit ? undefined : String(last['key']),
  };
}
