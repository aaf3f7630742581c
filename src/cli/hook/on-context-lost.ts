import type { Called } from './called';
import type { HookAnswer } from './hook-answer';

/** `SessionStart` sources after which the assistant sees nothing of what it was given before. */
const EMPTIED = new Set(['clear', 'compact']);

/** What the conversation was given is gone from its context, so it may be given again. */
export async function onContextLost({ engine, input }: Called): Promise<HookAnswer> {
  if (input.conversation === undefined) return {};
  if (input.source !== undefined && !EMPTIED.has(input.source)) return {};
  await engine.call('contextLost', { conversation: input.conversation });
  return {};
}
