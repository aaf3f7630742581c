import type { Pack } from './pack';

/**
 * What an assistant that asked is answered with a pack; says what was left out because the
 * conversation has it.
 */
export function recallAnswer({ rendered, leftOut: { shownAlready } }: Pack): string {
  if (shownAlready === 0) return rendered || 'Mneme knows nothing that fits this task.';
  const these = shownAlready === 1 ? '1 memory that fits was' : `${shownAlready} that fit were`;
  const note =
    `${these} given earlier in this conversation${rendered === '' ? ', and nothing else fits' : ''}; ` +
    'pass `again: true` if you cannot see that any more.';
  return rendered === '' ? note : `${rendered}\n${note}`;
}
