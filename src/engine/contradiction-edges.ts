import type { Edge } from '../memory/edge';
import type { Memory } from '../memory/memory';
import { contradictions } from '../rules/contradiction';
import type { Store } from '../store/store';

/** Edges of a rule that are looked through. */
const EDGES = 50;

/** Keeps the graph's edges between rules that contradict one another. */
export class ContradictionEdges {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Brings the edges between rules to what they say now; of two the newer contradicts the older. */
  async bring(rules: readonly Memory[]): Promise<void> {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const found = new Map<string, Edge>();
    for (const pair of contradictions(rules)) {
      const [older, newer] = [pair.one, pair.other].sort(
        (a, b) => (byId.get(a)?.updatedAt ?? 0) - (byId.get(b)?.updatedAt ?? 0),
      );
      if (older === undefined || newer === undefined) continue;
      const edge: Edge = { from: newer, type: 'contradicts', to: older, weight: 1 };
      found.set(pairOf(edge), edge);
    }
    const known = (await this.#store.edgesOf([...byId.keys()], EDGES)).filter(
      ({ type, from, to }) => type === 'contradicts' && byId.has(from) && byId.has(to),
    );
    const there = new Set(known.map(pairOf));
    const fresh = [...found].filter(([pair]) => !there.has(pair)).map(([, edge]) => edge);
    const over = known.filter((edge) => !found.has(pairOf(edge)));
    if (fresh.length + over.length === 0) return;
    await this.#store.write(async (tx) => {
      await tx.addEdges(fresh);
      await tx.removeEdges(over);
    });
  }
}

function pairOf({ from, to }: Pick<Edge, 'from' | 'to'>): string {
  return [from, to].sort().join(' ');
}
