import { forceIn } from './force';
import { isImperative } from './imperative';
import { masked } from './masked';

/** Verbs of a purpose: `to avoid leaks` says why, `to control how it is swapped` says what for. */
const PURPOSES = String.raw`avoid|prevent|ensure|reduce|improve|keep|make|help|minimi[sz]e|maximi[sz]e|enhance|maintain|increase|simplify|benefit|protect|preserve|speed up|catch|save|guarantee|promote|facilitate|boost|allow|enable|support|stay|eliminate|optimi[sz]e|preempt`;
const TOLD = String.raw`(?:prevent|avoid|ensure|reduce|improve|keep|make|help|cause|break|lead|enhance|maintain|increase|simplifie|protect|preserve|catche|save|guarantee|allow|enable|lose|hide|leak|block|slow|defeat|bypasse|create|produce|mean)s\b`;
const PRONOUN = String.raw`(?:it|they|this|that|these|those|doing so|otherwise)`;

/** What opens a reason after the demand, within its sentence. */
const OPENINGS: readonly RegExp[] = [
  /[,;:—–(]?\s*\bbecause\b\s*/i,
  /,?\s*\bdue to\b\s*/i,
  /,\s*since\b\s*|\s+since (?=(?:it|they|this|that|the|we|you)\b)/i,
  /,\s*as (?=(?:it|they|this|that|these|we|you)\b)/i,
  /,?\s*\b(?:so that|so (?=(?:that|we|you|it|they|users?|the)\b))\s*/i,
  /,?\s*\bin order to\b\s*/i,
  new RegExp(String.raw`,?\s*\bfor (?:better|improved?|easier|greater|maximum|optimal)\b\s*`, 'i'),
  new RegExp(String.raw`,?\s+to (?=(?:${PURPOSES})\b)`, 'i'),
  new RegExp(
    String.raw`\s*(?:[—–(;]|\s-\s)\s*(?=${PRONOUN}(?:'s|’s)?\s+(?!should\b|must\b|shall\b|is not allowed\b)\S)`,
    'i',
  ),
  new RegExp(String.raw`,\s*(?=(?:which|this|that|it)\s+(?:\w+\s+)?${TOLD})`, 'i'),
  /,\s*(?=(?:it|this|that)\s+(?!is (?:required|mandatory|forbidden)\b)\w+s\b)/i,
  new RegExp(String.raw`\s+[—–-]\s+(?=(?:\w+\s+){0,2}${TOLD})`, 'i'),
];
/** Which openings are part of the reason, as they turn it into a phrase that stands alone. */
const KEPT_OPENING = /\b(?:due to|for \w+|in order to|so that|so|to)\b\s*$/i;
const NOTE = /^\W*(?:why|reason|rationale|reasoning|motivation|because)\b\W*?[:—–-]\s*/i;
const GIVEN = new RegExp(
  String.raw`^(?:this|it|that|they|these|doing so)\s+(?:(?:will|can|also|both|not only|often|usually)\s+)*(?:is (?:because|due)|${TOLD}|(?:prevent|avoid|ensure|reduce|improve|keep|make|help|enhance|maintain|increase|simplify|protect|allow|enable|lead|break|cause)\b)`,
  'i',
);

/** A demand, and the reason that its sentence gives. */
export interface Reasoned {
  demand: string;
  reason?: string;
}

/** Takes the reason off the end of a sentence, where it gives one. */
export function withoutReason(sentence: string): Reasoned {
  const words = masked(sentence);
  let best: { start: number; end: number } | undefined;
  for (const opening of OPENINGS) {
    const match = opening.exec(words);
    if (!match || words.slice(0, match.index).trim().split(/\s+/).length < 2) continue;
    if (!best || match.index < best.start) {
      best = { start: match.index, end: match.index + match[0].length };
    }
  }
  if (!best) return { demand: sentence };
  const opening = sentence.slice(best.start, best.end);
  const kept = /^[^\w]*$/.test(opening) ? '' : (KEPT_OPENING.exec(opening)?.[0] ?? '');
  const end = endOfReason(sentence, words, best.end);
  const reason = trimmedReason(kept + sentence.slice(best.end, end));
  const demand = sentence.slice(0, best.start) + sentence.slice(end);
  return reason === '' || endsOpen(demand) ? { demand: sentence } : { demand, reason };
}

/** Where a reason ends: with its sentence, or at a semicolon behind which a demand goes on. */
function endOfReason(sentence: string, words: string, start: number): number {
  for (const { index } of words.slice(start).matchAll(/;\s/g)) {
    const rest = sentence.slice(start + index + 2);
    if (isImperative(rest) || forceIn(masked(rest))?.start === 0) return start + index;
  }
  return sentence.length;
}

/** The reason that a remark beneath a demand gives: `WHY: …`, `Reason: …`. */
export function reasonOfNote(text: string): string | undefined {
  const match = NOTE.exec(text);
  return match ? trimmedReason(text.slice(match[0].length)) || undefined : undefined;
}

/** The reason that a sentence gives for the one before it: `This prevents leaks.` */
export function reasonOfNext(sentence: string): string | undefined {
  return reasonOfNote(sentence) ?? (GIVEN.test(sentence) ? trimmedReason(sentence) : undefined);
}

/** "Remember | to avoid", "how | to keep": there the words belong to the demand. */
function endsOpen(demand: string): boolean {
  return /\b(?:always|not|never|only|and|or|try|remember|sure|how|ways?|used?|able|ability|need|have|has|strive|aim|want|steps|code|written|designed|required|care)$/i.test(
    demand.trim(),
  );
}

function trimmedReason(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s:;,.—–-]+|[\s:;,.)]+$/g, '');
}
