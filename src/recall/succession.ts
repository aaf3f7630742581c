import type { Edge } from '../memory/edge';
import type { Memory } from '../memory/memory';

/** Memories that give way, each to the one that stands in its place. */
export type Succession = ReadonlyMap<string, string>;

/** Chains of replacements are followed this far. */
const LONGEST_CHAIN = 8;

/**
 * Which memories give way to others. Along `supersedes` the older gives way to the newer; of two
 * that contradict each other the one that is not confirmed does, else the one that was changed
 * earlier. Only a memory that `holds` can take a place.
 */
export function succession(
  edges: readonly Edge[],
  memories: ReadonlyMap<string, Memory>,
  holds: (memory: Memory) => boolean,
): Succession {
  const direct = new Map<string, string>();
  for (const { from, type, to } of edges) {
    const [one, other] = [memories.get(from), memories.get(to)];
    if (!one || !other || one.id === other.id) continue;
    if (type === 'supersedes' && holds(one)) direct.set(other.id, one.id);
    if (type === 'contradicts' && holds(one) && holds(other)) {
      const [stays, goes] = isCurrent(one, other) ? [one, other] : [other, one];
      if (!direct.has(goes.id)) direct.set(goes.id, stays.id);
    }
  }
  return new Map([...direct.keys()].flatMap((id) => last(id, direct)));
}

function isCurrent(one: Memory, other: Memory): boolean {
  if (one.status !== other.status) return one.status === 'active';
  return one.updatedAt >= other.updatedAt;
}

/** The end of a chain; a circle has none, and nobody gives way. */
function last(id: string, direct: Succession): [string, string][] {
  let end = id;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const next = direct.get(end);
    if (next === undefined) return [[id, end]];
    if (next === id) return [];
    end = next;
  }
  return [];
}
