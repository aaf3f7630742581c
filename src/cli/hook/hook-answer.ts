import type { HookEvent } from './hook-input';

/** What a hook has to say: words for the assistant's context, or that a tool must not run as it is. */
export interface HookAnswer {
  readonly context?: string;
  readonly decision?: { readonly permission: 'deny' | 'ask'; readonly reason: string };
}

/** The answer as both products read it on standard output; nothing at all where there is none. */
export function printedAnswer(event: HookEvent, { context, decision }: HookAnswer): string {
  if (!context && decision === undefined) return '';
  return JSON.stringify({
    hookSpecificOutput: {
      hookEventName: event,
      ...(context && { additionalContext: context }),
      ...(decision && {
        permissionDecision: decision.permission,
        permissionDecisionReason: decision.reason,
      }),
    },
  });
}
