import { isProhibition, type Force } from '../../memory/directive';
import { masked } from './masked';

/** Words between what is asked for and what it takes the place of, or the other way round. */
const BETWEEN: readonly RegExp[] = [
  /[,(]?\s+(?:instead of|rather than|as opposed to|in place of|in lieu of)\s+/i,
  /[,(]?\s+in favou?r of\s+/i,
];
/** Between what is asked for and what it takes the place of. */
const OVER: readonly RegExp[] = [
  /\s+over\s+(?!https?\b|tls\b|ssl\b|tcp\b|udp\b|websockets?\b|(?:the )?(?:network|wire|air|internet)\b|time\b|all\b|a\b|multiple\b|\d)/i,
  /\s*[,(—–]\s*(?:and\s+)?(?:not\s+|never\s+|no\s+(?=\S+(?:\s\S+)?[\s).]*$))(?!only\b|just\b|when\b|if\b|in\b|on\b|necessarily\b|to\b)/i,
];
/** Between what is forbidden and what to do instead. */
const MENDED: readonly RegExp[] = [
  /\s*[;,.(—–:]\s*(?:but\s+)?(?:instead,?\s+)?(?:always\s+)?(?=(?:use|prefer|import|call|write|create|choose|favou?r|give|put|go|make|name|move|extract|return|throw|keep|wrap|pass|replace|rely)\b)/i,
  /\s*[;,.(—–]\s*instead,?\s+/i,
];
const TO = /^(?:`[^`]+`|[\w.-]+)(\s+to\s+)(?:`[^`]+`|[\w.-]+)$/;

/** What is asked for or forbidden, and the other side. */
export interface Sides {
  subject: string;
  alternative?: string;
}

/**
 * Parts a demand from what it names beside it. With `never` and `avoid` the other side is what to do
 * instead; else it is what the subject takes the place of.
 */
export function sidesOf(force: Force, demand: string): Sides {
  const words = masked(demand);
  const between = [...BETWEEN, ...(isProhibition({ force, subject: '' }) ? MENDED : OVER)];
  let best: { start: number; end: number } | undefined;
  for (const pattern of between) {
    const match = pattern.exec(words);
    if (!match || match.index === 0 || (best && best.start <= match.index)) continue;
    best = { start: match.index, end: match.index + match[0].length };
  }
  const to = force === 'prefer' ? TO.exec(words) : null;
  if (!best && to?.[1] !== undefined) {
    const start = words.indexOf(to[1]);
    best = { start, end: start + to[1].length };
  }
  if (!best) return { subject: demand };
  const subject = demand.slice(0, best.start).trim();
  const alternative = firstPart(demand.slice(best.end));
  if (alternative === '' || !/[\p{L}\p{N}]/u.test(subject)) return { subject: demand };
  return { subject, alternative };
}

/** What is named, without what the sentence goes on to say of other things. */
function firstPart(text: string): string {
  const words = masked(text);
  const end =
    /[;.]\s|,\s+but\s|,\s+(?:and|or)\s+(?:\w+ly\s+)?(?:prefer|use|avoid|never|always|do|keep|make|let)\b|\s+and\s+(?:prefer|use|avoid|never)\b|\)/.exec(
      words,
    )?.index ?? text.length;
  return text
    .slice(0, end)
    .replace(/\s+instead$/i, '')
    .replace(/[\s:;,.]+$/, '')
    .trim();
}
