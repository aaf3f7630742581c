import * as vscode from 'vscode';
import { DEFAULT_BUDGET } from '../../memory/task';
import type { Parts } from '../parts';
import { t } from '../translate';
import { tell } from './tend-memory';

/** Asks for a sentence, which may be left empty, and shows what fits the task. */
export async function recall(parts: Parts): Promise<void> {
  const sentence = await vscode.window.showInputBox({
    title: t('Recall for This Task'),
    prompt: t(
      'What are you about to do? Leave it empty to go by the file, selection and problems.',
    ),
    placeHolder: t('add a retry to the upload'),
  });
  if (sentence === undefined) return;
  await vscode.window.withProgress({ location: { viewId: 'mneme.recall' } }, async () => {
    const task = await parts.context.read({
      sentence: sentence.trim(),
      door: 'panel',
      assistant: 'user',
    });
    const pack = await parts.link.call('recall', task);
    await parts.recalled.show(pack, task.budget ?? DEFAULT_BUDGET);
  });
}

/** Puts the pack, as an assistant would be given it, on the clipboard. */
export async function copyPack({ recalled }: Parts): Promise<void> {
  const rendered = recalled.pack?.rendered ?? '';
  if (rendered === '') {
    tell(t('There is nothing to copy: recall something first.'));
    return;
  }
  await vscode.env.clipboard.writeText(rendered);
  tell(t('Copied. Paste it into any assistant.'));
}
