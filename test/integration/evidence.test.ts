import { strict as assert } from 'node:assert';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { SignalKind, SignalOf } from '../../src/memory/signal';
import { commitAll, git, otherFolder, refreshGit } from './repository';
import { until } from './until';
import { inWorkspace, rest, WatchedFile } from './watched-file';

suite('What becomes of accepted text', function () {
  this.timeout(240_000);

  test('it is followed through a rename, and looked at there', async () => {
    const file = await WatchedFile.open('src/stone.txt', 'A stone\n');
    await file.accept('carve(stone, deep);');
    const { suggestion } = await file.seen('accepted');
    await file.editor.document.save();
    const renamed = inWorkspace('src/statue.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file.editor.document.uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    file.editor = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(renamed),
    );
    const survival = await file.seen('survival', (one) => one.suggestion === suggestion, 40_000);
    assert.equal(survival.current, 'carve(stone, deep);');
    assert.equal(survival.file, 'src/statue.txt');
  });

  test('it survives a formatter on save, as the formatter left it', async () => {
    const file = await WatchedFile.open('src/frame.txt', 'A frame\n');
    const formatter = vscode.languages.registerDocumentFormattingEditProvider(
      { pattern: file.editor.document.uri.fsPath },
      {
        provideDocumentFormattingEdits(document) {
          const text = document.getText();
          const start = text.indexOf('( frame )');
          if (start < 0) return [];
          const range = new vscode.Range(
            document.positionAt(start),
            document.positionAt(start + '( frame )'.length),
          );
          return [vscode.TextEdit.replace(range, '(frame)')];
        },
      },
    );
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('formatOnSave', true, vscode.ConfigurationTarget.Workspace);
    try {
      await file.accept('hang( frame );');
      const { suggestion } = await file.seen('accepted');
      await until('it was formatted', async () => {
        await vscode.commands.executeCommand('workbench.action.files.save');
        if (file.text.includes('(frame)')) return true;
        await file.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
        return false;
      });
      const survival = await file.seen(
        'survival',
        (one) => one.suggestion === suggestion && one.current.includes('(frame)'),
        40_000,
      );
      assert.equal(survival.current, 'hang(frame);');
      assert.deepEqual(await file.all('reverted'), []);
    } finally {
      formatter.dispose();
      await settings.update('formatOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await file.editor.document.save();
    }
  });

  test('a branch switch voids it: nothing more is told', async () => {
    const file = await WatchedFile.open('src/river.txt', 'A river\n');
    await commitAll('A river');
    await refreshGit();
    await file.accept('cross(river);');
    const { suggestion, at } = await file.seen('accepted');
    await file.editor.document.save();
    await git(['stash', '--quiet']);
    await git(['switch', '--quiet', '--create', 'dry', 'HEAD~1']);
    await refreshGit();
    await told('branch', file.began, (one) => one.branch === 'dry');
    const before = (await file.all('survival')).length;
    await git(['switch', '--quiet', 'main']);
    await refreshGit();
    await told('branch', file.began, (one) => one.branch === 'main');
    await rest(at + 33_000 - Date.now());
    const looks = (await file.all('survival')).filter((one) => one.suggestion === suggestion);
    assert.equal(looks.length, before);
    assert.deepEqual(await file.all('rewritten'), []);
    assert.deepEqual(await file.all('reverted'), []);
    await git(['stash', 'drop', '--quiet']);
  });

  test('a commit that holds it is told with what becomes of it: amended, pushed, reverted', async () => {
    const remote = await otherFolder('remote');
    await git(['init', '--quiet', '--bare'], remote);
    await git(['remote', 'add', 'origin', remote]);
    const file = await WatchedFile.open('src/ship.txt', 'A ship\n');
    const first = await commitAll('A ship');
    await git(['push', '--quiet', '--set-upstream', 'origin', 'main']);
    await refreshGit();
    const opened = await told('kept', file.began);
    assert.ok(opened.shas.includes(first), 'the first push of a branch is one');
    file.began = Date.now();

    await file.accept('launch(ship);');
    const { suggestion } = await file.seen('accepted');
    await file.editor.document.save();
    const launched = await commitAll('The ship is launched');
    await refreshGit();
    const held = await file.seen('survival', (one) => one.checkpoint === 'commit');
    assert.deepEqual([held.suggestion, held.sha], [suggestion, launched]);

    await file.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Slowly. '));
    await file.editor.document.save();
    const amended = await commitAll('The ship is launched slowly', '--amend');
    await refreshGit();
    const commit = await told('commit', file.began, (one) => one.sha === amended);
    assert.equal(commit.amends, launched);
    await file.seen('survival', (one) => one.sha === amended);

    await rest(1_500);
    await git(['push', '--quiet']);
    await refreshGit();
    const kept = await told('kept', file.began);
    assert.deepEqual([kept.how, kept.shas], ['pushed', [amended]]);

    await git(['revert', '--no-edit', amended]);
    await refreshGit();
    const back = await told('commit', file.began, (one) => one.reverts !== undefined);
    assert.deepEqual(back.reverts, [amended]);
  });

  test('Copilot’s own telemetry speaks for it, where the user names its file', async () => {
    const telemetry = join(await otherFolder('telemetry'), 'copilot.jsonl');
    await writeFile(telemetry, '{"attributes":{"event.name":"copilot_chat.session.start"}}\n');
    const settings = vscode.workspace.getConfiguration('mneme');
    const target = vscode.ConfigurationTarget.Global;
    await settings.update('capture.copilotTelemetry', telemetry, target);
    try {
      const file = await WatchedFile.open('src/lamp.txt', 'A lamp\n');
      await rest(6_000);
      const record = {
        hrTime: [Math.floor(Date.now() / 1000), 0],
        body: 'copilot_chat.edit.feedback: rejected',
        attributes: {
          'event.name': 'copilot_chat.edit.feedback',
          outcome: 'rejected',
          language_id: 'plaintext',
          'copilot_chat.file.relative_path': 'src/lamp.txt',
        },
      };
      file.began -= 10_000;
      await appendFile(telemetry, `${JSON.stringify(record)}\n`);
      const seen = await file.seen('assistant');
      assert.deepEqual([seen.assistant, seen.outcome], ['copilot', 'rejected']);
    } finally {
      await settings.update('capture.copilotTelemetry', undefined, target);
    }
  });

  test('a cell of a notebook ends well or badly', async () => {
    const began = Date.now();
    const controller = vscode.notebooks.createNotebookController(
      'mneme-test',
      'jupyter-notebook',
      'Mneme’s test',
      (cells) => {
        for (const cell of cells) {
          const execution = controller.createNotebookCellExecution(cell);
          execution.start(Date.now());
          execution.end(!cell.document.getText().includes('1 / 0'), Date.now());
        }
      },
    );
    try {
      const { Code } = vscode.NotebookCellKind;
      const notebook = await vscode.workspace.openNotebookDocument(
        'jupyter-notebook',
        new vscode.NotebookData([
          new vscode.NotebookCellData(Code, 'total = 1 / 0', 'python'),
          new vscode.NotebookCellData(Code, 'total = 1', 'python'),
        ]),
      );
      await vscode.window.showNotebookDocument(notebook);
      await vscode.commands.executeCommand('notebook.selectKernel', {
        id: 'mneme-test',
        extension: 'mneme.mneme',
      });
      await vscode.commands.executeCommand('notebook.execute');
      const failed = await told('cell', began, (one) => !one.succeeded);
      assert.equal(failed.text, 'total = 1 / 0');
      const ran = await told('cell', began, (one) => one.succeeded);
      assert.equal(ran.text, 'total = 1');
    } finally {
      controller.dispose();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  test('a failing command is told with why', async () => {
    const began = Date.now();
    const terminal = vscode.window.createTerminal({ name: 'why', shellPath: '/bin/bash' });
    try {
      terminal.show();
      const shell = await until('the shell is integrated', () => terminal.shellIntegration);
      shell.executeCommand('node -e "throw new TypeError(\'no parcel\')"');
      const failed = await told('terminal', began, (one) => one.exitCode !== 0);
      assert.match(failed.output ?? '', /TypeError: no parcel/);
    } finally {
      terminal.dispose();
    }
  });
});

/** A signal of a kind since a time, wherever it was seen. */
async function told<K extends SignalKind>(
  kind: K,
  since: number,
  fits: (signal: SignalOf<K>) => boolean = () => true,
): Promise<SignalOf<K>> {
  const engine = await WatchedFile.engine();
  return until(`a ${kind} signal came`, async () => {
    const signals = await engine.call('activity', { kinds: [kind], limit: 200 });
    return signals.find(
      (one): one is SignalOf<K> => one.kind === kind && one.at >= since && fits(one as SignalOf<K>),
    );
  });
}
