import { create, insert, load, remove, save, search, update } from '@orama/orama';
import type { CodeTokenizer } from './code-tokenizer';
import { Columns, type Where } from './columns';
import { LEAST_COSINE, leastOf, type Found, type FoundByText } from './found';
import { indexComponent, schemaOf, type Aside } from './index-component';
import type { IndexDocument } from './index-document';
import { IndexStore } from './index-store';
import type { Work } from './pause';
import type { Sections, SectionWriter } from './segment/sections';
import { readIds } from './segment/frozen-ids';
import { livingRows, writeSegment } from './segment/segment-writer';
import { slimDocuments } from './slim-documents';
import type { TextHits } from './text/accumulator';
import type { Outline } from './text/outline';
import type { TextHit, TextQuery, TextStatistics } from './text/text-query';

const NONE: TextHits = { best: [], beside: [] };

/** The working set, behind Orama. */
export class HotTier {
  readonly #orama: Database;
  readonly #aside: Aside;

  constructor(dimensions: number, tokenizer: CodeTokenizer) {
    this.#aside = { found: NONE };
    this.#orama = database(dimensions, tokenizer, this.#aside);
  }

  /** What a segment holds. Throws `SegmentError` when it is torn. */
  static thaw(sections: Sections, dimensions: number, tokenizer: CodeTokenizer): HotTier {
    const tier = new HotTier(dimensions, tokenizer);
    const orama = tier.#orama;
    const ids = readIds(sections);
    const columns = Columns.read(sections, ids.length);
    load(orama, {
      ...save(orama),
      internalDocumentIDStore: { internalIdToId: ids },
      index: sections,
      docs: ids.map((_id, row) => columns.get(row, 'type')),
    });
    return tier;
  }

  get size(): number {
    return this.texts.size;
  }

  get texts(): TextStatistics {
    return this.#orama.data.index.text;
  }

  has(id: string): boolean {
    const document = this.#orama.internalDocumentIDStore.idToInternalId.get(id);
    return document !== undefined && this.#orama.data.index.has(document);
  }

  /** Inserts a document or replaces the one of its id. Throws a `TypeError` for a wrong one. */
  put(document: IndexDocument, vector: Float32Array): void {
    const orama = this.#orama;
    const record = {
      id: document.id,
      text: document.text,
      type: document.type,
      kind: document.kind,
      status: document.status ?? '',
      repo: document.repo ?? '',
      language: document.language ?? '',
      at: document.at,
      vector: Array.from(vector),
    };
    // Orama's update removes before it looks at what it was given.
    const wrong = orama.validateSchema(record, orama.schema);
    if (wrong !== undefined) throw new TypeError(`A document's ${wrong} has the wrong type.`);
    if (this.has(document.id)) void update(orama, document.id, record);
    else void insert(orama, record);
  }

  remove(id: string): void {
    if (this.has(id)) void remove(this.#orama, id);
  }

  /**
   * The best by words, and of what is ranked apart; found before this returns, so what is written
   * later does not matter. `least` is the score of the last of them when there are as many as wanted,
   * else 0.
   */
  search(
    query: TextQuery,
    term: string,
    filters: Where,
    apart?: Where,
  ): { least: number; best: FoundByText[]; beside: FoundByText[] } {
    const where: Record<string, unknown> = filters;
    const aside = this.#aside;
    Object.assign(aside, { query, apart, found: NONE });
    // It finds and counts; what is found comes aside, with its words, and Orama need not fetch it.
    void search(this.#orama, { term, where, limit: query.limit, preflight: true });
    const { best, beside } = aside.found;
    Object.assign(aside, { query: undefined, apart: undefined, found: NONE });
    const ids = this.#orama.internalDocumentIDStore.internalIdToId;
    const { columns } = this.#orama.data.index;
    const named = ({ row, score, words }: TextHit): FoundByText => {
      return { id: ids[row - 1] ?? '', type: columns.get(row, 'type'), score, words };
    };
    return {
      least: leastOf(best, query.limit),
      best: best.map(named),
      beside: beside.map(named),
    };
  }

  /** The nearest by cosine, of those that are near at all. */
  nearest(vector: Float32Array, limit: number, filters: Where): Promise<Found[]> {
    const where: Record<string, unknown> = filters;
    this.#orama.data.index.vector.mostResults = limit;
    const found = search(this.#orama, {
      mode: 'vector',
      vector: { value: Array.from(vector), property: 'vector' },
      similarity: LEAST_COSINE,
      includeVectors: true,
      where,
      limit,
    });
    return Promise.resolve(found).then(({ hits }) =>
      hits.map(({ id, score, document }) => ({ id, type: String(document.type), score })),
    );
  }

  /** What documents are like next to these terms; those that are not here are left out. */
  outlines(ids: readonly string[], terms: readonly string[]): Map<string, Outline<number>> {
    const { index } = this.#orama.data;
    const numbers = this.#orama.internalDocumentIDStore.idToInternalId;
    const asked = index.text.asked(terms);
    const outlines = new Map<string, Outline<number>>();
    for (const id of ids) {
      const row = index.row(numbers.get(id) ?? 0);
      if (row >= 0) outlines.set(id, index.text.outline(row, asked));
    }
    return outlines;
  }

  /** The row of which so many documents are older. */
  rowAfter(documents: number): number {
    const { alive, rows } = this.#orama.data.index.text;
    let row = 0;
    for (let before = 0; row < rows && before < documents; row++) before += alive[row] ?? 0;
    return row;
  }

  /** Writes documents as a segment, the older first: those of rows `from` up to `to`. */
  *write(writer: SectionWriter, from = 0, to = Infinity): Work<number> {
    const { index } = save(this.#orama);
    if (!(index instanceof IndexStore)) throw new TypeError('Not a store of this component.');
    const { rows, alive } = index.text;
    const places = livingRows(alive, { rows, from, to: Math.min(to, rows) });
    const documents: number[] = [];
    for (let row = 0; row < rows; row++) {
      const place = places[row] ?? 0;
      if (place < rows) documents[place] = index.document(row);
    }
    const names = this.#orama.internalDocumentIDStore.internalIdToId;
    const source = index.source((document) => names[document - 1] ?? '');
    yield* writeSegment([{ source, rows: places }], documents.length, writer, (sections) => {
      index.vector.freeze(documents, sections);
    });
    return documents.length;
  }
}

type Database = ReturnType<typeof database>;

function database(dimensions: number, tokenizer: CodeTokenizer, aside: Aside) {
  return create({
    schema: schemaOf(dimensions),
    sort: { enabled: false },
    components: {
      index: indexComponent(dimensions, aside),
      tokenizer,
      documentsStore: slimDocuments(),
    },
  });
}
