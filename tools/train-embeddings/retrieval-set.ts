import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Embedder } from '../../src/index/embedder';

const K1 = 1.2;
const B = 0.75;
const DEPTH = 10;
/** More queries of one set tell no more. */
const MOST_QUERIES = 1000;
/** Shares of the cosine beside the text score, of which the odd half of the queries picks one. */
export const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.3, 1.6, 2, 3];

const Doc = z.object({ id: z.string(), text: z.string(), group: z.string().optional() });
const Query = Doc.extend({
  relevant: z.array(z.string()),
  before: z.string().optional(),
  self: z.string().optional(),
});

/** Recall@10 and mean reciprocal rank. */
export type Quality = { recall: number; mrr: number };
/** Of every second query, and of the others. */
export type Halves = { odd: Quality; even: Quality };
/** By the cosine alone, and beside the text score at each of `SHARES`. */
export type Measured = { alone: Halves; fused: Halves[] };
type Question = { allowed: number[]; text: Float32Array; relevant: Set<number>; own: string };

/** A public set of questions and documents, to measure on and for nothing else. */
export class RetrievalSet {
  readonly #texts: string[] = [];
  readonly #questions: Question[] = [];

  constructor(
    readonly name: string,
    folder: string,
    tokenize: (text: string) => string[],
  ) {
    const docs = lines(join(folder, name, 'corpus.jsonl.gz')).map((line) => Doc.parse(line));
    const all = lines(join(folder, name, 'queries.jsonl.gz')).map((line) => Query.parse(line));
    const step = Math.max(1, all.length / MOST_QUERIES);
    const at = new Map(docs.map((doc, row) => [doc.id, row]));
    this.#texts = docs.map((doc) => doc.text);
    const bm25 = new Bm25(docs.map((doc) => tokenize(doc.text)));
    for (let i = 0; i < all.length; i += step) {
      const query = all[Math.floor(i)];
      if (!query) break;
      const limit = query.before === undefined ? docs.length : (at.get(query.before) ?? 0);
      const allowed: number[] = [];
      for (let row = 0; row < limit; row++) {
        const doc = docs[row];
        if (doc?.id === query.self || (query.group !== undefined && doc?.group !== query.group))
          continue;
        allowed.push(row);
      }
      const relevant = new Set(query.relevant.flatMap((id) => at.get(id) ?? []));
      const scores = bm25.scores(tokenize(query.text));
      const text = Float32Array.from(allowed, (row) => scores[row] ?? 0);
      this.#questions.push({ allowed, text, relevant, own: query.text });
    }
  }

  /** How well the cosine alone finds, and together with BM25 at each share. */
  async measure(embedder: Embedder): Promise<Measured> {
    const vectors = await embedder.embed(this.#texts);
    const asked = await embedder.embed(this.#questions.map(({ own }) => own));
    const results = this.#questions.map(({ allowed, text, relevant }, i) => {
      const query = asked[i] as Float32Array;
      const cosines = Float32Array.from(allowed, (row) => dot(vectors[row] as Float32Array, query));
      const most = text.reduce((a, b) => Math.max(a, b), 1e-9);
      const find = (share: number) =>
        quality(
          cosines.map((cosine, at) => share * cosine + (text[at] ?? 0) / most),
          allowed,
          relevant,
        );
      return { alone: quality(cosines, allowed, relevant), fused: SHARES.map(find) };
    });
    const halves = (pick: (result: (typeof results)[number]) => Quality): Halves => ({
      odd: mean(results.filter((_, i) => i % 2 === 1).map(pick)),
      even: mean(results.filter((_, i) => i % 2 === 0).map(pick)),
    });
    return {
      alone: halves((result) => result.alone),
      fused: SHARES.map((_, at) => halves((result) => result.fused[at] as Quality)),
    };
  }
}

/** The documents of sets, as texts. */
export function textsOf(folder: string, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    lines(join(folder, name, 'corpus.jsonl.gz')).map((line) => Doc.parse(line).text),
  );
}

class Bm25 {
  readonly #postings = new Map<string, { rows: number[]; counts: number[] }>();
  readonly #lengths: number[];
  readonly #mean: number;

  constructor(docs: string[][]) {
    this.#lengths = docs.map((doc) => doc.length);
    this.#mean = this.#lengths.reduce((a, b) => a + b, 0) / docs.length;
    docs.forEach((doc, row) => {
      for (const term of doc) {
        const list = this.#postings.get(term) ?? { rows: [], counts: [] };
        this.#postings.set(term, list);
        if (list.rows.at(-1) !== row) {
          list.rows.push(row);
          list.counts.push(0);
        }
        list.counts[list.counts.length - 1] = (list.counts.at(-1) ?? 0) + 1;
      }
    });
  }

  scores(terms: string[]): Float32Array {
    const scores = new Float32Array(this.#lengths.length);
    for (const term of new Set(terms)) {
      const list = this.#postings.get(term);
      if (!list) continue;
      const n = list.rows.length;
      const idf = Math.log(1 + (scores.length - n + 0.5) / (n + 0.5));
      list.rows.forEach((row, i) => {
        const count = list.counts[i] ?? 0;
        const norm = K1 * (1 - B + (B * (this.#lengths[row] ?? 0)) / this.#mean);
        scores[row] = (scores[row] ?? 0) + (idf * count * (K1 + 1)) / (count + norm);
      });
    }
    return scores;
  }
}

function quality(scores: Float32Array, allowed: number[], relevant: Set<number>): Quality {
  if (relevant.size === 0) return { recall: 0, mrr: 0 };
  let best = Infinity;
  let found = 0;
  for (let i = 0; i < allowed.length; i++) {
    if (!relevant.has(allowed[i] ?? -1)) continue;
    const own = scores[i] ?? 0;
    let rank = 1;
    for (let j = 0; j < scores.length; j++) {
      const other = scores[j] ?? 0;
      if (other > own || (other === own && j < i)) rank++;
    }
    if (rank <= DEPTH) found++;
    best = Math.min(best, rank);
  }
  return { recall: found / relevant.size, mrr: 1 / best };
}

function mean(all: Quality[]): Quality {
  const sum = (pick: (one: Quality) => number) => all.reduce((total, one) => total + pick(one), 0);
  return { recall: sum((q) => q.recall) / all.length, mrr: sum((q) => q.mrr) / all.length };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function lines(path: string): unknown[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
}
