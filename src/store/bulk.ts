import type { Connection, Row, SqlValue } from './connection';

/**
 * Sizes in which rows are put into one statement. One row at a time is many times slower; a few
 * fixed sizes let the prepared statements be used again.
 */
const SIZES = [256, 32, 4, 1] as const;

/**
 * Runs `head VALUES (…), (…) … tail` over all rows, in as few statements as the sizes allow, and
 * returns what a RETURNING clause in `tail` gives. All rows are as long as the first.
 */
export async function insertRows(
  connection: Connection,
  head: string,
  rows: readonly (readonly SqlValue[])[],
  tail = '',
): Promise<Row[]> {
  const tuple = `(${rows[0]?.map(() => '?').join(',')})`;
  const returned: Row[] = [];
  for (let at = 0; at < rows.length;) {
    const size = SIZES.find((fitting) => fitting <= rows.length - at) ?? 1;
    const sql = `${head} VALUES ${Array<string>(size).fill(tuple).join(',')} ${tail}`;
    const rest = rows.slice(at, at + size).flat();
    for (const row of await connection.all(sql, rest)) returned.push(row);
    at += size;
  }
  return returned;
}

/** A parameter for `IN (SELECT value FROM json_each(?))`: one statement for lists of any length. */
export function listOf(values: readonly (string | number)[]): string {
  return JSON.stringify(values);
}
