import type { Hop, Reason } from '../memory/pack';
import { NEAR, type Ranked } from './ranked';

/** The nodes whose names are needed to tell why these were recalled. */
export function nodesToName(ranked: readonly Ranked[]): string[] {
  const ways = ranked.flatMap(({ way }) => (way ? [way] : []));
  return [...new Set(ways.flatMap(({ seed, path }) => [seed, ...path.map(({ to }) => to)]))];
}

/** The reasons of a memory, its way over the graph told with the names of what it passed. */
export function explained({ reasons, way }: Ranked, names: ReadonlyMap<string, string>): Reason[] {
  const nameOf = (id: string): string => names.get(id) ?? id;
  return reasons.map((reason) => {
    if (reason.words !== NEAR || !way) return reason;
    const path = way.path.map((step): Hop => ({ ...step, label: nameOf(step.to) }));
    return { ...reason, words: wordsOfWay(nameOf(way.seed), path), path, seed: way.seed };
  });
}

/** A way over the graph in words, from the name of the node that it sets out from. */
export function wordsOfWay(seed: string, path: readonly Hop[]): string {
  const edges = [...new Set(path.map(({ edge }) => edge))].join(', ');
  return `${edges} ${seed}, ${path.length} ${path.length === 1 ? 'hop' : 'hops'}`;
}
