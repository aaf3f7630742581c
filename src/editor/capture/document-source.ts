import * as vscode from 'vscode';
import { DisposableStore } from '../disposable-store';
import type { ChangeFeatures } from './attribution';
import type { EditObserver } from './edit-observer';
import type { SuggestionTracker } from './suggestion-tracker';

/** Documents with more lines are passed over without a look at their text. */
const LINES_BOUND = 20_000;
/** A document's text is kept this long after it was opened, off the way of opening it. */
const OPEN_DELAY = 50;

const REASONS: Readonly<Record<vscode.TextDocumentChangeReason, 'undo' | 'redo'>> = {
  [vscode.TextDocumentChangeReason.Undo]: 'undo',
  [vscode.TextDocumentChangeReason.Redo]: 'redo',
};

const SELECTIONS: Readonly<
  Record<vscode.TextEditorSelectionChangeKind, ChangeFeatures['selection']>
> = {
  [vscode.TextEditorSelectionChangeKind.Keyboard]: 'keyboard',
  [vscode.TextEditorSelectionChangeKind.Mouse]: 'mouse',
  [vscode.TextEditorSelectionChangeKind.Command]: 'command',
};

/**
 * Hands the editor's events on documents to the observer. The one listener per event leaves early
 * for what is not looked at; the way of an edit costs a few microseconds.
 */
export class DocumentSource implements vscode.Disposable {
  readonly #kept = new DisposableStore();
  readonly #edits: EditObserver;
  readonly #tracker: SuggestionTracker;
  readonly #excludes: (uri: vscode.Uri) => boolean;
  readonly #opened = new Set<vscode.TextDocument>();
  #openTimer: NodeJS.Timeout | undefined;

  constructor(parts: {
    edits: EditObserver;
    tracker: SuggestionTracker;
    excludes: (uri: vscode.Uri) => boolean;
  }) {
    this.#edits = parts.edits;
    this.#tracker = parts.tracker;
    this.#excludes = parts.excludes;
    const { workspace, window } = vscode;
    const kept = this.#kept;
    kept.add(workspace.onDidChangeTextDocument((event) => this.#changed(event)));
    kept.add(window.onDidChangeTextEditorSelection((event) => this.#selected(event)));
    kept.add(workspace.onWillSaveTextDocument(({ document }) => this.#edits.saving(key(document))));
    kept.add(workspace.onDidSaveTextDocument((document) => this.#edits.saved(key(document))));
    kept.add(workspace.onDidOpenTextDocument((document) => this.#open(document)));
    kept.add(workspace.onDidCloseTextDocument((document) => this.#closed(document)));
    kept.add(workspace.onDidRenameFiles((event) => this.#renamed(event)));
    for (const editor of window.visibleTextEditors) this.#open(editor.document);
  }

  /** The document of the active editor, if it is looked at. */
  active(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && this.#admits(editor.document) ? editor : undefined;
  }

  dispose(): void {
    clearTimeout(this.#openTimer);
    this.#kept.dispose();
  }

  #changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.#admits(document)) return;
    this.#edits.changed(
      key(document),
      document,
      contentChanges,
      reason === undefined ? undefined : REASONS[reason],
      vscode.window.activeTextEditor?.document === document,
    );
  }

  #selected({ textEditor, kind, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const selection = kind === undefined ? 'silent' : SELECTIONS[kind];
    this.#edits.selected(key(textEditor.document), selection, selections);
  }

  #open(document: vscode.TextDocument): void {
    this.#opened.add(document);
    this.#openTimer ??= setTimeout(() => {
      this.#openTimer = undefined;
      for (const one of this.#opened) {
        if (!one.isClosed && this.#admits(one)) this.#edits.opened(key(one), one);
      }
      this.#opened.clear();
    }, OPEN_DELAY);
  }

  #closed(document: vscode.TextDocument): void {
    this.#opened.delete(document);
    this.#edits.closed(key(document));
  }

  #renamed({ files }: vscode.FileRenameEvent): void {
    for (const { oldUri, newUri } of files) {
      this.#tracker.renamed(oldUri.toString(), newUri.toString());
    }
  }

  #admits(document: vscode.TextDocument): boolean {
    const { scheme } = document.uri;
    return (
      (scheme === 'file' || scheme === 'vscode-remote') &&
      document.lineCount <= LINES_BOUND &&
      !this.#excludes(document.uri)
    );
  }
}

function key(document: vscode.TextDocument): string {
  return document.uri.toString();
}
