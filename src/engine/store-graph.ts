import type { GraphSource } from '../recall/graph-source';
import type { Store } from '../store/store';

/** Characters of a node's name or text in an explanation. */
const LABEL = 80;

/** The graph as recall travels it, read from the store at each step. */
export function storeGraph(store: Store): GraphSource {
  return {
    edgesOf: (ids, limitPerNode) => store.edgesOf(ids, limitPerNode),
    async labels(ids) {
      const [memories, entities] = await Promise.all([store.memories(ids), store.entities(ids)]);
      const labels = new Map<string, string>();
      for (const { id, text } of memories) labels.set(id, cut(text));
      for (const { id, kind, name, text } of entities) {
        labels.set(id, cut(kind === 'commit' ? firstLine(text) || name.slice(0, 10) : name));
      }
      return labels;
    },
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function cut(text: string): string {
  return text.length <= LABEL ? text : `${text.slice(0, LABEL - 1)}…`;
}
