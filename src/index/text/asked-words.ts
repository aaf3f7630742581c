import type { Word } from '../code-tokenizer';

/** How much more a word counts in the headline of a question that goes on after it. */
const HEADLINE = 1.5;
/** What language it is about is seldom said in the code or the note that answers. */
const LANGUAGE = 0.3;
const LANGUAGES: ReadonlySet<string> = new Set(
  'python python2 python3 javascript typescript java kotlin scala golang rust rubi php perl swift bash c++ c#'.split(
    ' ',
  ),
);

/**
 * How often each term of a question counts. Saying a word again adds ever less, at most as much as
 * saying it did: a long report repeats what it is not about.
 *
 * @param headline how many of the words stand in the first of several lines
 */
export function askedOften(words: readonly Word[], headline: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of words) counts.set(term, (counts.get(term) ?? 0) + 1);
  const heads = new Set(words.slice(0, headline).map(({ term }) => term));
  const all = heads.size > 0 && words.length > headline;
  for (const [term, count] of counts) {
    const often = (2 * count) / (count + 1);
    const place = all && heads.has(term) ? HEADLINE : 1;
    counts.set(term, often * place * (LANGUAGES.has(term) ? LANGUAGE : 1));
  }
  return counts;
}
