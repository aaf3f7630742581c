import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { MnemeApi } from '../../src/extension';
import type { SignalKind, SignalOf } from '../../src/memory/signal';
import type { EngineClient } from '../../src/protocol/engine-api';
import { until } from './until';

const FILE = 'src/parcel.ts';
const TEXT = `import { total, type Line } from './cart';

export function weight(lines: readonly Line[]): number {
  return lines.length;
}

export function label(lines: readonly Line[]): string {
  return String(total(lines));
}
`;
/** Ghost text is offered behind this. */
const TRIGGER = 'const grams = ';

suite('What capture sees', () => {
  let engine: EngineClient;
  let editor: vscode.TextEditor;
  let began = 0;
  let offer = '';
  let offered = 0;
  const kept: { dispose(): unknown }[] = [];

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<MnemeApi>('mneme.mneme');
    assert.ok(extension);
    engine = await (await extension.activate()).engine();
    kept.push(
      vscode.languages.registerInlineCompletionItemProvider(
        { language: 'typescript', pattern: '**/parcel.ts' },
        {
          provideInlineCompletionItems(document, position) {
            if (!document.lineAt(position).text.endsWith(TRIGGER)) return [];
            offered++;
            return [new vscode.InlineCompletionItem(offer, new vscode.Range(position, position))];
          },
        },
      ),
    );
    await writeFile(uri().fsPath, TEXT);
    await git('add', '--all');
    await commit('A parcel has a weight');
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri()));
    await rest(500);
  });
  suiteTeardown(() => {
    for (const one of kept) one.dispose();
  });

  setup(() => {
    began = Date.now();
  });
  teardown(async () => {
    await editor.document.save();
  });

  test('typing is told as the text that was typed', async () => {
    at(4, 0);
    for (const char of 'let x = 1;') await vscode.commands.executeCommand('type', { text: char });
    const bursts = await until('all of it was told', async () => {
      const typed = (await all('edit')).filter((one) => one.cause === 'typed').reverse();
      const count = typed.reduce((sum, one) => sum + one.inserted, 0);
      return count === 10 && typed;
    });
    // One burst, unless the machine is so loaded that two keys come seconds apart.
    assert.equal(bursts.map((one) => one.text).join(''), 'let x = 1;');
    assert.equal(bursts[0]?.line, 5);
    assert.equal(bursts[0].language, 'typescript');
    assert.ok(bursts[0].confidence > 0.9, String(bursts[0].confidence));
  });

  test('a paste is told from typing', async () => {
    at(4, 0);
    const text = 'export const HALF = 0.5;\nexport const TWICE = 2;\n';
    await vscode.commands.executeCommand('paste', { text, pasteOnNewLine: false });
    const edit = await seen('edit', (one) => one.cause === 'pasted');
    assert.equal(edit.inserted, text.length);
  });

  test('undo and redo are what the editor says', async () => {
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('redo');
    await vscode.commands.executeCommand('undo');
    await seen('edit', (one) => one.cause === 'undo');
    await seen('edit', (one) => one.cause === 'redo');
  });

  test('a suggestion that is accepted and undone at once is reverted', async () => {
    await accept('total(lines) + 7;');
    const accepted = await seen('accepted', (one) => one.text === 'total(lines) + 7;');
    assert.ok(accepted.confidence > 0.9, String(accepted.confidence));
    await vscode.commands.executeCommand('undo');
    const reverted = await seen('reverted', (one) => one.suggestion === accepted.suggestion);
    assert.equal(reverted.text, 'total(lines) + 7;');
    assert.ok(reverted.after > 0 && reverted.after < 30_000, String(reverted.after));
  });

  test('a wrong suggestion, its diagnostic, the repair, and what is left of it', async () => {
    await accept('totl(lines) * 3;');
    const accepted = await seen('accepted', (one) => one.text === 'totl(lines) * 3;');
    const appeared = await seen('diagnostic', (one) => one.problem.message.includes('totl'));
    assert.equal(appeared.change, 'appeared');
    assert.equal(appeared.problem.source, 'ts');
    assert.equal(appeared.suggestion, accepted.suggestion);

    const offset = editor.document.getText().indexOf('totl') + 3;
    const place = editor.document.positionAt(offset);
    at(place.line, place.character);
    await vscode.commands.executeCommand('type', { text: 'a' });

    const cured = await seen(
      'diagnostic',
      (one) => one.change === 'cured' && one.problem.message.includes('totl'),
    );
    assert.equal(cured.before?.trim(), `${TRIGGER}totl(lines) * 3;`);
    assert.equal(cured.after?.trim(), `${TRIGGER}total(lines) * 3;`);
    assert.equal(cured.suggestion, accepted.suggestion);
    const rewritten = await seen('rewritten', (one) => one.suggestion === accepted.suggestion);
    assert.equal(rewritten.before, 'totl(lines) * 3;');
    assert.equal(rewritten.after, 'total(lines) * 3;');
    assert.ok(rewritten.context.includes(TRIGGER), rewritten.context);
    assert.equal(rewritten.cured.length, 1);
    const survival = await seen('survival', (one) => one.suggestion === accepted.suggestion);
    assert.equal(survival.checkpoint, '5s');
    assert.equal(survival.original, '');
  });

  test('a dismissal says where', async () => {
    at(7, 3);
    await vscode.commands.executeCommand('mneme.suggestionDismissed');
    const dismissed = await seen('dismissed');
    assert.equal(dismissed.line, 8);
    assert.equal(dismissed.context, editor.document.lineAt(7).text);
  });

  test('a task ends with its exit code', async () => {
    const task = new vscode.Task(
      { type: 'process' },
      folder(),
      'check the parcel',
      'tests',
      new vscode.ProcessExecution(process.execPath, ['-e', 'process.exit(3)']),
    );
    task.group = vscode.TaskGroup.Test;
    await vscode.tasks.executeTask(task);
    const ended = await seen('task', undefined, null);
    assert.deepEqual([ended.name, ended.group, ended.exitCode], ['check the parcel', 'test', 3]);
  });

  test('a command in a terminal ends with its exit code', async () => {
    const terminal = vscode.window.createTerminal({ name: 'capture', shellPath: '/bin/bash' });
    kept.push(terminal);
    terminal.show();
    const shell = await until('the shell is integrated', () => terminal.shellIntegration);
    shell.executeCommand('test parcel = letter');
    const ended = await seen('terminal', undefined, null);
    assert.deepEqual([ended.command, ended.exitCode], ['test parcel = letter', 1]);
  });

  test('a file rewritten on disk is told from an edit', async () => {
    await editor.document.save();
    await rest(1_000);
    const text = await readFile(uri().fsPath, 'utf8');
    await writeFile(uri().fsPath, text.replace('lines.length', 'lines.length + 1'));
    const edit = await seen('edit', (one) => one.cause === 'disk');
    assert.equal(edit.changes, 1);
  });

  test('a commit made outside the editor, and what the suggestion came to in it', async () => {
    await editor.document.save();
    await commit('A parcel weighs three times its total');
    const made = await seen('commit', undefined, null);
    assert.equal(made.subject, 'A parcel weighs three times its total');
    const survival = await seen(
      'survival',
      (one) => one.checkpoint === 'commit' && one.accepted === 'totl(lines) * 3;',
    );
    assert.equal(survival.current, 'total(lines) * 3;');
  });

  test('a branch switch is told', async () => {
    await git('switch', '--quiet', '--create', 'older', 'HEAD~1');
    const branch = await seen('branch', undefined, null);
    assert.equal(branch.branch, 'older');
    await git('switch', '--quiet', 'main');
    await seen('branch', (one) => one.branch === 'main', null);
  });

  test('nothing is seen of files that the user keeps from Mneme', async () => {
    const settings = vscode.workspace.getConfiguration('mneme');
    await settings.update('exclude', ['src/parc*'], vscode.ConfigurationTarget.Workspace);
    try {
      began = Date.now();
      at(4, 0);
      for (const char of 'hidden') await vscode.commands.executeCommand('type', { text: char });
      await rest(4_000);
      assert.deepEqual(await all('edit'), []);
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('undo');
    }
  });

  function at(line: number, character: number): void {
    editor.selection = new vscode.Selection(line, character, line, character);
  }

  /** Begins a line in `weight` and takes the suggestion there, as Tab does. */
  async function accept(text: string): Promise<void> {
    offer = text;
    const body = editor.document
      .getText()
      .split('\n')
      .findIndex((line) => line.includes('return lines'));
    await editor.edit((edit) => edit.insert(new vscode.Position(body, 0), `  ${TRIGGER}\n`));
    const { end } = editor.document.lineAt(body).range;
    at(end.line, end.character);
    await rest(2_500);
    const before = offered;
    await until('the suggestion was taken', async () => {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
      await until('it was offered', () => offered > before);
      await rest(300);
      await vscode.commands.executeCommand('runCommands', {
        commands: ['editor.action.inlineSuggest.commit', 'mneme.suggestionAccepted'],
      });
      return editor.document.getText().includes(text);
    });
  }

  /** The signals of a kind since the test began, of the file unless another one is named. */
  async function all<K extends SignalKind>(
    kind: K,
    file: string | null = FILE,
  ): Promise<SignalOf<K>[]> {
    const signals = await engine.call('activity', { limit: 1000 });
    return signals.filter(
      (one): one is SignalOf<K> =>
        one.kind === kind && one.at >= began && (file === null || one.file === file),
    );
  }

  async function seen<K extends SignalKind>(
    kind: K,
    fits: (signal: SignalOf<K>) => boolean = () => true,
    file: string | null = FILE,
  ): Promise<SignalOf<K>> {
    const found = await until(`a ${kind} signal came`, async () =>
      (await all(kind, file)).find(fits),
    );
    assert.ok(found.evidence.length > 0, 'it comes with evidence');
    return found;
  }
});

function folder(): vscode.WorkspaceFolder {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first);
  return first;
}

function uri(): vscode.Uri {
  return vscode.Uri.joinPath(folder().uri, FILE);
}

async function git(...args: string[]): Promise<void> {
  await promisify(execFile)('git', args, { cwd: folder().uri.fsPath });
}

async function commit(subject: string): Promise<void> {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  await git(...who, 'commit', '--quiet', '--all', `--message=${subject}`);
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
