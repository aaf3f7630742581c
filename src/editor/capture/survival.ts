/** How many characters of an accepted and its current text are compared at most. */
const COMPARED = 20_000;

/**
 * How much of `accepted` is still in `current`, 0 to 1: the share of its 4-grams that are found
 * there, each counted as often as it occurs (the measure of Copilot Chat's edit survival reporter).
 * Shorter texts count as one gram.
 */
export function kept(accepted: string, current: string): number {
  if (accepted === current) return 1;
  const wanted = grams(accepted);
  const found = grams(current);
  let total = 0;
  let shared = 0;
  for (const [gram, count] of wanted) {
    total += count;
    shared += Math.min(count, found.get(gram) ?? 0);
  }
  return total === 0 ? 1 : shared / total;
}

/** Says what became of accepted text, for a person to read. */
export function survivalEvidence(accepted: string, original: string, current: string): string[] {
  const toAccepted = alike(accepted, current);
  const toOriginal = alike(original, current);
  const evidence = [`${String(Math.round(kept(accepted, current) * 100))} % of it still stands`];
  if (accepted !== current) {
    evidence.push(
      toAccepted >= toOriginal
        ? 'nearer to what was accepted than to what stood there'
        : 'nearer to what stood there than to what was accepted',
    );
  }
  return evidence;
}

/** Dice's coefficient over 4-grams, so that neither text's length decides alone. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  return (kept(a, b) + kept(b, a)) / 2;
}

function grams(text: string): Map<string, number> {
  const bounded = text.slice(0, COMPARED);
  const counts = new Map<string, number>();
  if (bounded === '') return counts;
  const last = Math.max(0, bounded.length - 4);
  for (let i = 0; i <= last; i++) {
    const gram = bounded.slice(i, i + 4);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
