/** What one query came to: where its relevant documents stand in the answer, counted from 1. */
export type Answer = { relevant: number; ranks: number[]; category: string | undefined };

const CUTS = [1, 5, 10, 50] as const;
const NDCG_CUT = 10;

/** Means over the answers: recall@k, the reciprocal rank of the first hit, NDCG@10. */
export function metrics(answers: readonly Answer[]): Record<string, number> {
  const mean = (of: (answer: Answer) => number): number =>
    round(answers.reduce((sum, answer) => sum + of(answer), 0) / Math.max(1, answers.length));
  return {
    ...Object.fromEntries(CUTS.map((k) => [`recall@${k}`, mean((answer) => recallAt(answer, k))])),
    mrr: mean(({ ranks }) => (ranks.length === 0 ? 0 : 1 / Math.min(...ranks))),
    'ndcg@10': mean(ndcg),
  };
}

/** The same for each category, with the number of its queries. */
export function byCategory(answers: readonly Answer[]): Record<string, Record<string, number>> {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    if (answer.category === undefined) continue;
    groups.set(answer.category, [...(groups.get(answer.category) ?? []), answer]);
  }
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, of]) => [name, { queries: of.length, ...metrics(of) }]),
  );
}

function recallAt({ relevant, ranks }: Answer, k: number): number {
  return ranks.filter((rank) => rank <= k).length / relevant;
}

function ndcg({ relevant, ranks }: Answer): number {
  const gain = (rank: number): number => (rank > NDCG_CUT ? 0 : 1 / Math.log2(rank + 1));
  let ideal = 0;
  for (let rank = 1; rank <= relevant; rank++) ideal += gain(rank);
  return ranks.reduce((sum, rank) => sum + gain(rank), 0) / ideal;
}

/** To four digits. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
