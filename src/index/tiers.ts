import type { Clock } from '../memory/clock';
import type { Log } from '../memory/log';
import type { CodeTokenizer } from './code-tokenizer';
import { ColdTier } from './cold-tier';
import type { Where } from './columns';
import { best, type Found, type FoundByText } from './found';
import { HotTier } from './hot-tier';
import type { IndexDocument } from './index-document';
import { inSlices } from './pause';
import { MemorySections } from './segment/memory-sections';
import { Segment } from './segment/segment';
import { SegmentFolder } from './segment/segment-folder';
import { finishSnapshot, keepFiles, namedFiles, openSnapshot, type SnapshotOf } from './snapshot';
import type { Outline } from './text/outline';
import type { TextQuery, TextStatistics } from './text/text-query';

/** Documents of the working set; when there are more, the older half of them is frozen. */
const HOT_LIMIT = 131_072;
/** A merged segment has at most so many times the documents of the hot tier: four are merged. */
const MERGED = 3;

/** Where an index may keep files, and how much of it stays in memory whole. */
export type IndexFiles = {
  folder: string;
  clock: Clock;
  log: Log;
  /** 131,072 when not given. */
  hotLimit?: number | undefined;
};

/** The working set and what lies beyond, as one; an index without files has the first alone. */
export class Tiers {
  readonly #dimensions: number;
  readonly #tokenizer: CodeTokenizer;
  readonly #files: IndexFiles | undefined;
  readonly #folder: SegmentFolder | undefined;
  readonly #cold: ColdTier | undefined;
  #hot: HotTier;
  #tidying: Promise<void> | undefined;
  #closed = false;

  constructor(dimensions: number, tokenizer: CodeTokenizer, files?: IndexFiles) {
    this.#dimensions = dimensions;
    this.#tokenizer = tokenizer;
    this.#files = files;
    this.#hot = new HotTier(dimensions, tokenizer);
    if (!files) return;
    this.#folder = new SegmentFolder(files.folder);
    this.#cold = new ColdTier(this.#folder, dimensions, this.#hotLimit * MERGED);
  }

  get size(): number {
    return this.#hot.size + (this.#cold?.size ?? 0);
  }

  /** The statistics of each tier. */
  get texts(): TextStatistics[] {
    return [this.#hot.texts, ...(this.#cold?.texts ?? [])];
  }

  put(document: IndexDocument, vector: Float32Array): void {
    this.#hot.put(document, vector);
    this.#cold?.remove(document.id);
  }

  remove(id: string): void {
    this.#hot.remove(id);
    this.#cold?.remove(id);
  }

  /** Removes a document; after the next `save` no file tells of it, nor of what it said before. */
  erase(id: string): void {
    this.#hot.remove(id);
    this.#cold?.erase(id);
  }

  /**
   * The best by words, and of what is ranked apart; looked up at once, so that none moves between
   * the tiers meanwhile.
   */
  search(
    query: TextQuery,
    term: string,
    where: Where,
    apart?: Where,
  ): { best: FoundByText[]; beside: FoundByText[] } {
    const hot = this.#hot.search(query, term, where, apart);
    const cold = this.#cold?.search(query, where, { floor: hot.least, apart });
    return {
      best: best(hot.best, cold?.best ?? [], query.limit),
      beside: best(hot.beside, cold?.beside ?? [], query.beside),
    };
  }

  /** The nearest by cosine. */
  async nearest(vector: Float32Array, limit: number, where: Where): Promise<Found[]> {
    const hot = this.#hot.nearest(vector, limit, where);
    const cold = this.#cold?.nearest(vector, limit, where) ?? [];
    return best(await hot, cold, limit);
  }

  /** What documents are like next to these terms; unknown ids are left out. */
  outlines(ids: readonly string[], terms: readonly string[]): Map<string, Outline<number>> {
    const outlines = this.#hot.outlines(ids, terms);
    this.#cold?.outline(ids, terms, outlines);
    return outlines;
  }

  /** Freezes the older half of the hot tier when it is too large. Nothing may be put meanwhile. */
  async settle(): Promise<void> {
    if (!this.#cold || !this.#folder || this.#hot.size <= this.#hotLimit) return;
    const middle = this.#hot.rowAfter(Math.ceil(this.#hot.size / 2));
    const writer = this.#folder.writer();
    const younger = new MemorySections();
    try {
      await inSlices(this.#hot.write(writer, 0, middle));
      await inSlices(this.#hot.write(younger, middle));
    } catch (error) {
      writer.discard();
      throw error;
    }
    if (this.#closed) {
      writer.discard();
      return;
    }
    const older = new Segment(this.#folder.path, writer.finish(), this.#dimensions);
    this.#hot = HotTier.thaw(younger, this.#dimensions, this.#tokenizer);
    this.#cold.add(older);
    this.#tidy();
  }

  /** Resolves when no segments are being merged. */
  async idle(): Promise<void> {
    await this.#tidying;
  }

  /** Writes a snapshot. Nothing may be put meanwhile. */
  async save(of: SnapshotOf & { revision: number }): Promise<void> {
    if (!this.#cold || !this.#folder || !this.#files) return;
    await this.#tidying;
    const erased = await this.#cold.cleaned();
    if (this.#cold.closed) return;
    const writer = this.#folder.writer();
    try {
      await inSlices(this.#hot.write(writer));
      await inSlices(keepFiles(this.#cold.segments));
      // From here on without a pause: segments may be merged while others have their turn.
      if (this.#closed) throw new Error('The index was closed.');
      finishSnapshot(writer, of, this.#cold.segments);
    } catch (error) {
      writer.discard();
      if (this.#closed) return;
      throw error;
    }
    const own = this.#cold.segments.map(({ name }) => name);
    const kept = new Set([...own, ...namedFiles(this.#folder.path)]);
    this.#folder.sweep(kept, erased, this.#files.clock.now());
  }

  /** Takes over what a snapshot holds and gives its revision. Throws when there is no good one. */
  load(of: SnapshotOf): number {
    if (!this.#cold || !this.#folder) throw new Error('There are no files.');
    const { hot, segments, revision } = openSnapshot(this.#folder.path, of);
    try {
      this.#hot = HotTier.thaw(hot, this.#dimensions, this.#tokenizer);
    } catch (error) {
      for (const segment of segments) segment.close();
      throw error;
    } finally {
      hot.close();
    }
    for (const segment of segments) this.#cold.add(segment);
    this.#tidy();
    return revision;
  }

  /** Reads all files against their checksums, in slices. Throws `SegmentError` when one is torn. */
  async check(): Promise<void> {
    for (const { file } of this.#cold?.segments ?? []) {
      if (!this.#closed) await inSlices(file.check());
    }
  }

  close(): void {
    this.#closed = true;
    this.#cold?.close();
  }

  get #hotLimit(): number {
    return this.#files?.hotLimit ?? HOT_LIMIT;
  }

  /** Merges segments as long as there are some to merge. */
  #tidy(): void {
    const merge = async (): Promise<void> => {
      while (await this.#cold?.merge());
    };
    this.#tidying ??= merge()
      .catch((error: unknown) => this.#files?.log.error('Merging segments', error))
      .finally(() => (this.#tidying = undefined));
  }
}
