import type { DataSet, Query } from '../recall/data-set';
import type { Installed } from './installed';
import { Allowed, DEPTH, shownTexts, textsOf, type Answer, type Peer } from './peer';

/** As much of MiniSearch as is used. */
interface Index {
  addAll(documents: readonly { id: string; text: string }[]): void;
  search(text: string, options: { filter: (hit: { id: string }) => boolean }): { id: string }[];
}
type MiniSearchModule = { default: new (options: { fields: string[] }) => Index };

/** MiniSearch with its defaults: any of the words, whole, by BM25+. */
export class MiniSearch implements Peer {
  readonly name = 'MiniSearch';
  readonly version: string;
  readonly #installed: Installed;
  #index: Index | undefined;
  #allowed: Allowed | undefined;
  #texts = new Map<string, string>();

  constructor(installed: Installed) {
    this.#installed = installed;
    this.version = installed.version('minisearch');
  }

  async load(set: DataSet): Promise<void> {
    const path = 'minisearch/dist/es/index.js';
    const module = (await this.#installed.load(path)) as MiniSearchModule;
    this.#allowed = new Allowed(set);
    this.#texts = textsOf(set);
    this.#index = new module.default({ fields: ['text'] });
    this.#index.addAll(set.documents.map(({ id, text }) => ({ id, text })));
  }

  ask(query: Query): Promise<Answer> {
    const filter = ({ id }: { id: string }): boolean => this.#allowed?.allows(query, id) ?? false;
    const hits = this.#index?.search(query.text, { filter }) ?? [];
    const ids = hits.slice(0, DEPTH).map(({ id }) => id);
    return Promise.resolve({ ids, text: shownTexts(ids, this.#texts) });
  }

  close(): Promise<void> {
    this.#index = undefined;
    return Promise.resolve();
  }
}
