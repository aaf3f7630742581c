import type { Where } from './columns';
import { LEAST_COSINE, leastOf, type Found, type FoundByText } from './found';
import { inSlices, type Work } from './pause';
import { Segment } from './segment/segment';
import type { SegmentFolder } from './segment/segment-folder';
import { livingRows, writeSegment } from './segment/segment-writer';
import { GONE } from './segment/text-writer';
import { Accumulator } from './text/accumulator';
import type { Outline } from './text/outline';
import { Postings } from './text/postings';
import type { TextHit, TextQuery, TextStatistics } from './text/text-query';
import { Quantiser } from './vectors/quantiser';
import { writeVectors } from './vectors/vector-sections';

/** So many segments are merged into one. */
const MERGED = 4;

/** What is not of the working set: segments, the older first. */
export class ColdTier {
  readonly #folder: SegmentFolder;
  readonly #dimensions: number;
  /** A merged segment has at most so many documents. */
  readonly #mostRows: number;
  readonly #accumulator = new Accumulator(new Postings());
  #segments: Segment[] = [];
  /** Segments that hold what no file may hold. */
  readonly #tainted = new Set<Segment>();
  /** Names of segments of that kind that were written anew. */
  readonly #erased = new Set<string>();
  #closed = false;

  constructor(folder: SegmentFolder, dimensions: number, mostRows: number) {
    this.#folder = folder;
    this.#dimensions = dimensions;
    this.#mostRows = mostRows;
  }

  get size(): number {
    return this.#segments.reduce((sum, { size }) => sum + size, 0);
  }

