import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from './until';

/** The start of a line behind which the assistant offers its text. */
const TRIGGER = 'const shown = ';

/** An assistant: offers what it is told to, behind the trigger. */
export class Assistant implements vscode.InlineCompletionItemProvider, vscode.Disposable {
  readonly #registered = vscode.languages.registerInlineCompletionItemProvider(
    { language: 'typescript' },
    this,
  );
  offer = '';
  #offered = 0;

  provideInlineCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.InlineCompletionItem[] {
    if (!document.lineAt(position).text.endsWith(TRIGGER)) return [];
    this.#offered++;
    return [new vscode.InlineCompletionItem(this.offer, new vscode.Range(position, position))];
  }

  /** Starts a line in the last function of the file, and takes what the assistant offers there. */
  async write(editor: vscode.TextEditor, offer: string): Promise<void> {
    this.offer = offer;
    const { document } = editor;
    const line = document
      .getText()
      .split('\n')
      .findLastIndex((text) => text.includes('return '));
    const position = new vscode.Position(line, 0);
    await editor.edit((edit) => edit.insert(position, `  ${TRIGGER}\n`));
    const end = document.lineAt(line).range.end;
    editor.selection = new vscode.Selection(end, end);
    // The typing of the trigger and the accept are two acts, as they are for a person.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const before = document.getText();
    const offered = this.#offered;
    await until('the suggestion was taken', async () => {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
      await until('it was offered', () => this.#offered > offered);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await vscode.commands.executeCommand('runCommands', {
        commands: ['editor.action.inlineSuggest.commit', 'mneme.suggestionAccepted'],
      });
      return document.getText() !== before;
    });
    assert.ok(document.getText().includes(offer));
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
