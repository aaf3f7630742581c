import type { FoundBreach } from '../memory/breach';

/** Breaches that are told at once; more only tire the reader. */
const TOLD = 5;

/** Each breach on a line: where, which rule, why, and what to do instead. */
export function breachWords(breaches: readonly FoundBreach[]): string {
  const lines = breaches
    .slice(0, TOLD)
    .map(({ path, line, text, message, reason, alternative }) =>
      [
        `- ${path === undefined ? '' : `${path}:${String(line)}: `}${text}`,
        message !== undefined && `(${message})`,
        reason !== undefined && `Why: ${reason}.`,
        alternative !== undefined && `Instead: ${alternative}.`,
      ]
        .filter(Boolean)
        .join(' '),
    );
  const more = breaches.length - TOLD;
  return [...lines, ...(more > 0 ? [`- and ${String(more)} more`] : [])].join('\n');
}
