import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SignalOf } from '../memory/signal';

/** Characters that a signal keeps of a text. */
const MOST_TEXT = 4000;
const MOST_ERROR = 500;

const Fields = z.record(z.string(), z.unknown());

/**
 * What Claude Code and VS Code hand to a hook after a tool was used. They spell the names in two
 * ways, and VS Code names the tools differently: both are read, and what is not known is passed over.
 */
const Report = z
  .looseObject({
    session_id: z.string().optional(),
    sessionId: z.string().optional(),
    hook_event_name: z.string().optional(),
    hookEventName: z.string().optional(),
    cwd: z.string().optional(),
    tool_name: z.string().optional(),
    toolName: z.string().optional(),
    tool_use_id: z.string().optional(),
    toolUseId: z.string().optional(),
    tool_input: Fields.optional(),
    toolInput: Fields.optional(),
    tool_response: z.unknown().optional(),
    toolResponse: z.unknown().optional(),
    error: z.unknown().optional(),
  })
  .transform((report) => ({
    conversation: report.session_id ?? report.sessionId,
    event: report.hook_event_name ?? report.hookEventName ?? '',
    cwd: report.cwd,
    tool: report.tool_name ?? report.toolName,
    use: report.tool_use_id ?? report.toolUseId,
    input: report.tool_input ?? report.toolInput ?? {},
    response: report.tool_response ?? report.toolResponse,
    error: report.error,
  }));

/** The end of a tool call, as the signal that is made of it needs it. */
export interface ToolReport extends Pick<
  SignalOf<'assistant'>,
  'act' | 'outcome' | 'text' | 'error' | 'conversation'
> {
  readonly tool: string;
  /** Absolute, or relative to `cwd`. */
  readonly file: string | undefined;
  readonly cwd: string | undefined;
  /** The same for the same call, however often it is reported; absent where the call has no name. */
  readonly id: string | undefined;
}

/** Reads what a hook was handed; `undefined` where it tells of no tool call's end. */
export function readToolReport(json: unknown): ToolReport | undefined {
  const report = Report.safeParse(json).data;
  if (report?.tool === undefined || /^pre/i.test(report.event)) return undefined;
  const { tool, input, conversation, cwd, use } = report;
  const act = actOf(tool);
  const error = errorOf(report);
  const text = act === 'command' ? first(input, COMMANDS) : written(input);
  const call = `${conversation ?? ''}\0${use ?? ''}`;
  return {
    tool,
    act,
    outcome: error === undefined ? 'succeeded' : 'failed',
    text: text?.slice(0, MOST_TEXT),
    error: error?.slice(0, MOST_ERROR),
    conversation,
    file: first(input, FILES),
    cwd,
    id: use && `s_${createHash('sha1').update(call).digest('base64url')}`,
  };
}

const FILES = ['file_path', 'filePath', 'notebook_path', 'path', 'uri'];
const COMMANDS = ['command', 'cmd', 'commandLine', 'script'];
const WRITTEN = ['new_string', 'newString', 'new_source', 'content', 'new_str', 'code', 'input'];

function actOf(tool: string): SignalOf<'assistant'>['act'] {
  if (/bash|shell|terminal|command|exec/i.test(tool)) return 'command';
  return /edit|write|create|replace|patch|insert/i.test(tool) ? 'edit' : 'other';
}

/** What an edit wrote, or several at once. */
function written(input: Record<string, unknown>): string | undefined {
  const edits = Array.isArray(input['edits']) ? input['edits'] : [];
  const texts = edits.flatMap((edit) => {
    const fields = Fields.safeParse(edit).data;
    return (fields && first(fields, WRITTEN)) ?? [];
  });
  return texts.length > 0 ? texts.join('\n') : first(input, WRITTEN);
}

function first(input: Record<string, unknown>, names: readonly string[]): string | undefined {
  const values = names.map((name) => input[name]);
  return values.find((value): value is string => typeof value === 'string' && value !== '');
}

/** Why the call failed; `undefined` where nothing says that it did. */
function errorOf(report: z.output<typeof Report>): string | undefined {
  const { response, error, event } = report;
  const said = Fields.safeParse(response).data ?? {};
  const code = said['exit_code'] ?? said['exitCode'];
  const failed =
    /fail/i.test(event) ||
    said['is_error'] === true ||
    said['isError'] === true ||
    said['success'] === false ||
    (typeof code === 'number' && code !== 0) ||
    (error !== undefined && error !== null && error !== false);
  if (!failed) return undefined;
  const words = [error, said['error'], said['stderr'], said['message'], said['content'], response];
  return words.find((one): one is string => typeof one === 'string' && one !== '') ?? 'it failed';
}
