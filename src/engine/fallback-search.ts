import { CodeTokenizer, type Word } from '../index/code-tokenizer';
import { foundBy } from '../memory/found-by';
import type { FoundByWords } from '../recall/word-search';
import type { Store } from '../store/store';

/** As in the index: BM25's saturation and correction for length, */
const BM25 = { k1: 1.2, b: 0.75 } as const;
/** a longer query is measured by so many of its rarest terms, */
const TELLING_TERMS = 16;
/** and in a small store rarity is measured as if there were this many memories. */
const FEW = 1000;

/** What is asked; more of recall's own query is passed over. */
export type FallbackQuery = {
  text: string;
  limit: number;
  types: readonly string[];
  /** That repository's and those of none; `''`: those of none. Every one where it is missing. */
  repo?: string | undefined;
};

/**
 * Answers recall while there is no index: memories by their words, from the store's full text. It
 * knows no vectors and finds no entities. How much of a query a memory holds is reckoned from the
 * memory's own text as the index does it, with the full text's word of how common each term is:
 * shares and coverages stand on the same scale, so nothing is shown that the index would not show.
 */
export class FallbackSearch {
  readonly #store: Pick<Store, 'findText' | 'memories' | 'counts'>;
  readonly #tokenizer = new CodeTokenizer();
  #memories: Promise<number> | undefined;

  constructor(store: Pick<Store, 'findText' | 'memories' | 'counts'>) {
    this.#store = store;
  }

  /** The full text says how rare a word is only of what it searched for: all tell the same. */
  rarities(terms: readonly string[]): number[] {
    return terms.map(() => 1);
  }

  /** The best first. */
  async search({ text, limit, types, repo }: FallbackQuery): Promise<FoundByWords[]> {
    const words = this.#tokenizer.words(text);
    if (words.length === 0 || !types.includes('memory')) return [];
    const surfaces = [...new Set(words.map(({ surface }) => surface))];
    const { hits, frequencies } = await this.#store.findText(surfaces, { limit, repo });
    if (hits.length === 0) return [];
    this.#memories ??= this.#store.counts().then(({ memories }) => memories);
    const measure = new Measure(words, frequencies, await this.#memories);
    const memories = await this.#store.memories(hits.map(({ id }) => id));
    const documents = memories.map((memory) => ({
      id: memory.id,
      terms: this.#tokenizer.tokenize(foundBy(memory)),
    }));
    const length = documents.reduce((sum, { terms }) => sum + terms.length, 0) / documents.length;
    return documents
      .map(({ id, terms }) => {
        return { id, type: 'memory' as const, text: measure.of(terms, length), vector: undefined };
      })
      .filter((hit) => hit.text.terms.length > 0)
      .sort((a, b) => b.text.share - a.text.share);
  }
}

/** Measures what part of a query a text holds. */
class Measure {
  readonly #surfaces: ReadonlyMap<string, string>;
  readonly #weights = new Map<string, number>();
  readonly #repeats = new Map<string, number>();
  readonly #distinct: number;
  readonly #repeated: number;

  constructor(words: readonly Word[], frequencies: ReadonlyMap<string, number>, memories: number) {
    this.#surfaces = new Map(words.map(({ term, surface }) => [term, surface]));
    const among = Math.max(FEW, memories);
    for (const [term, surface] of this.#surfaces) {
      const n = Math.min(among, frequencies.get(surface) ?? 0);
      this.#weights.set(term, Math.log(1 + (among - n + 0.5) / (n + 0.5)));
    }
    for (const { term } of words) this.#repeats.set(term, (this.#repeats.get(term) ?? 0) + 1);
    this.#distinct = heaviest([...this.#weights.values()]);
    this.#repeated = heaviest(words.map(({ term }) => this.#weights.get(term) ?? 0));
  }

  /** @param averageLength in terms, of the texts that it is measured among */
  of(terms: readonly string[], averageLength: number): NonNullable<FoundByWords['text']> {
    const counts = new Map<string, number>();
    for (const term of terms) {
      if (this.#weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const { k1, b } = BM25;
    const long = k1 * (1 - b + (b * terms.length) / averageLength);
    let shared = 0;
    let score = 0;
    for (const [term, count] of counts) {
      const weight = this.#weights.get(term) ?? 0;
      shared += weight;
      score += ((this.#repeats.get(term) ?? 0) * weight * (k1 + 1) * count) / (count + long);
    }
    return {
      terms: [...new Set([...counts.keys()].map((term) => this.#surfaces.get(term) ?? term))],
      coverage: Math.min(1, shared / this.#distinct),
      share: score / this.#repeated,
    };
  }
}

function heaviest(weights: readonly number[]): number {
  return [...weights]
    .sort((a, b) => b - a)
    .slice(0, TELLING_TERMS)
    .reduce((sum, weight) => sum + weight, 0);
}
