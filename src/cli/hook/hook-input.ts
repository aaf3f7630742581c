import { z } from 'zod';

/** The moments at which assistants call a hook, as Claude Code and VS Code name them. */
export const HOOK_EVENTS = [
  'SessionStart',
  'UserPromptSubmit',
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PreCompact',
  'Stop',
  'SessionEnd',
] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

export const Fields = z.record(z.string(), z.unknown());
export type Fields = z.infer<typeof Fields>;

/** What is not a text where a text is asked for counts as missing. */
const text = z.string().optional().catch(undefined);
const fields = Fields.optional().catch(undefined);

/**
 * What Claude Code and VS Code hand to a hook. They spell the names in two ways, and add to them with
 * each version: both are read, and what is not known is passed over.
 */
const Handed = z.looseObject({
  session_id: text,
  sessionId: text,
  hook_event_name: text,
  hookEventName: text,
  cwd: text,
  prompt: text,
  source: text,
  tool_name: text,
  toolName: text,
  tool_use_id: text,
  toolUseId: text,
  tool_input: fields,
  toolInput: fields,
  tool_response: z.unknown().optional(),
  toolResponse: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** What a hook was told, whoever called it. */
export interface HookInput {
  /** As the caller says; the name that the hook was started with may stand in for it. */
  readonly event: string | undefined;
  readonly conversation: string | undefined;
  /** The folder that the assistant works in. */
  readonly cwd: string | undefined;
  readonly prompt: string | undefined;
  /** `SessionStart`: `startup`, `resume`, `clear`, `compact`. */
  readonly source: string | undefined;
  readonly tool: string | undefined;
  /** Names the call of the tool. */
  readonly use: string | undefined;
  readonly toolInput: Fields;
  readonly response: unknown;
  readonly error: unknown;
}

/** Reads what a hook was handed; `undefined` where it is no object at all. */
export function readHookInput(json: unknown): HookInput | undefined {
  const { data } = Handed.safeParse(json);
  if (data === undefined) return undefined;
  return {
    event: data.hook_event_name ?? data.hookEventName,
    conversation: data.session_id ?? data.sessionId,
    cwd: data.cwd,
    prompt: data.prompt,
    source: data.source,
    tool: data.tool_name ?? data.toolName,
    use: data.tool_use_id ?? data.toolUseId,
    toolInput: data.tool_input ?? data.toolInput ?? {},
    response: data.tool_response ?? data.toolResponse,
    error: data.error,
  };
}
