import { readFile } from 'node:fs/promises';
import type { FoundBreach } from '../../memory/breach';
import { type Called, folderOf, placed } from './called';
import { changedLines } from './changed-lines';
import { breachWords } from '../breach-words';
import type { HookAnswer } from './hook-answer';
import { type ToolEdit, toolUse } from './tool-use';

/**
 * Holds a command, or the file as an edit would leave it, against the rules. What a `must` or a
 * `never` forbids is denied with the reason and the way out; of the rest the assistant is told.
 */
export async function beforeTool(called: Called): Promise<HookAnswer> {
  const { command, file, edits } = toolUse(called.input);
  const breaches =
    command === undefined ? await ofEdit(called, file, edits) : await ofCommand(called, command);
  if (breaches.length === 0) return {};
  const binding = breaches.filter(({ force }) => force === 'must' || force === 'never');
  const words = breachWords(binding.length > 0 ? binding : breaches);
  if (binding.length === 0) return { context: `A preference of the user's is not kept.\n${words}` };
  return {
    decision: {
      permission: 'deny',
      reason: `A rule of the user's forbids this. Do it another way, or ask the user.\n${words}`,
    },
  };
}

async function ofCommand(called: Called, line: string): Promise<FoundBreach[]> {
  const { breaches } = await called.engine.call('checkCommand', {
    line,
    folder: folderOf(called),
    author: called.assistant,
    conversation: called.input.conversation,
    record: true,
  });
  return breaches;
}

async function ofEdit(
  called: Called,
  name: string | undefined,
  edits: readonly ToolEdit[],
): Promise<FoundBreach[]> {
  if (name === undefined || edits.length === 0) return [];
  const { file, language, absolute, folder } = await placed(called, name);
  if (language === undefined) return [];
  const before = await readFile(absolute, 'utf8').catch(() => '');
  const text = edited(before, edits);
  if (text === undefined || text === before) return [];
  const { breaches } = await called.engine.call('check', {
    folder,
    author: called.assistant,
    files: [{ path: file, language, text, changed: changedLines(before, text) }],
  });
  return breaches;
}

/** The file as the edits leave it; `undefined` where their place is not told or not found. */
export function edited(before: string, edits: readonly ToolEdit[]): string | undefined {
  let text = before;
  for (const edit of edits) {
    if (edit.whole) {
      text = edit.text;
    } else if (edit.before === undefined || edit.before === '' || !text.includes(edit.before)) {
      return undefined;
    } else if (edit.all) {
      text = text.replaceAll(edit.before, () => edit.text);
    } else {
      text = text.replace(edit.before, () => edit.text);
    }
  }
  return text;
}
