import type { Asked } from './world';

/** A memory that may be shown, with what it scores before anything was learned; the best first. */
export interface Scored {
  readonly item: string;
  readonly score: number;
  /** When it came to be known, in milliseconds since 1970. */
  readonly at: number;
}

/** Chooses what is shown, and hears what came of it. */
export interface Policy {
  readonly name: string;
  rerank(candidates: readonly Scored[], asked: Asked): readonly Scored[];
  shown?(items: readonly string[]): void;
  told?(item: string, helped: boolean): void;
}

/**
 * What the value of an item (0 to 1; the logarithm of its count) adds to its score: of .1, .25, .5, 1
 * and 2, what is best for each policy on the odd halves of the sets. To count accesses does harm
 * whatever it is worth.
 */
const WORTH = { mean: 1, ema: 2, access: 0.05 } as const;
/** Of `ema`. */
const ALPHA = 0.1;
/** The newest of so many wins. */
const AMONG = 10;

/** What others do, each over the same candidates; `none` is recall without learning. */
export function peers(): Policy[] {
  return [none(), mean(), ema(), newest(), access(), oracle()];
}

const none = (): Policy => ({ name: 'none', rerank: (candidates) => candidates });

function mean(): Policy {
  const heard = new Map<string, { helped: number; all: number }>();
  return {
    name: 'mean',
    rerank: (candidates) =>
      sorted(candidates, ({ item, score }) => {
        const { helped, all } = heard.get(item) ?? { helped: 1, all: 2 };
        return score + (WORTH.mean * helped) / all;
      }),
    told(item, helped) {
      const known = heard.get(item) ?? { helped: 0, all: 0 };
      heard.set(item, { helped: known.helped + (helped ? 1 : 0), all: known.all + 1 });
    },
  };
}

function ema(): Policy {
  const values = new Map<string, number>();
  return {
    name: 'ema',
    rerank: (candidates) =>
      sorted(candidates, ({ item, score }) => score + WORTH.ema * (values.get(item) ?? 0.5)),
    told(item, helped) {
      const known = values.get(item) ?? 0.5;
      values.set(item, known + ALPHA * ((helped ? 1 : 0) - known));
    },
  };
}

const newest = (): Policy => ({
  name: 'newest',
  rerank: (candidates) => [
    ...sorted(candidates.slice(0, AMONG), ({ at }) => at),
    ...candidates.slice(AMONG),
  ],
});

function access(): Policy {
  const counts = new Map<string, number>();
  return {
    name: 'access',
    rerank: (candidates) =>
      sorted(
        candidates,
        ({ item, score }) => score + WORTH.access * Math.log1p(counts.get(item) ?? 0),
      ),
    shown(items) {
      for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
    },
  };
}

const oracle = (): Policy => ({
  name: 'oracle',
  rerank: (candidates, { relevant }) =>
    sorted(candidates, ({ item, score }) => score + (relevant.has(item) ? 10 : 0)),
});

function sorted(candidates: readonly Scored[], value: (one: Scored) => number): Scored[] {
  return candidates
    .map((one) => ({ one, by: value(one) }))
    .sort((a, b) => b.by - a.by)
    .map(({ one }) => one);
}
