import * as path from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../memory/human-error';
import type { Repositories } from './repositories';

/**
 * Opens a place that a memory names. `file` is within `repo`, or absolute where there is none; `line`
 * counts from 1.
 */
export async function openPlace(
  repositories: Repositories,
  repo: string | undefined,
  file: string,
  line: number | undefined,
): Promise<void> {
  const uri =
    repo === undefined && path.isAbsolute(file)
      ? vscode.Uri.file(file)
      : repo === undefined
        ? undefined
        : repositories.uriOf({ repo, path: file });
  if (uri === undefined) {
    throw new HumanError(
      `${file} is in a repository that is not open here.`,
      'Open its folder and try again.',
    );
  }
  const at = new vscode.Position((line ?? 1) - 1, 0);
  try {
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  } catch (error) {
    throw new HumanError(
      `${file} is not there any more.`,
      'It may have been renamed or deleted since.',
      { cause: error },
    );
  }
}
