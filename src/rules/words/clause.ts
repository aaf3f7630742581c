import { isLead } from './condition';
import { isImperative } from './imperative';
import { masked } from './masked';

/** Where a clause with a force of its own begins, behind a mark or a joining word. */
const OWN_FORCE =
  /(?:[,;:]|\s[—–-]|\.(?=\s))\s+(?:(?:and|but|so|or|then|instead)\s+)?(?=(?:never|avoid|do not|don't|don’t|always|prefer|favou?r|must|no\s+[\w`'"@]+)\b)|\s+(?:and|but)\s+(?=(?:never|avoid|do not|don't|don’t|always|prefer|favou?r)\b)|;\s+|,\s+but\s+/gi;

/**
 * The clauses of a sentence that demand for themselves: `Use X; avoid Y, and never Z` has three.
 * What only goes on with a list (`validate, trim and escape`) stays whole.
 */
export function clausesOf(sentence: string): string[] {
  const words = masked(sentence);
  const clauses: string[] = [];
  let start = 0;
  for (const match of words.matchAll(OWN_FORCE)) {
    const end = match.index + match[0].length;
    // Within brackets a clause explains or mends the one around it.
    if (depthAt(words, match.index) > 0) continue;
    if (/^(?:;|,\s+but)/i.test(match[0]) && !opensDemand(sentence.slice(end))) continue;
    if (isLead(sentence.slice(start, match.index))) continue;
    const before = sentence.slice(start, match.index);
    // `Errors: never swallow them` names what it is about, and demands once.
    if (match[0].startsWith(':') && !isImperative(before)) continue;
    clauses.push(before);
    start = end;
  }
  return [...clauses, sentence.slice(start)].map((clause) => clause.trim()).filter(Boolean);
}

function opensDemand(clause: string): boolean {
  return (
    isImperative(clause) ||
    /^(?:never|avoid|do not|don't|don’t|always|prefer|favou?r|must|no|instead)\b/i.test(clause) ||
    /\b(?:must|should|shall)\b/i.test(clause)
  );
}

function depthAt(words: string, index: number): number {
  let depth = 0;
  for (let i = 0; i < index; i++) {
    if (words[i] === '(') depth++;
    if (words[i] === ')' && depth > 0) depth--;
  }
  return depth;
}
