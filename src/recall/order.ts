import type { GraphSource } from './graph-source';

/** Of more than these no one stands right beside. */
const MOST_BESIDE = 4;

/** What came before and after what, along `precedes`, as far as it was looked for. */
export class Order {
  readonly #before = new Map<string, string[]>();
  readonly #after = new Map<string, string[]>();

  /** Reads so many steps from these nodes, both ways. */
  static async around(
    graph: Pick<GraphSource, 'edgesOf'>,
    nodes: readonly string[],
    steps: number,
  ): Promise<Order> {
    const order = new Order();
    const asked = new Set<string>();
    let frontier = nodes;
    for (let step = 0; step < steps && frontier.length > 0; step++) {
      for (const id of frontier) asked.add(id);
      const next = new Set<string>();
      for (const { from, to } of await graph.edgesOf(frontier, ['precedes'])) {
        add(order.#after, from, to);
        add(order.#before, to, from);
        for (const id of [from, to]) if (!asked.has(id)) next.add(id);
      }
      frontier = [...next];
    }
    return order;
  }

  /** What came right after it. */
  after(id: string): readonly string[] {
    return this.#after.get(id) ?? [];
  }

  /** What came right before it and right after it. */
  beside(id: string): string[] {
    return [...(this.#before.get(id) ?? []), ...this.after(id)];
  }

  /** What stands at most so many steps away, without the node itself. */
  near(id: string, steps: number): Set<string> {
    const seen = new Set([id]);
    let frontier = [id];
    for (let step = 0; step < steps; step++) {
      const next: string[] = [];
      for (const one of frontier) {
        const beside = this.beside(one);
        if (beside.length > MOST_BESIDE) continue;
        for (const other of beside) {
          if (seen.has(other)) continue;
          seen.add(other);
          next.push(other);
        }
      }
      frontier = next;
    }
    seen.delete(id);
    return seen;
  }
}

function add(lists: Map<string, string[]>, id: string, other: string): void {
  const list = lists.get(id);
  if (!list) lists.set(id, [other]);
  else if (!list.includes(other)) list.push(other);
}
