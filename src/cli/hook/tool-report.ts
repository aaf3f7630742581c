import { createHash } from 'node:crypto';
import type { SignalOf } from '../../memory/signal';
import { Fields, type HookInput } from './hook-input';
import { toolUse } from './tool-use';

/** Characters that a signal keeps of a text. */
const MOST_TEXT = 4000;
const MOST_ERROR = 500;

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

/** What a hook that is called after a tool was used tells of it; `undefined` where it names no tool. */
export function toolReport(input: HookInput): ToolReport | undefined {
  const { tool, conversation, cwd, use } = input;
  if (tool === undefined) return undefined;
  const { act, file, command, edits } = toolUse(input);
  const error = errorOf(input);
  const written = edits.map(({ text }) => text).join('\n');
  const text = act === 'command' ? command : written || undefined;
  const call = `${conversation ?? ''}\0${use ?? ''}`;
  return {
    tool,
    act,
    outcome: error === undefined ? 'succeeded' : 'failed',
    text: text?.slice(0, MOST_TEXT),
    error: error?.slice(0, MOST_ERROR),
    conversation,
    file,
    cwd,
    id: use && `s_${createHash('sha1').update(call).digest('base64url')}`,
  };
}

/** Why the call failed; `undefined` where nothing says that it did. */
function errorOf({ event = '', response, error }: HookInput): string | undefined {
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
