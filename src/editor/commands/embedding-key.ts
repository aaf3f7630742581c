import * as vscode from 'vscode';
import { EMBEDDING_KEY } from '../embedding-settings';
import type { Parts } from '../parts';
import { t } from '../translate';

/** Asks for the key of the embedding endpoint and hands it to VS Code's store of secrets. */
export async function setEmbeddingKey({ secrets }: Parts): Promise<void> {
  const key = await vscode.window.showInputBox({
    title: t('Set the Key of the Embedding Endpoint'),
    prompt: t('Kept in the secret storage of VS Code. Leave it empty to remove the key.'),
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return;
  if (key.trim() === '') await secrets.delete(EMBEDDING_KEY);
  else await secrets.store(EMBEDDING_KEY, key.trim());
  const reload = t('Reload Window');
  const chosen = await vscode.window.showInformationMessage(
    t('The key is used from the next start of Mneme’s engine on.'),
    reload,
  );
  if (chosen === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}
