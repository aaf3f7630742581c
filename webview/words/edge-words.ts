import type { EdgeType } from '../../src/memory/edge';

/**
 * An edge in words, seen from the node at its start and from the one at its end:
 * `X fixes Y` is `fixes` to X and `fixed by` to Y.
 */
const EDGE_WORDS: Readonly<Record<EdgeType, readonly [out: string, back: string]>> = {
  about: ['about', 'subject of'],
  fixes: ['fixes', 'fixed by'],
  causes: ['causes', 'caused by'],
  supersedes: ['supersedes', 'superseded by'],
  contradicts: ['contradicts', 'contradicted by'],
  'derived-from': ['derived from', 'origin of'],
  'similar-to': ['similar to', 'similar to'],
  precedes: ['precedes', 'follows'],
  'used-with': ['changes with', 'changes with'],
  'evidence-for': ['evidence for', 'borne out by'],
};

/** Edge types that mean the same in both directions, so that no arrow is drawn. */
export const MUTUAL: ReadonlySet<EdgeType> = new Set(['similar-to', 'used-with', 'contradicts']);

/** How `from` relates to the other end. */
export function relation(type: EdgeType, outward: boolean): string {
  return EDGE_WORDS[type][outward ? 0 : 1];
}
