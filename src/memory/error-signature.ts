import type { Problem } from './signal';

/**
 * What stays the same when the same error comes again elsewhere: its source, its code and the words
 * of its message, with quoted names, paths, addresses and numbers made into holes.
 *
 * `ts 2339: property … does not exist on type …`
 */
export function errorSignature(problem: Pick<Problem, 'message' | 'code' | 'source'>): string {
  const words = problem.message
    .split('\n', 1)[0]
    ?.replace(/'[^']*'|"[^"]*"|`[^`]*`|‘[^’]*’|“[^”]*”/g, ' … ')
    .replace(/(?:[a-z]:)?(?:[\w.@~-]*[\\/])+[\w.@-]+(?::\d+)*/gi, ' … ')
    .replace(/\b0x[\da-f]+\b|\b\d+(?:\.\d+)*\b/gi, ' … ')
    .replace(/\s+/g, ' ')
    .replace(/(?:… ?)+/g, '… ')
    .replace(/\s+([.,:;)])/g, '$1')
    .trim()
    .toLowerCase();
  const head = [problem.source, problem.code].filter(Boolean).join(' ');
  return [head, words].filter(Boolean).join(': ');
}
