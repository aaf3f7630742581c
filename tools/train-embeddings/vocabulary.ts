import type { Corpus } from './corpus';
import { sectionsOf } from './pairs';

const LONGEST = 32;

/**
 * The terms of a corpus that get a row in the table: the most frequent, where each source counts by
 * the root of how often it has a term, so that no one package's names crowd out plain words.
 */
export class Vocabulary {
  readonly terms: string[];
  readonly counts: Float64Array;
  /** By the corpus's number of a term: its row, −1 for none. */
  readonly rowOf: Int32Array;
  /** How often any term is in the corpus, also those that have no row. */
  readonly total: number;

  constructor(corpus: Corpus, size: number) {
    const { terms, counts } = corpus;
    const spread = spreadOf(corpus);
    const chosen = [...terms.keys()]
      .filter((at) => {
        const term = terms[at] ?? '';
        return term.length <= LONGEST && !/^\d+$/.test(term);
      })
      .sort((a, b) => (spread[b] ?? 0) - (spread[a] ?? 0) || a - b)
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

/** By term: the sum over all sources of the root of its count there. */
function spreadOf(corpus: Corpus): Float64Array {
  const { terms } = corpus;
  const spread = new Float64Array(terms.length);
  const counts = new Float64Array(terms.length);
  let current = -1;
  let touched: number[] = [];
  const end = () => {
    for (const at of touched) {
      spread[at] = (spread[at] ?? 0) + Math.sqrt(counts[at] ?? 0);
      counts[at] = 0;
    }
    touched = [];
  };
  for (const { source, title, sentences } of sectionsOf(corpus, Int32Array.from(terms.keys()))) {
    if (source !== current) end();
    current = source;
    for (const list of [title, ...sentences]) {
      for (const at of list) {
        if (counts[at] === 0) touched.push(at);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  end();
  return spread;
}
