import type { AnyIndexStore } from '@orama/orama';
import { Columns, type Where } from './columns';
import { DocumentMask } from './document-mask';
import { atOnce } from './pause';
import { restoredTexts } from './segment/frozen-texts';
import { MemorySections } from './segment/memory-sections';
import type { Sections } from './segment/sections';
import { livingRows, type SegmentSource } from './segment/segment-writer';
import { writeTexts } from './segment/text-writer';
import type { TextHits } from './text/accumulator';
import { InvertedIndex } from './text/inverted-index';
import { outlineOf } from './text/outline';
import type { TextHit, TextQuery } from './text/text-query';
import { grown } from './typed-arrays';
import { VectorTable } from './vectors/vector-table';

/** A search never gives more than this; beyond it nobody reads, and Orama would sort them all. */
export const MOST_RESULTS = 1000;
/** Fewer empty rows than this are not worth packing. */
const FEW_EMPTY = 4096;
/** Filters whose documents are remembered. */
const MOST_MASKS = 4;

/** All that is known of the documents of the hot tier, by Orama's internal number of each. */
export class IndexStore implements AnyIndexStore {
  text = new InvertedIndex();
  readonly vector: VectorTable;
  readonly vectorIndexes: AnyIndexStore['vectorIndexes'];
  readonly columns: Columns;
  /** Above every number that was ever used. */
  end = 1;
  /** By document: its row among the texts + 1; 0: not there. */
  #rowOf = new Uint32Array(1024);
  /** By row. */
  #documentOf = new Uint32Array(1024);
  /** By filter, and the rows of each. */
  readonly #masks = new Map<string, DocumentMask>();
  #maskedRows = new WeakMap<DocumentMask, Uint8Array>();

  constructor(dimensions: number, restored?: { vector: VectorTable; columns: Columns }) {
    this.vector = restored?.vector ?? new VectorTable(dimensions, MOST_RESULTS);
    this.columns = restored?.columns ?? new Columns();
    this.vectorIndexes = { vector: { type: 'Vector', node: this.vector, isArray: false } };
  }

  /** What a segment holds; its row `n` is document `n + 1`. Throws `SegmentError`. */
  static thaw(sections: Sections, dimensions: number): IndexStore {
    const texts = restoredTexts(sections);
    const { rows } = texts.base;
    const frozen = Columns.read(sections, rows);
    const columns = new Columns();
    for (let row = 0; row < rows; row++) columns.take(row + 1, frozen, row);
    const vector = VectorTable.thaw(sections, dimensions, MOST_RESULTS);
    const store = new IndexStore(dimensions, { vector, columns });
    store.text = new InvertedIndex(texts);
    store.end = rows + 1;
    store.#rowOf = Uint32Array.from({ length: rows + 1 }, (_, document) => document);
    store.#documentOf = Uint32Array.from({ length: rows }, (_, row) => row + 1);
    return store;
  }

  has(document: number): boolean {
    return (this.#rowOf[document] ?? 0) !== 0;
  }

  /** The row of a document among the texts; -1: not there. */
  row(document: number): number {
    return (this.#rowOf[document] ?? 0) - 1;
  }

  /** The document of a row of the texts. */
  document(row: number): number {
    return this.#documentOf[row] ?? 0;
  }

  add(document: number, property: string, value: unknown, terms: (text: string) => string[]): void {
    this.end = Math.max(this.end, document + 1);
    this.#changed();
    if (property === 'text') this.#addText(document, String(value), terms);
    else if (property !== 'vector') this.columns.set(document, property, value);
    else if (Array.isArray(value)) this.vector.add(document, value);
  }

  remove(document: number): boolean {
    const row = (this.#rowOf[document] ?? 0) - 1;
    if (row < 0) return false;
    this.#changed();
    this.vector.remove(document);
    this.columns.clear(document);
    this.#rowOf[document] = 0;
    this.text.remove(row);
    if (this.text.rows - this.text.size > Math.max(FEW_EMPTY, this.text.size)) this.#pack();
    return true;
  }

  /** Kept for the next of the searches that one question makes, until a document changes. */
  where(where: Where): DocumentMask {
    const key = JSON.stringify(where);
    let mask = this.#masks.get(key);
    if (!mask) {
      const marks = new Uint8Array(this.end).fill(1, 1);
      this.columns.keep(marks, where);
      mask = new DocumentMask(marks);
      if (this.#masks.size >= MOST_MASKS) this.#masks.clear();
      this.#masks.set(key, mask);
    }
    return mask;
  }

  /** The best texts, and those that are ranked apart, by document. */
  search(query: TextQuery, allowed?: Set<number>, apart?: Where): TextHits {
    const mask = allowed && DocumentMask.of(allowed, this.end);
    const allows = mask ? this.#rowsOf(mask) : this.text.alive;
    const beside = apart && this.#rowsOf(this.where(apart));
    const hits = this.text.search(query, allows, beside);
    const named = (hit: TextHit): TextHit => ({ ...hit, row: this.document(hit.row) });
    return { best: hits.best.map(named), beside: hits.beside.map(named) };
  }

  #rowsOf(mask: DocumentMask): Uint8Array {
    let rows = this.#maskedRows.get(mask);
    if (!rows) {
      rows = this.text.alive.slice(0, this.text.rows);
      for (let row = 0; row < rows.length; row++) {
        if (mask.marks[this.#documentOf[row] ?? 0] !== 1) rows[row] = 0;
      }
      this.#maskedRows.set(mask, rows);
    }
    return rows;
  }

  #changed(): void {
    if (this.#masks.size === 0) return;
    this.#masks.clear();
    this.#maskedRows = new WeakMap();
  }

  /** To be taken over into a segment, where `id` gives the id of a document. */
  source(id: (document: number) => string): SegmentSource {
    return {
      texts: this.text,
      columns: this.columns,
      document: (row) => this.document(row),
      id: (row) => id(this.document(row)),
    };
  }

  #addText(document: number, text: string, terms: (text: string) => string[]): void {
    const { outline, rest } = outlineOf(text, terms);
    const row = this.text.insert(outline, rest);
    this.#rowOf = grown(this.#rowOf, document + 1);
    this.#documentOf = grown(this.#documentOf, row + 1);
    this.#rowOf[document] = row + 1;
    this.#documentOf[row] = document;
  }

  /** Numbers the rows anew, without the empty ones. */
  #pack(): void {
    const places = livingRows(this.text.alive, { rows: this.text.rows });
    const sections = new MemorySections();
    atOnce(writeTexts([{ source: this.text, rows: places }], this.text.size, sections));
    for (let row = 0; row < places.length; row++) {
      if (this.text.alive[row] !== 1) continue;
      const place = places[row] ?? 0;
      const document = this.document(row);
      this.#documentOf[place] = document;
      this.#rowOf[document] = place + 1;
    }
    this.text = new InvertedIndex(restoredTexts(sections));
  }
}
