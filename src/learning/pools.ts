import type { MemoryKind } from '../memory/memory';
import { joined, NONE, scaled, without, type Counts } from './quality';

/** A pool of so much evidence is believed by half. */
const HALF_BELIEVED = 10;
/** A pool that is fully believed is worth so many outcomes. */
const STRENGTH = 2;

/** What came of all memories of a kind and a language, faded, by `poolOf`. */
export type Pools = ReadonlyMap<string, Counts>;

/** The pool that a memory belongs to: its kind, and its language where its scope names one. */
export function poolOf(kind: MemoryKind, language: string | undefined): string {
  return `${kind} ${language ?? ''}`.trimEnd();
}

/**
 * What a memory inherits from the others of its kind and language, as pseudo-counts to add to its
 * prior: their share of help, worth the more the more is known of them, and `STRENGTH` outcomes at
 * most, so that the memory's own evidence soon counts more. Parametric empirical Bayes in the manner
 * of Morris (1983), with the strength bounded instead of estimated.
 *
 * @param own the memory's own evidence, which is among the pool's and must not count twice
 */
export function inherited(pools: Pools, pool: string, own: Counts): Counts {
  const others = without(pools.get(pool) ?? NONE, own);
  const all = others.helped + others.harmed;
  return all === 0 ? NONE : scaled(others, STRENGTH / (all + HALF_BELIEVED));
}

/** Pools of many memories' evidence. */
export function pooled(
  memories: Iterable<{ readonly pool: string; readonly evidence: Counts }>,
): Pools {
  const pools = new Map<string, Counts>();
  for (const { pool, evidence } of memories) {
    pools.set(pool, joined(pools.get(pool) ?? NONE, evidence));
  }
  return pools;
}
