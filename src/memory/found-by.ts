import type { Memory } from './memory';

/**
 * The text that a memory is found by: its own, and what its kind adds. What stands for this text
 * elsewhere (vectors in a cache) goes when the memory is forgotten.
 */
export function foundBy({ text, detail }: Pick<Memory, 'text' | 'detail'>): string {
  const { before, after, problem, solution, steps, reason } = detail;
  const words = [text, before, after, problem, solution, ...(steps ?? []), reason];
  return [...new Set(words)].filter(Boolean).join('\n');
}
