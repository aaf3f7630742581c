/** Words less alike than this only happen to be used together. */
const LEAST = 0.2;
/** Of longer questions so many words, those that tell most. */
const MOST_WORDS = 8;

/** A word of a question: as it stands, its term, and what it tells. */
export type Telling = { surface: string; term: string; weight: number };

/** What stands in a text for words that it does not hold. */
export class StandIns {
  readonly #words: readonly Telling[];
  readonly #likeness: (term: string) => ArrayLike<number>;

  /** @param likeness see `WordSearch` */
  constructor(
    words: readonly Telling[],
    likeness: (terms: readonly string[]) => ((term: string) => ArrayLike<number>) | undefined,
  ) {
    this.#words = [...words].sort((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
    this.#likeness = likeness(this.#words.map(({ term }) => term)) ?? (() => []);
  }

  /**
   * What the words tell that a text does not hold, each as far as the most alike of its terms stands
   * for it (translation language models by word vectors: Rekabsaz et al., 2016).
   *
   * @param terms of the text
   * @param held words of the question that it holds
   */
  worth(terms: Iterable<string>, held: readonly string[]): number {
    const missing: { at: number; weight: number; best: number }[] = [];
    const known = new Set(terms);
    for (const [at, { surface, term, weight }] of this.#words.entries()) {
      if (!held.includes(surface) && !known.has(term)) missing.push({ at, weight, best: LEAST });
    }
    if (missing.length === 0) return 0;
    for (const term of known) {
      const likeness = this.#likeness(term);
      for (const word of missing) word.best = Math.max(word.best, likeness[word.at] ?? 0);
    }
    return missing.reduce((sum, { weight, best }) => sum + (best > LEAST ? weight * best : 0), 0);
  }
}
