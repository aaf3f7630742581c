/** BM25's saturation of repeated terms, and its correction for length (Robertson et al., 1994). */
export const BM25 = { k1: 1.2, b: 0.75 } as const;

/**
 * How many times more a term counts that stands in a document's headline, beside its place in the
 * text: weighted before saturation, and so is the length (simple BM25F; Robertson et al., 2004).
 */
export const HEADLINE = 1;
/** The headline is the first line, up to so many characters of it. */
const LONGEST_HEADLINE = 200;

/** Where the headline of a text ends; a longer one ends between two words. */
export function headlineEnd(text: string): number {
  const start = text.slice(0, LONGEST_HEADLINE + 1);
  const line = start.indexOf('\n');
  if (line >= 0) return line;
  if (start.length <= LONGEST_HEADLINE) return text.length;
  const blank = start.search(/\s\S*$/u);
  return blank > 0 ? blank : LONGEST_HEADLINE;
}

/** How much a term tells that so many of `size` documents hold; above 0. */
export function idf(holders: number, size: number): number {
  return Math.log(1 + (Math.max(size, holders) - holders + 0.5) / (holders + 0.5));
}

/** How often a term counts that occurs `count` times, `head` of these in the headline. */
export function weighted(count: number, head: number): number {
  return count + HEADLINE * head;
}
