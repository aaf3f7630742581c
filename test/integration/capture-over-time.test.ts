import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inWorkspace, rest, WatchedFile } from './watched-file';
import { until } from './until';

suite('What capture makes of keys, formatters, pauses and a lost engine', () => {
  test('Enter, Tab and what they indent, close and trim are typing', async () => {
    await bracketsClose();
    const file = await WatchedFile.open('src/stamp.ts', 'const stamps = [];\n');
    file.behind('[];');
    await file.type('\nif (1) {\nf(');
    await vscode.commands.executeCommand('type', { text: '2' });
    file.behind('f(2)');
    await file.type('\n\n');
    await vscode.commands.executeCommand('tab');
    await file.type('g');
    await file.seen('edit', (one) => /\bg\b/.test(one.text ?? ''));
    const edits = await file.all('edit');
    assert.deepEqual([...new Set(edits.map((one) => one.cause))], ['typed']);
    assert.match(file.text, /^const stamps = \[\];\nif \(1\) \{\n +f\(2\)\n\n +g\n\}\n$/);
    await file.editor.document.save();
  });

  test('nothing is captured while paused, and all of it afterwards', async () => {
    const file = await WatchedFile.open('src/pause.txt', '\n');
    await vscode.commands.executeCommand('mneme.pause');
    try {
      await file.type('hidden');
      await vscode.commands.executeCommand('mneme.suggestionDismissed');
      await rest(4_000);
    } finally {
      await vscode.commands.executeCommand('mneme.resume');
    }
    await file.type(' told');
    const edit = await file.seen('edit');
    assert.equal(edit.text, ' told');
    assert.deepEqual(await file.all('dismissed'), []);
    await file.editor.document.save();
  });

  test('a formatter on save corrects nobody; the user who edits what it left does', async () => {
    const file = await WatchedFile.open('src/label.txt', 'A label\n');
    const formatter = vscode.languages.registerDocumentFormattingEditProvider(
      { pattern: file.editor.document.uri.fsPath },
      {
        provideDocumentFormattingEdits(document) {
          const start = document.getText().indexOf('"parcel"');
          if (start < 0) return [];
          const place = document.positionAt(start);
          const range = new vscode.Range(place, place.translate(0, '"parcel"'.length));
          return [vscode.TextEdit.replace(range, "'parcel'")];
        },
      },
    );
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('formatOnSave', true, vscode.ConfigurationTarget.Workspace);
    try {
      await file.accept('print("parcel", 12);');
      const accepted = await file.seen('accepted');
      await until('it was formatted', async () => {
        await vscode.commands.executeCommand('workbench.action.files.save');
        if (file.text.includes("'parcel'")) return true;
        // A busy VS Code saves without the formatter, and saves again only what has changed.
        await file.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
        return false;
      });
      await file.seen('edit', (one) => one.cause === 'formatter');
      await file.seen('survival', (one) => one.suggestion === accepted.suggestion);
      await rest(3_000);
      assert.deepEqual(await file.all('rewritten'), []);

      file.behind("'parcel', 1");
      await file.type('4');
      const rewritten = await file.seen('rewritten');
      assert.equal(rewritten.before, "print('parcel', 12);");
      assert.equal(rewritten.after, "print('parcel', 142);");
    } finally {
      formatter.dispose();
      await settings.update('formatOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await file.editor.document.save();
    }
  });

  test('an accepted suggestion is followed into the renamed file', async () => {
    const file = await WatchedFile.open('src/letter.txt', 'A letter\n');
    await file.accept('send(letter, abroad);');
    const accepted = await file.seen('accepted');
    await file.editor.document.save();
    const renamed = inWorkspace('src/postcard.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file.editor.document.uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    file.editor = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(renamed),
    );
    await rest(500);
    file.behind('abroad');
    await file.type('s');
    const rewritten = await file.seen('rewritten');
    assert.equal(rewritten.suggestion, accepted.suggestion);
    assert.equal(rewritten.after, 'send(letter, abroads);');
    assert.equal(rewritten.file, 'src/postcard.txt');
    await file.editor.document.save();
  });

  test('no signal is lost and none comes twice when the engine is killed', async () => {
    const file = await WatchedFile.open('src/killed.txt', 'A parcel that got lost\n');
    const { pid } = await file.engine.call('status', {});
    const sent = 40;
    for (let i = 0; i < sent; i++) {
      await vscode.commands.executeCommand('mneme.suggestionDismissed');
      if (i === sent / 2) process.kill(pid, 'SIGKILL');
      await rest(50);
    }
    await until('all of them came', async () => (await file.all('dismissed')).length >= sent);
    await rest(1_000);
    assert.equal((await file.all('dismissed')).length, sent);
    assert.notEqual((await file.engine.call('status', {})).pid, pid);
  });
});

/** The editor closes brackets once it has read how the language does that, which takes its time. */
async function bracketsClose(): Promise<void> {
  const scratch = await WatchedFile.open('src/scratch.ts', '\n');
  await until('brackets close by themselves', async () => {
    await scratch.type('(');
    const closed = scratch.text.includes('()');
    const whole = new vscode.Range(0, 0, scratch.editor.document.lineCount, 0);
    await scratch.editor.edit((edit) => edit.replace(whole, '\n'));
    return closed;
  });
  await scratch.editor.document.save();
}
