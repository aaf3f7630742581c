import { z } from 'zod';

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
