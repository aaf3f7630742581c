import * as vscode from 'vscode';

/** The part of the git extension's API that is read here; it is not ours, so nothing is taken on trust. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): { state: { HEAD?: { name?: string } } } | null;
  };
}

/** The branch that a file is on, when the git extension already runs and knows it. */
export function branchOf(uri: vscode.Uri): string | undefined {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!git?.isActive) return undefined;
  try {
    return git.exports.getAPI(1).getRepository(uri)?.state.HEAD?.name;
  } catch {
    // It throws while it is switched off by `git.enabled`.
    return undefined;
  }
}
