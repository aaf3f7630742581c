import type { Order } from './order';
import { WEIGHTS } from './weights';

/** Steps within which things are said in one breath. */
const CONTEXT = 2;

/** The matches whose neighbours are looked at, the strongest first. */
export function sourcesOf(matches: ReadonlyMap<string, number>): Map<string, number> {
  const strongest = [...matches].sort(([, a], [, b]) => b - a);
  return new Map(strongest.slice(0, WEIGHTS.around.sources));
}

/**
 * What the neighbours of nodes match, in the order of things: what was said right before and after
 * a good match often answers although it shares no word. A match is worth its square, as many weak
 * ones are no evidence, times `fading` for each step along `precedes`; what comes from all sides is
 * added up and brought to 0 to 1.
 *
 * @param sources 0 to 1, by node
 */
export function surroundings(
  order: Order,
  sources: ReadonlyMap<string, number>,
): Map<string, number> {
  const { steps, fading } = WEIGHTS.around;
  const sums = new Map<string, number>();
  for (const [source, match] of sources) {
    const seen = new Set([source]);
    let frontier = [source];
    let worth = match * match;
    for (let step = 0; step < steps && frontier.length > 0; step++) {
      worth *= fading;
      const next: string[] = [];
      for (const id of frontier) {
        const beside = order.beside(id);
        // In a chain there are two; of many no one stands right beside.
        const share = worth / Math.max(1, beside.length / 2);
        for (const other of beside) {
          if (seen.has(other)) continue;
          seen.add(other);
          next.push(other);
          sums.set(other, (sums.get(other) ?? 0) + share);
        }
      }
      frontier = next;
    }
  }
  return new Map([...sums].map(([id, sum]) => [id, sum / (1 + sum)]));
}

/**
 * Which part of the question stands right beside each node and not in it: a conversation says in one
 * turn what it is about and in the next what is asked (passages joined with their neighbours before
 * they are scored: Callan, 1994).
 *
 * @param termsOf the question's words that a node holds
 * @param partOf which part of the question words are, 0 to 1
 */
export function contexts(
  order: Order,
  sources: Iterable<string>,
  termsOf: (id: string) => readonly string[],
  partOf: (words: Iterable<string>) => number,
): Map<string, number> {
  const nearby = new Map<string, Set<string>>();
  for (const source of sources) {
    const terms = termsOf(source);
    if (terms.length === 0) continue;
    for (const id of order.near(source, CONTEXT)) {
      const gathered = nearby.get(id);
      if (gathered) for (const term of terms) gathered.add(term);
      else nearby.set(id, new Set(terms));
    }
  }
  const parts = new Map<string, number>();
  for (const [id, terms] of nearby) {
    const own = termsOf(id);
    const more = partOf(new Set([...own, ...terms])) - partOf(own);
    if (more > 0) parts.set(id, more);
  }
  return parts;
}
