import type { Word } from '../code-tokenizer';
import { askedOften } from './asked-words';
import { BM25, idf } from './bm25';
import type { Outline } from './outline';

/** A query may be a whole stack trace; its rarest terms say enough. */
const MOST_TERMS = 96;
/**
 * The rarest terms are looked for whose documents together are no more than this, and no fewer than
 * `SURELY` of them: in a store of a million a common word costs as much as all rare ones, and says
 * least. Where it shows: about a tenth of a large store is enough for nearly the same answer (Lin &
 * Trotman, Anytime Ranking for Impact-Ordered Indexes, 2015).
 */
const MOST_POSTINGS = 32_768;
const SURELY = 3;
/** A beginning of fewer letters says nothing yet. */
const SHORTEST_PREFIX = 2;
/** As many words are tried for the one being typed, the commonest. */
const MOST_EXPANSIONS = 48;
/** A longer query is measured by so many of its rarest terms: nothing holds all of a stack trace. */
const TELLING_TERMS = 16;
/**
 * In a store of a few documents rarity tells next to nothing: what three of five hold is no common
 * word, and what none holds is not what the query is about. Parts of a query are measured as if the
 * words stood among this many documents.
 */
const FEW = 1000;

/** What one tier knows of the texts in it, for statistics over all tiers. */
export interface TextStatistics {
  /** Live documents. */
  readonly size: number;
  /** The sum of their lengths, in weighted terms. */
  readonly totalLength: number;
  /** Live documents that hold the term. */
  holders(term: string): number;
  /** Terms that begin like this, with their live holders. */
  withPrefix(prefix: string): Map<string, number>;
  /** The places of these terms among them, by the numbers that the tier has for them. */
  asked(terms: readonly string[]): ReadonlyMap<number, number>;
  /** What a row's text is like: of each term its place among those asked; -1: none of them. */
  outline(row: number, asked: ReadonlyMap<number, number>): Outline<number>;
}

/** A term to look for. */
export type QueryTerm = {
  term: string;
  /** The number of the query's word that it stands for; several may stand for one being typed. */
  word: number;
  /** The most that a document can score by it. */
  weight: number;
};

/** A document found, by its number within a tier. */
export type TextHit = {
  row: number;
  score: number;
  /** The numbers of the query's words that it holds. */
  words: number[];
};

/** What a match says beside its score. */
export type Share = { terms: string[]; coverage: number; share: number };

/**
 * A query, weighed by statistics over all tiers, so that scores of every tier compare.
 *
 * The word being typed stands for every word that begins so: each counts as rare as all of them
 * together are; the word as it stands counts as rare as it is.
 */
export class TextQuery {
  /** The heaviest first. */
  readonly terms: readonly QueryTerm[];
  /** BM25's divisor is a term's weighted count + `flat` + `perLength` × the document's length. */
  readonly flat = BM25.k1 * (1 - BM25.b);
  readonly perLength: number;
  /** The query's distinct words. */
  readonly #words: { surface: string; rarity: number; weight: number }[] = [];
  readonly #distinct: number;
  readonly #repeated: number;

  constructor(
    words: readonly Word[],
    tiers: readonly TextStatistics[],
    options: {
      limit: number;
      beside?: number | undefined;
      typed?: string | undefined;
      headline?: number | undefined;
    },
  ) {
    this.limit = options.limit;
    this.beside = options.beside ?? 0;
    const sum = (of: (tier: TextStatistics) => number): number =>
      tiers.reduce((total, tier) => total + of(tier), 0);
    const size = sum((tier) => tier.size);
    this.perLength =
      (BM25.k1 * BM25.b * size) /
      Math.max(
        1,
        sum((tier) => tier.totalLength),
      );

    const often = askedOften(words, options.headline ?? 0);
    const repeats = affordable(often, (term) => sum((tier) => tier.holders(term)));
    const surfaces = new Map(words.map(({ term, surface }) => [term, surface]));
    const last = words.at(-1);
    const terms: QueryTerm[] = [];
    const weights: { weight: number; times: number }[] = [];
    for (const [term, times] of repeats) {
      const word = this.#words.length;
      const holders = sum((tier) => tier.holders(term));
      const begun =
        options.typed !== undefined && term === last?.term
          ? expansions(options.typed, term, tiers)
          : new Map<string, number>();
      const all = Math.min(size, holders + total(begun));
      const rarity = idf(holders > 0 ? holders : all, size);
      const weight = idf(holders > 0 ? holders : all, Math.max(size, FEW));
      const part = Math.min(1, times);
      this.#words.push({
        surface: surfaces.get(term) ?? term,
        rarity: part * rarity,
        weight: part * weight,
      });
      weights.push({ weight, times });
      const most = times * (BM25.k1 + 1);
      if (holders > 0) terms.push({ term, word, weight: most * rarity });
      for (const other of begun.keys()) {
        terms.push({ term: other, word, weight: most * idf(all, size) });
      }
    }
    this.#distinct = heaviest(this.#words.map(({ weight }) => ({ weight, times: 1 })));
    this.#repeated = heaviest(weights);
    this.terms = terms.sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
  }

  /** As many documents are wanted. */
  readonly limit: number;
  /** As many of those that are ranked apart. */
  readonly beside: number;

  /** Says which words of the query a document shares, and what part of the query they make. */
  shareOf({ score, words }: { score: number; words: readonly number[] }): Share {
    let shared = 0;
    let rarity = 0;
    const named = new Set<string>();
    for (const number of words) {
      const word = this.#words[number];
      if (!word) continue;
      shared += word.weight;
      rarity += word.rarity;
      named.add(word.surface);
    }
    return {
      terms: [...named],
      coverage: Math.min(1, shared / this.#distinct),
      // The same as score over the whole query's, but for the few documents that FEW is about.
      share: shared === 0 ? 0 : (score / rarity) * (shared / this.#repeated),
    };
  }
}

/** The terms that are looked for, the rarest of all when these are too many documents' terms. */
function affordable(
  often: ReadonlyMap<string, number>,
  holdersOf: (term: string) => number,
): ReadonlyMap<string, number> {
  const holders = new Map([...often.keys()].map((term) => [term, holdersOf(term)]));
  if (total(holders) <= MOST_POSTINGS) return often;
  let postings = 0;
  const rarest = [...holders].sort(([, a], [, b]) => a - b);
  const kept = rarest.filter(([, n], at) => (postings += n) <= MOST_POSTINGS || at < SURELY);
  const terms = new Set(kept.map(([term]) => term));
  return new Map([...often].filter(([term]) => terms.has(term)));
}

/** The commonest terms that begin like the one being typed, beside itself. */
function expansions(
  typed: string,
  itself: string,
  tiers: readonly TextStatistics[],
): Map<string, number> {
  const found = new Map<string, number>();
  if (typed.length < SHORTEST_PREFIX) return found;
  for (const tier of tiers) {
    for (const [term, holders] of tier.withPrefix(typed)) {
      if (term !== itself) found.set(term, (found.get(term) ?? 0) + holders);
    }
  }
  if (found.size <= MOST_EXPANSIONS) return found;
  return new Map([...found].sort((a, b) => b[1] - a[1]).slice(0, MOST_EXPANSIONS));
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function heaviest(weights: readonly { weight: number; times: number }[]): number {
  return [...weights]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TELLING_TERMS)
    .reduce((sum, { weight, times }) => sum + weight * times, 0);
}
