import * as path from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../memory/human-error';
import type { Repositories } from './repositories';
import { t } from './translate';

/**
 * Opens a place that a memory or a signal names. `file` is within `repo`, or absolute; `line` counts
 * from 1.
 */
export async function openPlace(
  repositories: Repositories,
  repo: string | undefined,
  file: string,
  line: number | undefined,
): Promise<void> {
  const uri = uriOf(repositories, repo, file);
  if (uri === undefined) {
    throw new HumanError(
      t('{0} is in a repository that is not open here.', file),
      t('Open its folder and try again.'),
    );
  }
  const at = new vscode.Position((line ?? 1) - 1, 0);
  try {
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  } catch (error) {
    throw new HumanError(
      t('{0} is not there any more.', file),
      t('It may have been renamed or deleted since.'),
      { cause: error },
    );
  }
}

function uriOf(
  repositories: Repositories,
  repo: string | undefined,
  file: string,
): vscode.Uri | undefined {
  if (path.isAbsolute(file)) return vscode.Uri.file(file);
  return repo === undefined ? undefined : repositories.uriOf({ repo, path: file });
}
