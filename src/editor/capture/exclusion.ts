import * as vscode from 'vscode';
import type { Settings } from '../settings';
import { matcher } from './glob-matcher';

/** Answers that are kept; beyond it they are asked anew. */
const CACHED = 5_000;

/** Knows which files the user keeps from Mneme: `files.exclude` and `mneme.exclude`. */
export class Exclusion implements vscode.Disposable {
  readonly #settings: Settings;
  readonly #listener: vscode.Disposable;
  readonly #answers = new Map<string, boolean>();
  #matches: ((path: string) => boolean) | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (
        !event.affectsConfiguration('mneme.exclude') &&
        !event.affectsConfiguration('files.exclude')
      )
        return;
      this.#matches = undefined;
      this.#answers.clear();
    });
  }

  /** Whether a file is excluded. Paths are matched as they stand within their workspace folder. */
  excludes(uri: vscode.Uri): boolean {
    const key = uri.toString();
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    this.#matches ??= matcher([...excludedFiles(), ...this.#settings.get('exclude')]);
    const path = vscode.workspace.asRelativePath(uri, false);
    const answer = this.#matches(path.startsWith('/') ? path.slice(1) : path);
    if (this.#answers.size >= CACHED) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

function excludedFiles(): string[] {
  const value: unknown = vscode.workspace.getConfiguration('files').get('exclude');
  if (typeof value !== 'object' || value === null) return [];
  // Entries with a `when` depend on a file's siblings and are about built files: left aside.
  return Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
}
