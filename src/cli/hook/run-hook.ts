import { afterTool } from './after-tool';
import { beforeTool } from './before-tool';
import type { Called } from './called';
import type { HookAnswer } from './hook-answer';
import type { HookEvent } from './hook-input';
import { onContextLost } from './on-context-lost';
import { onPrompt } from './on-prompt';

type Moment = (called: Called) => Promise<HookAnswer>;

/** What is done at each moment. */
export const MOMENTS = {
  SessionStart: onContextLost,
  UserPromptSubmit: onPrompt,
  PreToolUse: beforeTool,
  PostToolUse: afterTool,
  PostToolUseFailure: afterTool,
  PreCompact: onContextLost,
} as const satisfies Partial<Record<HookEvent, Moment>>;
