import { isProhibition, type Directive } from '../../memory/directive';
import type { Said } from '../said';
import type { Demand } from './directive';
import { reasonOfNext } from './reason';
import type { Line } from './wording';

/** What a line of a file demands. */
export interface LinedSaid extends Said {
  /** Counted from 1. */
  line: number;
  /** The words of the sentence that demand it: all of them, where it demands one thing. */
  words: string;
}

/** What a sentence takes over from around it. */
type Given = Pick<Directive, 'alternative' | 'condition' | 'reason'>;

/**
 * Reads sentence by sentence with `demands`. A sentence that only gives the reason of the one
 * before it, or says what to do instead, adds to that one's directive.
 */
export function readSentences(
  sentences: readonly Line[],
  { alternative, condition, reason }: Given,
  demands: (sentence: string, first: boolean) => Demand[],
): LinedSaid[] {
  const given = {
    ...(alternative !== undefined && { alternative }),
    ...(condition !== undefined && { condition }),
    ...(reason !== undefined && { reason }),
  };
  const found: LinedSaid[] = [];
  sentences.forEach(({ text, line }, index) => {
    const last = found.at(-1)?.directive;
    const why = last && reasonOfNext(text);
    const next = why === undefined ? demands(text, index === 0) : [];
    if (last && why !== undefined) {
      last.reason ??= why;
    } else if (last && isProhibition(last) && isInstead(text)) {
      last.alternative ??= (next[0]?.directive.subject ?? text).replace(/\s+instead[.!]?$/i, '');
    } else {
      for (const { directive, words } of next) {
        found.push({
          text,
          line,
          words,
          directive: { ...given, ...directive },
          languages: [],
          examples: [],
        });
      }
    }
  });
  return found;
}

function isInstead(sentence: string): boolean {
  return /^instead\b/i.test(sentence) || /\binstead[.!]?$/i.test(sentence);
}
