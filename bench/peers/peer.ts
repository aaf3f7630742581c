import type { DataSet, Query } from '../recall/data-set';

/** What a peer answers: documents by their ids, the best first, and what an assistant reads. */
export interface Answer {
  readonly ids: readonly string[];
  readonly text: string;
}

/** A memory that is put the same documents and questions as the others. */
export interface Peer {
  readonly name: string;
  /** What it is, with its version. */
  readonly version: string;
  /**
   * Takes in a set's documents.
   *
   * @param deadline of `performance.now()`; beyond it a peer that is slower throws a `TooSlow`
   */
  load(set: DataSet, deadline: number): Promise<void>;
  /** Answers with regard to the query's group, and to what stood before it. */
  ask(query: Query): Promise<Answer>;
  /** The whole ranking, where an answer is cut to what is worth its tokens. Not timed. */
  ranking?(query: Query): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Results that are looked at; an assistant is shown the first ten. */
export const DEPTH = 50;
export const SHOWN = 10;

/** A peer took longer than it was given. */
export class TooSlow extends Error {}

/** Which documents may answer a query: those of its group, before its time, without its own. */
export class Allowed {
  readonly #places: ReadonlyMap<string, number>;
  readonly #groups: ReadonlyMap<string, string | undefined>;

  constructor(set: DataSet) {
    this.#places = new Map(set.documents.map(({ id }, place) => [id, place]));
    this.#groups = new Map(set.documents.map(({ id, group }) => [id, group]));
  }

  /** Documents from this place on came later than the query. */
  end({ before }: Query): number {
    return before === undefined ? this.#places.size : (this.#places.get(before) ?? 0);
  }

  allows(query: Query, id: string): boolean {
    const fits = query.group === undefined || this.#groups.get(id) === query.group;
    return fits && id !== query.self && (this.#places.get(id) ?? Infinity) < this.end(query);
  }
}

/** The texts of the first ten, as they would be shown. */
export function shownTexts(ids: readonly string[], texts: ReadonlyMap<string, string>): string {
  return ids
    .slice(0, SHOWN)
    .map((id) => texts.get(id) ?? '')
    .join('\n\n');
}

/** Texts by the ids of their documents. */
export function textsOf(set: DataSet): Map<string, string> {
  return new Map(set.documents.map(({ id, text }) => [id, text]));
}
