import type { SignalOf } from '../../memory/signal';
import { Fields, type HookInput } from './hook-input';

const FILES = ['file_path', 'filePath', 'notebook_path', 'path', 'uri'];
const COMMANDS = ['command', 'cmd', 'commandLine', 'script'];
const OLD = ['old_string', 'oldString', 'old_str'];
const NEW = ['new_string', 'newString', 'new_str'];
const WHOLE = ['content', 'file_text', 'fileText'];
/** Of edits that say only what comes in, and not in whose place. */
const OTHER = ['new_source', 'code', 'input'];

/** One replacement in a file, or all of the file. */
export interface ToolEdit {
  /** What is replaced; missing where the text is the whole file, or its place is not told. */
  readonly before: string | undefined;
  readonly text: string;
  /** Whether `text` is all that the file holds afterwards. */
  readonly whole: boolean;
  /** Whether every occurrence is replaced. */
  readonly all: boolean;
}

/** What an assistant does by a tool, as far as its input tells. */
export interface ToolUse {
  readonly act: SignalOf<'assistant'>['act'];
  /** Absolute, or relative to the assistant's folder. */
  readonly file: string | undefined;
  readonly command: string | undefined;
  readonly edits: readonly ToolEdit[];
}

/** Reads a tool's input, by the names that assistants' tools give to what they take. */
export function toolUse({ tool = '', toolInput }: HookInput): ToolUse {
  const act = actOf(tool);
  const listed = toolInput['edits'] ?? toolInput['replacements'];
  const several = Array.isArray(listed)
    ? listed.flatMap((one): Fields[] => [Fields.safeParse(one).data ?? {}])
    : [];
  return {
    act,
    file: first(toolInput, FILES) ?? several.map((one) => first(one, FILES)).find(Boolean),
    command: act === 'command' ? first(toolInput, COMMANDS) : undefined,
    edits: act === 'edit' ? [toolInput, ...several].flatMap((one) => editOf(one) ?? []) : [],
  };
}

function actOf(tool: string): ToolUse['act'] {
  if (/bash|shell|terminal|command|exec/i.test(tool)) return 'command';
  return /edit|write|create|replace|patch|insert/i.test(tool) ? 'edit' : 'other';
}

function editOf(input: Fields): ToolEdit | undefined {
  const whole = text(input, WHOLE);
  if (whole !== undefined) return { before: undefined, text: whole, whole: true, all: false };
  const inserted = text(input, NEW) ?? first(input, OTHER);
  if (inserted === undefined) return undefined;
  const all = input['replace_all'] === true || input['replaceAll'] === true;
  return { before: text(input, OLD), text: inserted, whole: false, all };
}

/** The first of these fields that holds a text, even an empty one. */
function text(input: Fields, names: readonly string[]): string | undefined {
  return names.map((name) => input[name]).find((value) => typeof value === 'string');
}

function first(input: Fields, names: readonly string[]): string | undefined {
  return names
    .map((name) => input[name])
    .find((value): value is string => typeof value === 'string' && value !== '');
}
