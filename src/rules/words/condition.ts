import { masked } from './masked';

const OPENING = String.raw`when(?:ever)?|if|unless|until|before|after|while|during|once|except|wherever|where|as long as`;
/** "Check if …" asks; the words after it are what is checked. */
const ASKING =
  /\b(?:check|verify|determine|see|ask|decide|know|whether|test|confirm|clarify|explain|document|note|of|how|cases|and|or|is|are|be|not|than|the|a)$/i;
const TRAILING = new RegExp(
  String.raw`[,;(]?\s+(?:(?:only|even|but)\s+)?\b(?:${OPENING})\b(?=\s+\S)`,
  'gi',
);
const LEADING = new RegExp(
  String.raw`^((?:(?:only|even)\s+)?(?:${OPENING}|for|in|on|as|with|by|at|within|inside|under|to|given|based on|instead of|rather than)\b[^,]{2,140}),\s+(?:then\s+)?(?=\S)`,
  'i',
);

/** A demand, and when it is asked for. */
export interface Conditional {
  demand: string;
  condition?: string;
}

/** Whether words are but the condition of what follows them: `In tests`. */
export function isLead(words: string): boolean {
  return LEADING.test(`${masked(words)}, x`);
}

/** Takes off the condition that a sentence opens with: `When adding a route, …`. */
export function withoutLead(sentence: string): Conditional {
  const lead = LEADING.exec(masked(sentence));
  if (!lead) return { demand: sentence };
  return {
    demand: sentence.slice(lead[0].length),
    condition: trimmed(sentence.slice(0, lead[1]?.length ?? 0)),
  };
}

/** Takes off the condition that a sentence ends with: `… before you commit`. */
export function withoutTail(sentence: string): Conditional {
  const words = masked(sentence);
  for (const match of words.matchAll(TRAILING)) {
    const demand = words.slice(0, match.index);
    if (demand.trim().split(/\s+/).length < 2 || ASKING.test(demand)) continue;
    if (!match[0].startsWith('(') && isOpen(demand)) continue;
    const end = endOf(words, match.index, match[0].startsWith('('));
    const rest = sentence.slice(end).replace(/^[\s,;)]+/, '');
    // What goes on behind the condition is the demand's too: "Run it before X, in all packages".
    return {
      demand: [sentence.slice(0, match.index), rest].filter(Boolean).join(', '),
      condition: trimmed(sentence.slice(match.index, end)),
    };
  }
  return { demand: sentence };
}

function endOf(words: string, start: number, bracketed: boolean): number {
  if (!bracketed) return words.length;
  const end = words.indexOf(')', start);
  return end < 0 ? words.length : end;
}

/** Whether a bracket stands open at the end of a text. */
function isOpen(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}

function trimmed(text: string): string {
  const bare = text.replace(/^[\s:;,.()—–-]+|[\s:;,.]+$/g, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}
