import * as vscode from 'vscode';
import type { Memory } from '../../memory/memory';
import { t } from '../translate';

/**
 * Lets a text of several lines be edited in an untitled editor beside the others, and asks at the
 * end whether it stands. `undefined` when it was thrown away or closed.
 */
export async function editInEditor(memory: Memory): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument({
    content: memory.text,
    language: 'markdown',
  });
  await vscode.window.showTextDocument(document, { preview: false });
  const save = t('Save Memory');
  const asked = t('Edit the memory’s text, then save it here.');
  const answer = await vscode.window.showInformationMessage(asked, save, t('Throw Away'));
  const text = document.getText().trim();
  await closeUnasked(document);
  return answer === save && text !== '' ? text : undefined;
}

/** Empties the document first: the editor does not ask to save an untitled one with nothing in it. */
async function closeUnasked(document: vscode.TextDocument): Promise<void> {
  if (document.isClosed) return;
  const all = new vscode.WorkspaceEdit();
  all.delete(document.uri, new vscode.Range(0, 0, document.lineCount, 0));
  await vscode.workspace.applyEdit(all);
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString(),
    );
  await vscode.window.tabGroups.close(tabs);
}
