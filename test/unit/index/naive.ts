import { CodeTokenizer } from '../../../src/index/code-tokenizer';
import type { Embedder } from '../../../src/index/embedder';
import type { IndexDocument } from '../../../src/index/search-index';
import { askedOften } from '../../../src/index/text/asked-words';
import { HEADLINE } from '../../../src/index/text/bm25';

const tokenizer = new CodeTokenizer();

/** A document's first line, for lines of up to 200 characters, and what follows. */
function halves(text: string): [headline: string[], rest: string[]] {
  const [headline = '', ...rest] = text.split('\n');
  return [tokenizer.tokenize(headline), tokenizer.tokenize(rest.join('\n'))];
}

/** BM25 as the textbook has it, over all documents and from their texts; headlines count extra. */
export function naiveBm25(
  documents: readonly IndexDocument[],
  query: string,
  found: (document: IndexDocument) => boolean = () => true,
): Map<string, number> {
  const bags = new Map(
    documents.map((document) => {
      const [headline, rest] = halves(document.text);
      const bag = new Map<string, number>();
      for (const term of headline) bag.set(term, (bag.get(term) ?? 0) + 1 + HEADLINE);
      for (const term of rest) bag.set(term, (bag.get(term) ?? 0) + 1);
      return [document, bag] as const;
    }),
  );
  const lengthOf = (bag: ReadonlyMap<string, number>): number =>
    [...bag.values()].reduce((sum, times) => sum + times, 0);
  const count = documents.length;
  const average = [...bags.values()].reduce((sum, bag) => sum + lengthOf(bag), 0) / count;
  const scores = new Map<string, number>();
  for (const [term, often] of askedOften(tokenizer.words(query), headlineOf(query))) {
    const holders = [...bags.values()].filter((bag) => bag.has(term)).length;
    const idf = Math.log(1 + (count - holders + 0.5) / (holders + 0.5));
    for (const [document, bag] of bags) {
      const times = bag.get(term) ?? 0;
      if (times === 0 || !found(document)) continue;
      const norm = 1.2 * (1 - 0.75 + (0.75 * lengthOf(bag)) / average);
      const score = (often * idf * times * 2.2) / (times + norm);
      scores.set(document.id, (scores.get(document.id) ?? 0) + score);
    }
  }
  return scores;
}

/** How many words of a question of several lines stand in its first. */
function headlineOf(query: string): number {
  const [first = '', ...rest] = query.split('\n');
  return rest.length === 0 ? 0 : tokenizer.words(first).length;
}

/** The cosine of every document that is found, above `least`. */
export async function naiveCosine(
  documents: readonly IndexDocument[],
  query: string,
  embedder: Embedder,
  least: number,
): Promise<Map<string, number>> {
  const [target, ...vectors] = await embedder.embed([query, ...documents.map(({ text }) => text)]);
  const cosines = documents.map(({ id }, at): [string, number] => {
    const vector = vectors[at] ?? new Float32Array();
    return [id, vector.reduce((sum, value, i) => sum + value * (target?.[i] ?? 0), 0)];
  });
  return new Map(cosines.filter(([, cosine]) => cosine > least));
}
