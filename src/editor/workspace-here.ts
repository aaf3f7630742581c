import * as vscode from 'vscode';
import type { Repositories } from './repositories';
import type { Here } from './views/memories-tree';

/** The repositories of this window's folders; none of folders that are not trusted. */
export class WorkspaceHere implements Here {
  readonly #repositories: Repositories;

  constructor(repositories: Repositories) {
    this.#repositories = repositories;
  }

  async repositories(): Promise<string[]> {
    const folders = localFolders();
    const located = await Promise.all(folders.map(({ uri }) => this.#repositories.locate(uri)));
    return [...new Set(located.flatMap((place) => (place ? [place.repo] : [])))];
  }
}

/** The workspace folders that lie on this machine's disk. */
export function localFolders(): vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