  get closed(): boolean {
    return this.#closed;
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get texts(): TextStatistics[] {
    return this.#segments.map(({ texts }) => texts);
  }

  add(segment: Segment): void {
    this.#segments.push(segment);
  }

  /** Whether it was there. */
  remove(id: string): boolean {
    for (const segment of this.#segments) {
      const row = segment.find(id);
      if (row < 0) continue;
      segment.remove(row);
      return true;
    }
    return false;
  }

  /** Removes a document; each segment that ever held it is then written anew without it. */
  erase(id: string): void {
    this.remove(id);
    for (const segment of this.#segments) if (segment.holds(id)) this.#tainted.add(segment);
  }

  /** Resolves when every segment is free of what was erased; gives the names of those that were not. */
  async cleaned(): Promise<ReadonlySet<string>> {
    while (this.#tainted.size > 0 && (await this.merge()));
    return this.#erased;
  }

  /** The best by words, none below `floor`, and the best of what is ranked apart. */
  search(
    query: TextQuery,
    where: Where,
    { floor, apart }: { floor: number; apart?: Where | undefined },
  ): { best: FoundByText[]; beside: FoundByText[] } {
    let best: Located[] = [];
    const beside: Located[] = [];
    for (const segment of this.#segments) {
      const least = Math.max(floor, leastOf(best, query.limit));
      const found = segment.search(this.#accumulator, query, where, { floor: least, apart });
      best = bestOf([...best, ...located(found.best, segment)], query.limit);
      beside.push(...located(found.beside, segment));
    }
    return { best: best.map(named), beside: bestOf(beside, query.beside).map(named) };
  }

  /** Adds what documents are like that are here and not among the outlines yet. */
  outline(
    ids: readonly string[],
    terms: readonly string[],
    outlines: Map<string, Outline<number>>,
  ): void {
    for (const segment of this.#segments) {
      if (outlines.size === ids.length) return;
      const asked = segment.texts.asked(terms);
      for (const id of ids) {
        if (outlines.has(id)) continue;
        const row = segment.find(id);
        if (row >= 0) outlines.set(id, segment.texts.outline(row, asked));
      }
    }
  }

  /** The nearest by cosine. */
  nearest(vector: Float32Array, limit: number, where: Where): Found[] {
    const rows = this.#segments.reduce((sum, segment) => sum + segment.rows, 0);
    return this.#segments
      .flatMap((segment) =>
        segment
          .nearest(vector, limit, LEAST_COSINE, where, segment.rows / rows)
          .map(([row, score]) => ({ segment, row, score })),
      )
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ segment, row, score }) => ({ id: segment.id(row), type: segment.type(row), score }));
  }

  /**
   * Merges small segments, or writes one anew that is mostly dead, in slices; `false` when there is
   * nothing to do. What dies meanwhile is dead in the merged one too.
   */
  async merge(): Promise<boolean> {
    const chosen = this.#toMerge();
    if (!chosen || this.#closed) return false;
    let count = 0;
    const taken = chosen.map((source) => {
      const rows = livingRows(source.texts.alive, { rows: source.rows, next: count });
      count += source.size;
      return { source, rows };
    });
    if (count === 0) {
      this.#replace(chosen);
      return true;
    }
    const writer = this.#folder.writer();
    try {
      await inSlices(
        this.#unlessClosed(
          writeSegment(taken, count, writer, (sections) => {
            writeVectors(
              sections,
              new Quantiser(this.#dimensions),
              count,
              joinedReader(taken, count),
            );
          }),
        ),
      );
    } catch (error) {
      writer.discard();
      if (this.closed) return false;
      throw error;
    }
    const merged = new Segment(this.#folder.path, writer.finish(), this.#dimensions);
    for (const { source, rows } of taken) {
      for (let row = 0; row < rows.length; row++) {
        const place = rows[row] ?? GONE;
        if (place !== GONE && source.texts.alive[row] !== 1) merged.remove(place);
      }
    }
    this.#replace(chosen, merged);
    return true;
  }

  close(): void {
    this.#closed = true;
    for (const segment of this.#segments.splice(0)) segment.close();
  }

  /** The merged one stands where the first of them stood. */
  #replace(chosen: readonly Segment[], ...merged: Segment[]): void {
    const first = chosen[0];
    this.#segments = this.#segments.flatMap((segment) => {
      if (segment === first) return merged;
      return chosen.includes(segment) ? [] : [segment];
    });
    for (const segment of chosen) {
      segment.close();
      if (this.#tainted.delete(segment)) this.#erased.add(segment.name);
    }
  }

  #toMerge(): Segment[] | undefined {
    const [tainted] = this.#tainted;
    const dead = tainted ?? this.#segments.find(({ size, rows }) => size * 2 <= rows);
    if (dead) return [dead];
    const small = [...this.#segments].sort((a, b) => a.size - b.size).slice(0, MERGED);
    const size = small.reduce((sum, segment) => sum + segment.size, 0);
    if (small.length < MERGED || size > this.#mostRows) return undefined;
    return this.#segments.filter((segment) => small.includes(segment));
  }

  /** Stops with an error when the tier is closed: others are in its place. */
  *#unlessClosed(work: Work): Work {
    while (work.next().done !== true) {
      if (this.#closed) throw new Error('The index was closed.');
      yield;
    }
  }
}

type Located = TextHit & { segment: Segment };

function located(hits: readonly TextHit[], segment: Segment): Located[] {
  return hits.map((hit) => ({ segment, ...hit }));
}

function bestOf(hits: readonly Located[], limit: number): Located[] {
  return [...hits].sort((a, b) => b.score - a.score).slice(0, limit);
}

function named({ segment, row, score, words }: Located): FoundByText {
  return { id: segment.id(row), type: segment.type(row), score, words };
}

/** Reads the vectors of several segments by their new rows. */
function joinedReader(taken: readonly { source: Segment; rows: Uint32Array }[], count: number) {
  const sources = new Uint8Array(count);
  const places = new Uint32Array(count);
  for (const [at, { rows }] of taken.entries()) {
    for (let row = 0; row < rows.length; row++) {
      const place = rows[row] ?? GONE;
      if (place === GONE) continue;
      sources[place] = at;
      places[place] = row;
    }
  }
  const readers = taken.map(({ source }) => source.vectors.reader());
  return (row: number, record: Uint8Array): void => {
    readers[sources[row] ?? 0]?.(places[row] ?? 0, record);
  };
}
