import type { AnyIndexStore, IIndex } from '@orama/orama';
import { parseWhere, type Where } from './columns';
import { IndexStore, MOST_RESULTS } from './index-store';
import type { Sections } from './segment/sections';
import type { TextHits } from './text/accumulator';
import { TextQuery } from './text/text-query';

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

/**
 * What Orama's search has no word for: the query as it was weighed over all tiers goes in, which of
 * its words each document holds comes out, and what is ranked apart. For one search at a time, which
 * does not wait.
 */
export type Aside = {
  query?: TextQuery | undefined;
  /** What is ranked apart. */
  apart?: Where | undefined;
  found: TextHits;
};

/**
 * Takes the place of Orama's index: `insert`, `update`, `remove` and `search` go through it, and so
 * do `save`, which gives the store itself, to be written by whoever saves, and `load`, which takes
 * the sections of a segment.
 */
export function indexComponent(dimensions: number, aside?: Aside): IIndex<IndexStore> {
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
    search: (raw, term, tokenizer, language, _p, _exact, _t, _boost, _bm25, _count, allowed) => {
      const store = ours(raw);
      const words = (): string[] => tokenizer.tokenize(term, language);
      const query = aside?.query ?? exactly(words(), store);
      const found = store.search(query, allowed, aside?.apart);
      if (aside) aside.found = found;
      return found.best.map(({ row, score }) => [row, score]);
    },
    searchByWhereClause: (store, _tokenizer, filters) => ours(store).where(parseWhere(filters)),
    getSearchableProperties: () => properties,
    getSearchablePropertiesWithTypes: () => ({ ...types }),
    // Orama's own index calls these on itself; nothing else does.
    insertDocumentScoreParameters() {},
    insertTokenScoreParameters() {},
    removeDocumentScoreParameters() {},
    removeTokenScoreParameters() {},
    calculateResultScores() {},
    save: (store) => ours(store) as never,
    load: (_ids, raw) => IndexStore.thaw(raw as Sections, dimensions),
  };
}

function exactly(terms: readonly string[], store: IndexStore): TextQuery {
  const words = terms.map((term) => ({ term, surface: term }));
  return new TextQuery(words, [store.text], { limit: MOST_RESULTS });
}

function ours(store: AnyIndexStore): IndexStore {
  if (!(store instanceof IndexStore)) throw new TypeError('Not a store of this component.');
  return store;
}
