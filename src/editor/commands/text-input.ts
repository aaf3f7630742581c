import * as vscode from 'vscode';
import { t } from '../translate';

/** Asks for the text of a memory; never gives an empty one. `undefined` when called off. */
export async function askText(
  title: string,
  value = '',
  prompt = t('In words that stand on their own, as an assistant would be told'),
): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    value,
    prompt,
    placeHolder: t('Use fetchJson instead of fetch for calls to our own API'),
    ignoreFocusOut: true,
    // The caret goes behind the text: one who corrects changes a part, not all of it.
    valueSelection: [value.length, value.length],
    validateInput: (given) => (given.trim() === '' ? t('A memory needs a text.') : undefined),
  });
  return text?.trim();
}
