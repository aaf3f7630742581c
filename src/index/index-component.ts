import type { AnyIndexStore, IIndex } from '@orama/orama';
import { z } from 'zod';
import { DocumentMask } from './document-mask';
import { EnumColumn } from './enum-column';
import { InvertedIndex } from './inverted-index';
import { NumberColumn } from './number-column';
import { VectorTable } from './vectors/vector-table';

/** A search never gives more than this; beyond it nobody reads, and Orama would sort them all. */
export const MOST_RESULTS = 1000;

const ENUMS = ['type', 'kind', 'status', 'repo', 'language'] as const;

/** The `where` that this index understands: exact values, and the earliest time. */
const Where = z.strictObject({
  ...Object.fromEntries(
    ENUMS.map((name) => [name, z.object({ in: z.array(z.string()) }).optional()]),
  ),
  at: z.strictObject({ gte: z.number().optional(), lt: z.number().optional() }).optional(),
}) as z.ZodType<Partial<Record<Enum, { in: string[] }>> & { at?: { gte?: number; lt?: number } }>;
type Enum = (typeof ENUMS)[number];

/** All that is known of the documents, by Orama's internal number of each. */
export class IndexStore implements AnyIndexStore {
  readonly text = new InvertedIndex();
  readonly vector: VectorTable;
  readonly vectorIndexes: AnyIndexStore['vectorIndexes'];
  readonly enums: Readonly<Record<Enum, EnumColumn>>;
  readonly at = new NumberColumn();
  /** Above every number that was ever used. */
  end = 1;

  constructor(dimensions: number) {
    this.vector = new VectorTable(dimensions, MOST_RESULTS);
    this.vectorIndexes = { vector: { type: 'Vector', node: this.vector, isArray: false } };
    this.enums = {
      type: new EnumColumn(),
      kind: new EnumColumn(),
      status: new EnumColumn(),
      repo: new EnumColumn(),
      language: new EnumColumn(),
    };
  }

  add(document: number, property: string, value: unknown, terms: (text: string) => string[]): void {
    this.end = Math.max(this.end, document + 1);
    if (property === 'text') this.text.insert(document, terms(String(value)));
    else if (property === 'at') this.at.set(document, Number(value));
    else if (property === 'vector' && Array.isArray(value)) this.vector.add(document, value);
    else if (isEnum(property)) this.enums[property].set(document, String(value));
  }

  remove(document: number): boolean {
    this.vector.remove(document);
    for (const column of Object.values(this.enums)) column.clear(document);
    return this.text.remove(document);
  }

  where(filters: unknown): DocumentMask {
    const { at, ...enums } = Where.parse(filters);
    const marks = new Uint8Array(this.end).fill(1, 1);
    for (const [name, filter] of Object.entries(enums)) {
      if (isEnum(name)) this.enums[name].keep(marks, filter.in);
    }
    if (at) this.at.keep(marks, at.gte, at.lt);
    return new DocumentMask(marks);
  }
}

/** What Orama is told of a document, in its own schema. */
export function schemaOf(dimensions: number) {
  return {
    text: 'string',
    type: 'enum',
    kind: 'enum',
    status: 'enum',
    repo: 'enum',
    language: 'enum',
    at: 'number',
    vector: `vector[${dimensions}]`,
  } as const;
}

/** Takes the place of Orama's index: `insert`, `update`, `remove` and `search` go through it. */
export function indexComponent(dimensions: number): IIndex<IndexStore> {
  const types = schemaOf(dimensions);
  const properties = Object.keys(types);
  return {
    create: () => new IndexStore(dimensions),
    insert: (_component, store, property, _id, document, value, _type, language, tokenizer) => {
      store.add(document, property, value, (text) => tokenizer.tokenize(text, language));
    },
    /** Called for each property that Orama still has; the document goes with its `type`. */
    remove: (_component, store, property, _id, document) =>
      property !== 'type' || store.remove(document),
    search: (store, term, tokenizer, language, _p, _exact, _t, _boost, _bm25, _count, allowed) => {
      const { text, end } = ours(store);
      const mask = allowed && DocumentMask.of(allowed, end);
      return text.search(tokenizer.tokenize(term, language), MOST_RESULTS, mask?.marks);
    },
    searchByWhereClause: (store, _tokenizer, filters) => ours(store).where(filters),
    getSearchableProperties: () => properties,
    getSearchablePropertiesWithTypes: () => ({ ...types }),
    // Orama's own index calls these on itself; nothing else does.
    insertDocumentScoreParameters() {},
    insertTokenScoreParameters() {},
    removeDocumentScoreParameters() {},
    removeTokenScoreParameters() {},
    calculateResultScores() {},
    load: refuseSnapshot,
    save: refuseSnapshot,
  };
}

function refuseSnapshot(): never {
  throw new Error('The index is a cache of the store: feed it again instead of saving it.');
}

function isEnum(property: string): property is Enum {
  return (ENUMS as readonly string[]).includes(property);
}

function ours(store: AnyIndexStore): IndexStore {
  if (!(store instanceof IndexStore)) throw new TypeError('Not a store of this component.');
  return store;
}
