import * as vscode from 'vscode';
import type { Problem } from '../memory/signal';
import type { Door } from '../memory/task';
import type { Params } from '../protocol/engine-api';
import { PAGE_SCHEME } from './documents/page-address';
import { branchOf } from './git-branch';
import { nearestProblems, symbolAround } from './near-cursor';
import type { Located, Repositories } from './repositories';
import type { Settings } from './settings';

/** Characters of a selection that recall goes by; more adds words, not meaning. */
const MOST_SELECTED = 4000;
/** How long a language server may take to tell the symbols, in milliseconds. */
const SYMBOLS_WITHIN = 400;

/** What is known before the editor is looked at. */
export interface Asked {
  sentence: string;
  door: Door;
  assistant: string;
  /** Another file than that of the active editor. */
  file?: vscode.Uri | undefined;
  symbol?: string | undefined;
}

const SEVERITIES: readonly Problem['severity'][] = ['error', 'warning', 'information', 'hint'];

/** Reads from the editor what somebody is about to do. */
export class TaskContext {
  readonly #repositories: Repositories;
  readonly #settings: Settings;
  readonly #excludes: (uri: vscode.Uri) => boolean;

  constructor(
    repositories: Repositories,
    settings: Settings,
    excludes: (uri: vscode.Uri) => boolean,
  ) {
    this.#repositories = repositories;
    this.#settings = settings;
    this.#excludes = excludes;
  }

  /** The task by file, selection, symbol, problems near the cursor and branch. */
  async read({ sentence, door, assistant, file, symbol }: Asked): Promise<Params<'recall'>> {
    const task = { sentence, door, assistant, budget: this.#settings.get('recall.budget') };
    // An untrusted folder contributes nothing, not even a question.
    if (!vscode.workspace.isTrusted) return task;
    const editor = editorOf(file);
    const uri = file ?? editor?.document.uri;
    if (!uri || this.#excludes(uri)) return { ...task, repo: await this.#anyRepository() };
    const located = await this.#locate(uri);
    const place = {
      ...task,
      repo: located?.repo ?? (await this.#anyRepository()),
      file: located?.path ?? uri.fsPath,
      branch: branchOf(uri),
    };
    if (!editor) return { ...place, symbol };
    const { document, selection } = editor;
    const selected = document.getText(selection).slice(0, MOST_SELECTED);
    return {
      ...place,
      language: document.languageId,
      ...(selected.trim() !== '' && { selection: selected }),
      symbol: symbol ?? (await symbolAt(document, selection.active)),
      problems: nearestProblems(vscode.languages.getDiagnostics(uri), selection.active).map(
        problemOf,
      ),
    };
  }

  /** The repository of the first workspace folder: a task without a file still has a place. */
  async #anyRepository(): Promise<string | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return folder && (await this.#locate(folder))?.repo;
  }

  async #locate(uri: vscode.Uri): Promise<Located | undefined> {
    return uri.scheme === 'file' ? this.#repositories.locate(uri) : undefined;
  }
}

function editorOf(file: vscode.Uri | undefined): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (!file) return active && isText(active.document) ? active : undefined;
  return vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === file.toString(),
  );
}

/** Output channels and the like count as editors too, and so do our own pages. */
function isText({ uri }: vscode.TextDocument): boolean {
  return !['output', 'debug', 'vscode-terminal', PAGE_SCHEME].includes(uri.scheme);
}

/** The symbol around a position, when its language server answers in time. */
export async function symbolAt(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<string | undefined> {
  const asked = vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const late = new Promise<undefined>((give) => setTimeout(give, SYMBOLS_WITHIN, undefined));
  try {
    const symbols = await Promise.race([asked, late]);
    // Old providers give flat symbols with no `range` of their own; there is no around in those.
    return symbols?.every((symbol) => 'range' in symbol) ? symbolAround(symbols, at) : undefined;
  } catch {
    return undefined;
  }
}

function problemOf({ severity, message, code, source, range }: vscode.Diagnostic): Problem {
  const plain = typeof code === 'object' ? code.value : code;
  return {
    severity: SEVERITIES[severity] ?? 'hint',
    message,
    line: range.start.line + 1,
    ...(plain !== undefined && { code: String(plain) }),
    ...(source !== undefined && { source }),
  };
}
