import { Task } from '../../src/memory/task';
import { FEATURES, weighed } from '../../src/recall/features';
import type { Recall, Weighed } from '../../src/recall/recall';
import type { DataSet, Query } from './data-set';
import { repoOf, type Loaded } from './loading';
import type { Answer } from './metrics';

/** Deep enough for recall@50, and for the sessions of thousands of turns. */
const DEPTH = { documents: 50, sessions: 1000 } as const;

/** A session's worth is the sum of its documents' scores to this power. */
const SHARPNESS = 6;

/** What a pack cost: its tokens, and milliseconds. */
export type PackCost = { tokens: number; took: number; empty: boolean };

/** Puts queries to a loaded set. */
export class Asking {
  readonly #recall: Recall;
  readonly #set: DataSet;
  readonly #loaded: Loaded;
  readonly #documentOf: ReadonlyMap<string, string>;
  readonly #sessionOf: ReadonlyMap<string, string>;
  readonly #bySession: boolean;

  /**
   * `bySession`: the answer is the sessions of the ranked documents. Memories stay what was said at
   * a time, as in the product; whoever wants the session goes by what led there.
   */
  constructor(recall: Recall, set: DataSet, loaded: Loaded, bySession: boolean) {
    this.#recall = recall;
    this.#set = set;
    this.#loaded = loaded;
    this.#documentOf = new Map(
      [...loaded.memoryOf].map(([document, memory]) => [memory, document]),
    );
    this.#sessionOf = new Map(set.documents.map(({ id, session }) => [id, session ?? id]));
    this.#bySession = bySession;
  }

  task({ text, group, before, files }: Query): Task {
    const asOf = before === undefined ? undefined : this.#loaded.learnedAt.get(before);
    return Task.parse({
      sentence: text,
      repo: repoOf(this.#set.name, group),
      door: 'cli',
      ...(files && { files }),
      ...(asOf !== undefined && { asOf }),
    });
  }

  /** The ranked list, without the query's own document. */
  async ranked(query: Query): Promise<Weighed[]> {
    const depth = this.#bySession ? DEPTH.sessions : DEPTH.documents;
    const ranked = await this.#recall.rank(this.task(query), depth);
    const own = query.self === undefined ? undefined : this.#loaded.memoryOf.get(query.self);
    return ranked.filter(({ memory }) => memory.id !== own);
  }

  /** Where the answers stand in the ranked list. */
  answer(query: Query, ranked: readonly Weighed[]): Answer {
    const named = (document: string): string =>
      this.#bySession ? (this.#sessionOf.get(document) ?? document) : document;
    const relevant = new Set(query.relevant.map(named));
    const scored = ranked.map(({ memory, score }): [string, number] => [
      named(this.#documentOf.get(memory.id) ?? ''),
      score,
    ]);
    const list = this.#bySession ? sessions(scored) : scored.map(([document]) => document);
    const ranks = list.flatMap((name, at) => (relevant.has(name) ? [at + 1] : []));
    return { relevant: relevant.size, ranks, category: query.category };
  }

  /** The pack as it would be shown; `empty`: nothing but the query's own document, at most. */
  async pack(query: Query): Promise<PackCost> {
    const { pack } = await this.#recall.recall(this.task(query), 'bench');
    const own = query.self === undefined ? undefined : this.#loaded.memoryOf.get(query.self);
    const empty = pack.items.every(({ memory }) => memory.id === own);
    return { tokens: pack.tokens, took: pack.took, empty };
  }

  /** A query of another set, put to this one: of its text alone, in the group whose turn it is. */
  foreign({ id, text }: Query, turn: number): Query {
    const groups = [...new Set(this.#set.documents.map(({ group }) => group))];
    const group = groups[turn % groups.length];
    return { id, text, relevant: [id], ...(group !== undefined && { group }) };
  }

  /** What the candidates of a query are weighed by, and which of them are sought. */
  features(query: Query, ranked: readonly Weighed[]): Record<string, unknown> {
    const candidates = ranked.map(({ memory, features, score }) => {
      const weighted = weighed(features);
      const sought = query.relevant.includes(this.#documentOf.get(memory.id) ?? '');
      return [
        sought ? 1 : 0,
        digits(score - weighted),
        ...FEATURES.map((name) => digits(features[name])),
      ];
    });
    const { id, relevant, category } = query;
    const place = this.#set.queries.indexOf(query);
    return { id, place, category, relevant: relevant.length, names: FEATURES, candidates };
  }

  /** In words, for who looks at one query: what came first and why, and where the answers stand. */
  explained(query: Query, ranked: readonly Weighed[]): string {
    const lines = [`${query.id}: ${query.text.slice(0, 300)}`, ...(query.files ?? []).slice(0, 5)];
    for (const [at, { memory, score, reasons }] of ranked.entries()) {
      const document = this.#documentOf.get(memory.id) ?? '';
      const hit = query.relevant.includes(document);
      if (at >= 3 && !hit) continue;
      lines.push(
        `${hit ? '*' : ' '} ${at + 1}. ${document} ${score.toFixed(3)} ${memory.text.slice(0, 160).replaceAll('\n', ' ⏎ ')}`,
        ...reasons.map(({ part, value, words }) => `      ${part} ${value.toFixed(3)} ${words}`),
      );
    }
    return lines.join('\n');
  }
}

/** Sessions by what their documents are worth together, where the best count most. */
function sessions(scored: readonly [session: string, score: number][]): string[] {
  const least = scored.at(-1)?.[1] ?? 0;
  const worth = new Map<string, number>();
  for (const [session, score] of scored) {
    worth.set(session, (worth.get(session) ?? 0) + (score - least) ** SHARPNESS);
  }
  return [...worth].sort(([, a], [, b]) => b - a).map(([session]) => session);
}

function digits(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
