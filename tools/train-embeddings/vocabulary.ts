import type { Corpus } from './corpus';

const LONGEST = 32;

/** The most frequent terms of a corpus, each with its row in the table. */
export class Vocabulary {
  readonly terms: string[];
  readonly counts: Float64Array;
  /** By the corpus's number of a term: its row, −1 for none. */
  readonly rowOf: Int32Array;
  /** How often any term is in the corpus, also those that have no row. */
  readonly total: number;

  constructor({ terms, counts }: Corpus, size: number) {
    const chosen = [...terms.keys()]
      .filter((at) => {
        const term = terms[at] ?? '';
        return term.length <= LONGEST && !/^\d+$/.test(term);
      })
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
      .slice(0, size);
    this.terms = chosen.map((at) => terms[at] ?? '');
    this.counts = Float64Array.from(chosen, (at) => counts[at] ?? 0);
    this.total = counts.reduce((a, b) => a + b, 0);
    this.rowOf = new Int32Array(terms.length).fill(-1);
    chosen.forEach((at, row) => (this.rowOf[at] = row));
  }

  /** A first guess of how much a term says, by its frequency (SIF: Arora et al., 2017). */
  weight(row: number, flatness = 1e-3): number {
    return flatness / (flatness + (this.counts[row] ?? 0) / this.total);
  }
}
