import { z } from 'zod';
import type { Pack } from '../../memory/pack';

/** What a tool answers with a pack; says what was left out because the conversation has it. */
export function recallAnswer({ rendered, leftOut: { shownAlready } }: Pack): string {
  if (shownAlready === 0) return rendered || 'Mneme knows nothing that fits this task.';
  const these = shownAlready === 1 ? '1 memory that fits was' : `${shownAlready} that fit were`;
  const note =
    `${these} given earlier in this conversation${rendered === '' ? ', and nothing else fits' : ''}; ` +
    'pass `again: true` if you cannot see that any more.';
  return rendered === '' ? note : `${rendered}\n${note}`;
}

/** What VS Code puts into its token, which is opaque by its types. */
const Token = z.object({
  sessionResource: z.object({
    scheme: z.string(),
    authority: z.string().default(''),
    path: z.string(),
  }),
});

/**
 * Names the chat that a tool is called from. Another chat of the same window has not seen what this
 * one was given. `undefined` where VS Code does not tell; then a window counts as one conversation.
 */
export function chatOf(token: unknown): string | undefined {
  const parsed = Token.safeParse(token);
  if (!parsed.success) return undefined;
  const { scheme, authority, path } = parsed.data.sessionResource;
  return `${scheme}://${authority}${path}`;
}
