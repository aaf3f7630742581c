import * as vscode from 'vscode';
import { HumanError } from '../../memory/human-error';
import type { Parts } from '../parts';
import { t } from '../translate';
import { localFolders } from '../workspace-here';

/** Where a person is: a folder of the window, and its repository. */
export interface FolderHere {
  readonly folder: string;
  /** The repository's root, without symbolic links. */
  readonly root: string;
  readonly repo: string;
}

/** The folder of the active editor, else the first one; `undefined` where none is open or trusted. */
export async function folderHere({ link }: Parts): Promise<FolderHere | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const around = uri && vscode.workspace.getWorkspaceFolder(uri);
  const folder = around?.uri.scheme === 'file' ? around : localFolders()[0];
  if (folder === undefined || !vscode.workspace.isTrusted) return undefined;
  const { repo, root } = await link.call('repositoryOf', { folder: folder.uri.fsPath });
  return { folder: folder.uri.fsPath, root, repo };
}

/** The same, or an error that says what is missing. */
export async function needFolderHere(parts: Parts): Promise<FolderHere> {
  const here = await folderHere(parts);
  if (here) return here;
  throw vscode.workspace.isTrusted
    ? new HumanError(t('No folder on this machine is open.'), t('Open one, then try again.'))
    : new HumanError(
        t('This workspace is not trusted.'),
        t('Trust it by “Workspaces: Manage Workspace Trust”, then try again.'),
      );
}
