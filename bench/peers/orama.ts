import { create, insertMultiple, search, type AnyOrama } from '@orama/orama';
import type { DataSet, Query } from '../recall/data-set';
import { Allowed, DEPTH, shownTexts, textsOf, type Answer, type Peer } from './peer';

/** Orama as it comes: its own index and tokenizer, full text, its defaults. */
export class PlainOrama implements Peer {
  readonly name = 'Orama as it comes';
  #db: AnyOrama | undefined;
  #allowed: Allowed | undefined;
  #texts = new Map<string, string>();

  constructor(readonly version: string) {}

  async load(set: DataSet): Promise<void> {
    this.#allowed = new Allowed(set);
    this.#texts = textsOf(set);
    this.#db = create({ schema: { text: 'string', group: 'enum', place: 'number' } as const });
    await insertMultiple(
      this.#db,
      set.documents.map(({ id, text, group = '' }, place) => ({ id, text, group, place })),
    );
  }

  async ask(query: Query): Promise<Answer> {
    if (this.#db === undefined) return { ids: [], text: '' };
    const { hits } = await search(this.#db, {
      term: query.text,
      properties: ['text'],
      limit: DEPTH + 1,
      where: {
        place: { lt: this.#allowed?.end(query) ?? 0 },
        ...(query.group !== undefined && { group: { eq: query.group } }),
      },
    });
    const ids = hits.map(({ id }) => id).filter((id) => id !== query.self);
    return { ids, text: shownTexts(ids, this.#texts) };
  }

  close(): Promise<void> {
    this.#db = undefined;
    return Promise.resolve();
  }
}
