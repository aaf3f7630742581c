const GRAM = 4;

/**
 * How much of the text two texts share, 0 to 1: the Dice overlap of their multisets of 4 consecutive
 * characters. Texts shorter than that are alike or they are not.
 *
 * Source: `compute4GramTextSimilarity` of microsoft/vscode-copilot-chat,
 * `src/platform/editSurvivalTracking/common/editSurvivalTracker.ts`; the same figure, so that ours
 * can be compared with what that extension reports.
 */
export function gramSimilarity(one: string, other: string): number {
  if (one.length < GRAM || other.length < GRAM) return one === other ? 1 : 0;
  const grams = countGrams(one);
  let shared = 0;
  for (let i = 0; i + GRAM <= other.length; i++) {
    const gram = other.slice(i, i + GRAM);
    const left = grams.get(gram) ?? 0;
    if (left === 0) continue;
    grams.set(gram, left - 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length - 2 * (GRAM - 1));
}

function countGrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + GRAM <= text.length; i++) {
    const gram = text.slice(i, i + GRAM);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
