import { Columns } from '../columns';
import type { Work } from '../pause';
import { writeIds } from './frozen-ids';
import { LaterSections } from './later-sections';
import type { SectionWriter } from './sections';
import { GONE, writeTexts, type Taken, type TextSource } from './text-writer';

/** Documents between two stops. */
const STRIDE = 512;

/** Documents that are taken over into a segment, but for their vectors. */
export interface SegmentSource {
  readonly texts: TextSource;
  readonly columns: Columns;
  /** The document of a row, as the columns number it. */
  document(row: number): number;
  id(row: number): string;
}

/**
 * Writes documents of several sources as one segment, `count` in all; `writeVectors` writes the
 * vectors, in the order of the new rows.
 */
export function* writeSegment(
  taken: readonly Taken<SegmentSource>[],
  count: number,
  writer: SectionWriter,
  writeVectors: (writer: SectionWriter) => void,
): Work {
  yield* writeTexts(
    taken.map(({ source, rows }) => ({ source: source.texts, rows })),
    count,
    writer,
  );
  const columns = new Columns();
  const ids: string[] = [];
  for (const { source, rows } of taken) {
    for (let row = 0; row < rows.length; row++) {
      if (row % STRIDE === 0) yield;
      const place = rows[row] ?? GONE;
      if (place === GONE) continue;
      columns.take(place, source.columns, source.document(row));
      ids[place] = source.id(row);
    }
  }
  columns.write(writer, count);
  yield;
  writeIds(ids, count, writer);
  yield;
  const later = new LaterSections();
  writeVectors(later);
  yield* later.flush(writer);
}

/** New rows for those that are alive and within `from` up to `to`, one after another from `next` on. */
export function livingRows(
  alive: Uint8Array,
  {
    rows,
    next = 0,
    from = 0,
    to = rows,
  }: { rows: number; next?: number; from?: number; to?: number },
): Uint32Array {
  const places = new Uint32Array(rows).fill(GONE);
  for (let row = from; row < to; row++) if (alive[row] === 1) places[row] = next++;
  return places;
}
