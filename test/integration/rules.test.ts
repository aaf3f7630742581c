import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { MnemeApi } from '../../src/extension';
import type { Memory } from '../../src/memory/memory';
import type { RuleRow } from '../../src/memory/rule-row';
import type { EngineClient } from '../../src/protocol/engine-api';
import { Assistant } from './assistant';
import { otherFolder } from './repository';
import { until } from './until';

const SAID = 'Never use var';
const COMMANDS = 'Never use npm, use pnpm';

suite('A rule that is said holds, in a real VS Code', () => {
  let engine: EngineClient;
  let assistant: Assistant;
  let rule: RuleRow;
  let command: Memory | undefined;
  let editor: vscode.TextEditor;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<MnemeApi>('mneme.mneme');
    assert.ok(extension);
    engine = await (await extension.activate()).engine();
    assistant = new Assistant();
    editor = await open('src/price.ts');
  });
  suiteTeardown(async () => {
    assistant.dispose();
    // Other suites work without rules.
    await engine.call('forget', { id: rule.memory.id });
    if (command) await engine.call('forget', { id: command.id });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  async function now(): Promise<RuleRow> {
    const rows = await engine.call('rules', {});
    const row = rows.find(({ memory }) => memory.text === SAID);
    assert.ok(row);
    return row;
  }

  /** Takes what stands first in each list that the command brings up. */
  async function accepting(command: Thenable<unknown>): Promise<void> {
    let ended = false;
    const running = Promise.resolve(command).finally(() => (ended = true));
    await until('the command ended', async () => {
      if (!ended) {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      }
      return ended;
    });
    await running;
  }

  test('a sentence becomes a check that a person has seen, and is on', async () => {
    await accepting(vscode.commands.executeCommand('mneme.addRule', SAID));
    rule = await now();
    assert.equal(rule.detector?.state, 'on');
    assert.equal(rule.memory.kind, 'rule');
    assert.equal(rule.memory.detail.directive?.force, 'never');
    assert.equal(rule.opportunities, 0);
  });

  test('an accepted suggestion that breaks it is underlined, counted as the assistant’s, and mended', async () => {
    await assistant.write(editor, '1; var free = 0;');
    const found = await until('it is underlined', () => breaches(editor)[0]);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(editor.document.getText(found.range).slice(0, 3), 'var');
    await until('it is counted', async () => {
      const weeks = await engine.call('compliance', { id: rule.memory.id });
      return weeks.some(({ author, broken }) => author === 'assistant' && broken === 1);
    });

    const actions = await actionsAt(editor, found.range);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, 'there is a fix');
    await vscode.workspace.applyEdit(fix.edit);
    await until('nothing is underlined', () => breaches(editor).length === 0);
    assert.match(editor.document.getText(), /(let|const) free = 0/);
    await until('it counts as mended', async () => (await now()).fixed === 1);
  });

  test('a place that is left as it is stays silent, and is counted', async () => {
    await append(editor, 'var left = 1;\n');
    const found = await until('it is underlined', () => breaches(editor)[0]);
    const actions = await actionsAt(editor, found.range);
    const leave = actions.find(({ title }) => title.startsWith('Leave it here'));
    assert.ok(leave?.command);
    const { command, arguments: given = [] } = leave.command;
    await until('it is counted as broken', async () => (await now()).broken === 2);
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    await until('nothing is underlined', () => breaches(editor).length === 0);
    await until('it is counted', async () => (await now()).overridden === 1);
  });

  test('what stood there before is not touched, until all of a file is asked for', async () => {
    const path = join(folder().uri.fsPath, 'src', 'old.ts');
    await writeFile(path, 'var old = 1;\nexport const a = 1;\nexport { old };\n');
    const other = await open('src/old.ts');
    await append(other, 'var fresh = 1;\n');
    await until('the new line is underlined', () => breaches(other).length === 1);
    assert.equal(breaches(other)[0]?.range.start.line, 3);
    await vscode.commands.executeCommand('mneme.checkFile');
    await until('both are', () => breaches(other).length === 2);
  });

  test('while it is paused it is silent, and speaks again when it is resumed', async () => {
    const other = await open('src/old.ts');
    await engine.call('pauseRule', { id: rule.memory.id, until: Date.now() + 3_600_000 });
    await until('nothing is underlined', () => breaches(other).length === 0);
    await vscode.commands.executeCommand('mneme.resumeRule', rule.memory.id);
    await until('it is underlined again', () => breaches(other).length === 2);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('it outlives the engine, and holds in another project once its scope says so', async () => {
    const { pid } = await engine.call('status', {});
    process.kill(pid, 'SIGKILL');
    await until('another engine answers', async () => {
      const status = await engine.call('status', {}).catch(() => undefined);
      return status !== undefined && status.pid !== pid;
    });
    assert.equal((await now()).detector?.state, 'on');

    const elsewhere = await otherFolder('elsewhere');
    const check = async () => {
      const file = { path: 'b.ts', language: 'typescript', text: 'var b = 1;\n' };
      return (await engine.call('check', { folder: elsewhere, files: [file] })).breaches.length;
    };
    assert.equal(await check(), 0);
    await engine.call('correct', { id: rule.memory.id, patch: { scope: {} } });
    assert.equal(await check(), 1);
  });

  test('a command that breaks a rule is counted when it starts', async () => {
    const { directives } = await engine.call('compile', { text: COMMANDS, scope: {} });
    const [read] = directives;
    assert.equal(read?.compiled?.spec.kind, 'command');
    const { spec } = read.compiled;
    command = await engine.call('remember', {
      kind: 'rule',
      text: COMMANDS,
      scope: {},
      status: 'active',
      detail: { directive: read.directive },
      provenance: { source: 'user', from: 'a test', at: Date.now(), trust: 1 },
    });
    await engine.call('setDetector', { id: command.id, detector: { spec, state: 'on' } });
    const terminal = vscode.window.createTerminal({ name: 'rules', shellPath: '/bin/bash' });
    terminal.show();
    const shell = await until('the shell is integrated', () => terminal.shellIntegration);
    // Mneme reads anew what is on a moment after it changed.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    shell.executeCommand('npm run nothing');
    await until('it is counted', async () => {
      const rows = await engine.call('rules', {});
      return rows.find(({ memory }) => memory.id === command?.id)?.broken === 1;
    });
    terminal.dispose();
  });

  test('its page and the page of all rules tell how it was kept', async () => {
    await vscode.commands.executeCommand('mneme.openRule', rule.memory.id);
    const page = await until('its page', () => text(/^# Never use var/));
    assert.match(page, /an assistant +\d/);
    await vscode.commands.executeCommand('mneme.showRules');
    const all = await until('all rules', () => text(/^# Rules/));
    assert.match(all, /### Never use var/);
  });
});

function folder(): vscode.WorkspaceFolder {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first);
  return first;
}

async function open(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder().uri, path));
  return vscode.window.showTextDocument(document);
}

async function append(editor: vscode.TextEditor, words: string): Promise<void> {
  const { document } = editor;
  await editor.edit((edit) =>
    edit.insert(document.lineAt(document.lineCount - 1).range.end, words),
  );
}

/** What is underlined by Mneme. */
function breaches({ document }: vscode.TextEditor): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Mneme')
    .sort((a, b) => a.range.start.line - b.range.start.line);
}

async function actionsAt(
  { document }: vscode.TextEditor,
  range: vscode.Range,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
}

/** What the page at hand says, when it says this. */
function text(says: RegExp): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const all = document?.uri.scheme === 'mneme-page' ? document.getText() : '';
  return says.test(all) ? all : undefined;
}
