import * as path from 'node:path';
import * as vscode from 'vscode';
import type { EngineClient } from '../protocol/engine-api';

/** Where a document belongs: the repository's key and the path within it, with forward slashes. */
export interface Located {
  repo: string;
  path: string;
}

interface Root {
  repo: string;
  root: string;
  /** A folder of the window, and its path within the root. */
  folder: string;
  path: string;
}

/** Knows to which repository each file of the open folders belongs. */
export class Repositories {
  readonly #connect: () => Promise<EngineClient>;
  /** By the path of a workspace folder. */
  readonly #roots = new Map<string, Promise<Root>>();
  readonly #known = new Map<string, Root>();

  constructor(connect: () => Promise<EngineClient>) {
    this.#connect = connect;
  }

  /** Asks the engine the first time for each workspace folder; `undefined` outside of all. */
  async locate(uri: vscode.Uri): Promise<Located | undefined> {
    const folder = folderOf(uri);
    if (folder === undefined) return undefined;
    let root = this.#roots.get(folder);
    if (root === undefined) {
      root = this.#ask(folder);
      this.#roots.set(folder, root);
      // A failure is not kept: the engine may answer the next time.
      root.catch(() => this.#roots.delete(folder));
    }
    return within(await root, uri);
  }

  /** What is known already; asks for the rest in the background. Fit for hot paths. */
  located(uri: vscode.Uri): Located | undefined {
    const folder = folderOf(uri);
    if (folder === undefined) return undefined;
    const root = this.#known.get(folder);
    if (root !== undefined) return within(root, uri);
    this.locate(uri).catch(() => undefined);
    return undefined;
  }

  /** The file behind a path of a repository that is open here. */
  uriOf({ repo, path: file }: Located): vscode.Uri | undefined {
    const known = [...this.#known.values()].find((one) => one.repo === repo);
    if (known === undefined) return undefined;
    const inFolder = path.posix.relative(known.path, file);
    return vscode.Uri.file(
      inFolder.startsWith('..') ? path.join(known.root, file) : path.join(known.folder, inFolder),
    );
  }

  async #ask(folder: string): Promise<Root> {
    const client = await this.#connect();
    const root = { ...(await client.call('repositoryOf', { folder })), folder };
    this.#known.set(folder, root);
    return root;
  }
}

/** The workspace folder around a file; `undefined` where that is not on this machine's disk. */
function folderOf(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  return folder?.scheme === 'file' ? folder.fsPath : undefined;
}

/** By way of the folder: it may be a symbolic link, and `root` has none. */
function within({ repo, folder, path: prefix }: Root, uri: vscode.Uri): Located {
  const file = path.relative(folder, uri.fsPath).split(path.sep).join('/');
  return { repo, path: [prefix, file].filter(Boolean).join('/') };
}
