import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { MnemeApi } from '../../src/extension';
import type { SignalKind, SignalOf } from '../../src/memory/signal';
import type { EngineClient } from '../../src/protocol/engine-api';
import { until } from './until';

/** A file of the workspace in the active editor, and the signals that Mneme made of it. */
export class WatchedFile {
  /** Signals from before this moment are passed over. */
  began = Date.now();
  editor: vscode.TextEditor;

  constructor(
    readonly engine: EngineClient,
    editor: vscode.TextEditor,
  ) {
    this.editor = editor;
  }

  /** The engine of this window. */
  static async engine(): Promise<EngineClient> {
    const extension = vscode.extensions.getExtension<MnemeApi>('mneme.mneme');
    assert.ok(extension);
    return (await extension.activate()).engine();
  }

  /** Writes a file and opens it. */
  static async open(path: string, text: string): Promise<WatchedFile> {
    const engine = await WatchedFile.engine();
    const uri = inWorkspace(path);
    await writeFile(uri.fsPath, text);
    const document = await vscode.workspace.openTextDocument(uri);
    const file = new WatchedFile(engine, await vscode.window.showTextDocument(document));
    await rest(500);
    return file;
  }

  get path(): string {
    return vscode.workspace.asRelativePath(this.editor.document.uri, false);
  }

  get text(): string {
    return this.editor.document.getText();
  }

  /** Puts the cursor behind the first occurrence of a text. */
  behind(text: string): void {
    const start = this.text.indexOf(text);
    assert.ok(start >= 0, `“${text}” is in the file`);
    const place = this.editor.document.positionAt(start + text.length);
    this.editor.selection = new vscode.Selection(place, place);
  }

  /** Types key by key. */
  async type(keys: string): Promise<void> {
    for (const text of keys) await vscode.commands.executeCommand('type', { text });
  }

  /** Takes a suggestion behind the last line, as Tab does. */
  async accept(text: string): Promise<void> {
    const trigger = 'offered: ';
    const { document } = this.editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await this.editor.edit((edit) => edit.insert(end, trigger));
    const place = end.translate(0, trigger.length);
    this.editor.selection = new vscode.Selection(place, place);
    let offered = 0;
    const provider = vscode.languages.registerInlineCompletionItemProvider(
      { pattern: document.uri.fsPath },
      {
        provideInlineCompletionItems: () => {
          offered++;
          return [new vscode.InlineCompletionItem(text, new vscode.Range(place, place))];
        },
      },
    );
    try {
      // Long enough for the trigger not to be taken for part of what follows.
      await rest(2_500);
      await until('the suggestion was taken', async () => {
        const before = offered;
        await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
        await until('it was offered', () => offered > before);
        await rest(300);
        await vscode.commands.executeCommand('runCommands', {
          commands: ['editor.action.inlineSuggest.commit', 'mneme.suggestionAccepted'],
        });
        return this.text.includes(text);
      });
    } finally {
      provider.dispose();
    }
  }

  /** The signals of a kind, the oldest first. */
  async all<K extends SignalKind>(kind: K): Promise<SignalOf<K>[]> {
    const signals = await this.engine.call('activity', { limit: 1000 });
    return signals
      .filter(
        (one): one is SignalOf<K> =>
          one.kind === kind && one.at >= this.began && one.file === this.path,
      )
      .reverse();
  }

  seen<K extends SignalKind>(
    kind: K,
    fits: (signal: SignalOf<K>) => boolean = () => true,
    patience?: number,
  ): Promise<SignalOf<K>> {
    const ask = async () => (await this.all(kind)).find(fits);
    return until(`a ${kind} signal came`, ask, patience);
  }
}

export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
