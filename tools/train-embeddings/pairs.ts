import type { Corpus } from './corpus';

/**
 * Two texts that belong together: a heading and its text, or the sentences of a passage, dealt into
 * two. Code is paired with what it is for alone, as its lines say little of each other.
 */
export type Pairs = {
  /** Where each text's rows begin in `rows`: query at 2i, document at 2i + 1, and the end. */
  starts: Int32Array;
  rows: Int32Array;
  /** By pair: twice the number of its source, and one more for code. */
  sources: Uint16Array;
};

const FEWEST_TITLE = 1;
const LONGEST_TITLE = 64;
const LONGEST_TEXT = 64;
const LONGEST_CODE = 96;
const WINDOW = 6;

/** @param rowOf the row of each of the corpus's terms in the table, −1 for those not in it. */
export function pairsOf(corpus: Corpus, rowOf: Int32Array, random: () => number): Pairs {
  const starts: number[] = [];
  const sources: number[] = [];
  const rows = new GrowingInts();
  const put = (kind: number, query: number[], doc: number[]) => {
    starts.push(rows.length);
    rows.push(query);
    starts.push(rows.length);
    rows.push(doc);
    sources.push(kind);
  };
  for (const { source, code, title, sentences } of sectionsOf(corpus, rowOf)) {
    const text = sentences.flat();
    if (title.length >= FEWEST_TITLE && text.length >= 3) {
      put(
        2 * source + (code ? 1 : 0),
        title.slice(0, LONGEST_TITLE),
        text.slice(0, code ? LONGEST_CODE : LONGEST_TEXT),
      );
    }
    if (code) continue;
    for (let at = 0; at + 1 < sentences.length; at += WINDOW) {
      const window = sentences.slice(at, at + WINDOW);
      const sides = random() < 0.5 ? oneOf(window, random) : halvesOf(window, random);
      const [query, doc] = sides;
      if (query.length >= 3 && doc.length >= 3) {
        put(2 * source, query.slice(0, LONGEST_TEXT), doc.slice(0, LONGEST_TEXT));
      }
    }
  }
  starts.push(rows.length);
  return { starts: Int32Array.from(starts), rows: rows.all(), sources: Uint16Array.from(sources) };
}

/** A sentence by chance, and the others around it. */
function oneOf(passage: number[][], random: () => number): [number[], number[]] {
  const picked = Math.floor(random() * passage.length);
  return [passage[picked] ?? [], passage.filter((_, at) => at !== picked).flat()];
}

/** Each sentence to one of two sides by chance. */
function halvesOf(passage: number[][], random: () => number): [number[], number[]] {
  const sides: [number[], number[]] = [[], []];
  for (const sentence of passage) sides[random() < 0.5 ? 0 : 1].push(...sentence);
  return sides;
}

/** The sections of a corpus in rows of the table, without the words that are not in it. */
export function* sectionsOf(corpus: Corpus, rowOf: Int32Array) {
  const { stream } = corpus;
  let at = 0;
  const next = () => stream[at++] ?? 0;
  const text = () => {
    const known: number[] = [];
    for (let left = next(); left > 0; left--) {
      const row = rowOf[next()] ?? -1;
      if (row >= 0) known.push(row);
    }
    return known;
  };
  while (at < stream.length) {
    const source = next();
    const code = next() === 1;
    const title = text();
    const sentences: number[][] = [];
    for (let left = next(); left > 0; left--) sentences.push(text());
    yield { source, code, title, sentences };
  }
}

class GrowingInts {
  #ints = new Int32Array(1 << 20);
  length = 0;

  push(values: number[]): void {
    if (this.length + values.length > this.#ints.length) {
      const larger = new Int32Array(this.#ints.length * 2);
      larger.set(this.#ints);
      this.#ints = larger;
    }
    this.#ints.set(values, this.length);
    this.length += values.length;
  }

  all(): Int32Array {
    return this.#ints.slice(0, this.length);
  }
}
