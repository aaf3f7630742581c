import type { Memory } from '../memory/memory';
import type { Verdict } from '../memory/outcome';
import type { Signal, SignalOf } from '../memory/signal';
import type { EvidenceName } from './evidence-weights';
import { survival } from './survival';
import { type Usage, usageOf } from './usage';

/** What one signal says about one memory. */
export interface Finding {
  readonly evidence: EvidenceName;
  readonly verdict: Verdict;
  /** How surely the memory was used, above 0, at most 1. */
  readonly match: number;
  /** For a person to read. */
  readonly reason: string;
  /** Ids of the signals it rests on. */
  readonly signals: string[];
}

/** Below this the text is nearer to what stood there before than to the suggestion. */
export const WENT_BACK = 0.5;

/** How a piece of code follows what a memory says; `undefined` where it does not. */
export function followed(
  memory: Memory,
  code: string,
  language: string | undefined,
): Usage | undefined {
  const usage = usageOf(memory, code, language);
  return usage?.way === 'followed' ? usage : undefined;
}

/** Whether a suggestion's end was seen before: then later looks at it tell nothing new. */
export function isGone(
  signal: SignalOf<'accepted' | 'survival' | 'reverted' | 'rewritten'>,
  lately: readonly Signal[],
): boolean {
  return lately.some((one) => {
    if (one.id === signal.id || !('suggestion' in one)) return false;
    if (one.suggestion !== signal.suggestion) return false;
    if (signal.kind !== 'accepted' && one.at > signal.at) return false;
    return (
      one.kind === 'reverted' || (one.kind === 'survival' && survival(one).noRevert < WENT_BACK)
    );
  });
}
