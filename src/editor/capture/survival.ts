import { gramSimilarity } from '../../memory/gram-similarity';

/** Characters of a text that are compared: what is longer is told well enough by its start. */
const COMPARED = 20_000;

/** How much of accepted text stands, 0 to 1. */
export function kept(accepted: string, current: string): number {
  return gramSimilarity(accepted.slice(0, COMPARED), current.slice(0, COMPARED));
}

/** Says what became of accepted text, for a person to read. */
export function survivalEvidence(accepted: string, original: string, current: string): string[] {
  const stands = kept(accepted, current);
  const evidence = [`${String(Math.round(stands * 100))} % of it still stands`];
  if (accepted !== current) {
    evidence.push(
      stands >= kept(original, current)
        ? 'nearer to what was accepted than to what stood there'
        : 'nearer to what stood there than to what was accepted',
    );
  }
  return evidence;
}
