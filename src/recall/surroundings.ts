import type { GraphSource } from './graph-source';
import { WEIGHTS } from './weights';

/**
 * What the neighbours of nodes match, in the order of things: what was said right before and after
 * a good match often answers although it shares no word. A match is worth its square, as many weak
 * ones are no evidence, times `fading` for each step along `precedes`; what comes from all sides is
 * added up and brought to 0 to 1.
 *
 * @param matches 0 to 1, by node
 */
export async function surroundings(
  graph: Pick<GraphSource, 'edgesOf'>,
  matches: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const { sources, steps, fading } = WEIGHTS.around;
  const strongest = [...matches].sort(([, a], [, b]) => b - a).slice(0, sources);
  const neighbours = await chains(
    graph,
    strongest.map(([id]) => id),
    steps,
  );
  const sums = new Map<string, number>();
  for (const [source, match] of strongest) {
    const seen = new Set([source]);
    let frontier = [source];
    let worth = match * match;
    for (let step = 0; step < steps && frontier.length > 0; step++) {
      worth *= fading;
      const next: string[] = [];
      for (const id of frontier) {
        const beside = neighbours.get(id) ?? [];
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

/** Which nodes stand beside which, as far as so many steps go. */
async function chains(
  graph: Pick<GraphSource, 'edgesOf'>,
  from: readonly string[],
  steps: number,
): Promise<Map<string, string[]>> {
  const neighbours = new Map<string, string[]>();
  const add = (id: string, other: string): void => {
    const list = neighbours.get(id);
    if (!list) neighbours.set(id, [other]);
    else if (!list.includes(other)) list.push(other);
  };
  const asked = new Set<string>();
  let frontier = from;
  for (let step = 0; step < steps && frontier.length > 0; step++) {
    for (const id of frontier) asked.add(id);
    const next = new Set<string>();
    for (const { from: one, to: other } of await graph.edgesOf(frontier, ['precedes'])) {
      add(one, other);
      add(other, one);
      for (const id of [one, other]) if (!asked.has(id)) next.add(id);
    }
    frontier = [...next];
  }
  return neighbours;
}
