import { gramSimilarity } from '../memory/gram-similarity';

/** What is left of an accepted suggestion; both figures from 0 to 1. */
export interface Survival {
  /** How much of the accepted text stands: 1 untouched, 0 nothing of it. */
  readonly kept: number;
  /** How far it did not go back to what stood there before: 1 not at all, 0 all the way. */
  readonly noRevert: number;
}

/**
 * Looks at an accepted suggestion again, some time after:
 *
 * ```
 *   original ──accept──► accepted ──the user's later edits──► current
 *      │                    │   └────────── kept ───────────────┘ │
 *      └── how near the suggestion was to it ──┘                  │
 *      └──────────── how near the text is to it now ──────────────┘
 *                    the second, beyond the first = going back
 *
 *   accept   5s   30s      2min          5min             15min        commit
 *     ├──────┼────┼─────────┼─────────────┼────────────────┼─────────────┼───► time
 *   every look takes the same three texts; a branch switch voids those to come
 * ```
 *
 * A text may change much (`kept` low) without going back (`noRevert` high): it was developed
 * further. Only a low `noRevert` says that the suggestion was not wanted.
 *
 * Source: `editSurvivalReporter.ts` of microsoft/vscode-copilot-chat, which takes both at 0 to 900 s.
 */
export function survival(texts: {
  readonly accepted: string;
  readonly original: string;
  readonly current: string;
}): Survival {
  const kept = gramSimilarity(texts.accepted, texts.current);
  const before = gramSimilarity(texts.accepted, texts.original);
  if (before === 1) return { kept, noRevert: 1 };
  // Where nothing stood before, going back is deleting: there are no grams to come nearer to.
  if (texts.original.trim() === '') return { kept, noRevert: texts.current.trim() === '' ? 0 : 1 };
  const now = gramSimilarity(texts.current, texts.original);
  return { kept, noRevert: 1 - Math.max(now - before, 0) / (1 - before) };
}
