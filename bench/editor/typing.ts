import * as vscode from 'vscode';

/** Of a thousand events this many paste some lines, delete a character or undo; the rest type. */
const PASTES = 30;
const DELETIONS = 40;
const UNDOS = 10;
/** The document is emptied when it has grown to this many lines, as files are not endless. */
const LONG = 1500;

/**
 * Types real source files into the editor by the command that keys run, with pastes, deletions and
 * undos between, until there were `events` changes.
 */
export async function typeAndPaste(
  editor: vscode.TextEditor,
  events: number,
  sources: vscode.Uri,
): Promise<void> {
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(sources, '**/*.ts'));
  const texts = await Promise.all(
    files
      .toSorted((a, b) => a.path.localeCompare(b.path))
      .map(async (file) => new TextDecoder().decode(await vscode.workspace.fs.readFile(file))),
  );
  const text = texts.join('\n');
  const paste = text.split('\n').slice(0, 12).join('\n');
  let typed = 0;
  for (let event = 0; event < events; event++) {
    const kind = (event * 7) % 1000;
    if (kind < PASTES) {
      await editor.edit((edit) => edit.insert(editor.selection.active, `${paste}\n`));
    } else if (kind < PASTES + DELETIONS) {
      await vscode.commands.executeCommand('deleteLeft');
    } else if (kind < PASTES + DELETIONS + UNDOS) {
      await vscode.commands.executeCommand('undo');
    } else {
      await vscode.commands.executeCommand('type', { text: text.charAt(typed++ % text.length) });
    }
    if (editor.document.lineCount > LONG) await empty(editor);
  }
}

async function empty(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.edit((edit) => edit.delete(new vscode.Range(new vscode.Position(0, 0), end)));
}
