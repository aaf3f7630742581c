import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from './until';
import { rest, WatchedFile } from './watched-file';

const PATIENCE = 60_000;
const RIGHT = 'const crates: string[] = [];\nexport const many = crates.length;\n';

suite('A fix that is known', function () {
  this.timeout(240_000);

  test('is mined, looked at again, and told of when its problem comes up elsewhere', async () => {
    // The server of TypeScript takes its time to start; what it says later explains no edit.
    const { editor } = await WatchedFile.open('src/faulty.ts', 'export const a: string = 1;\n');
    const { uri } = editor.document;
    await until('TypeScript answers', () => vscode.languages.getDiagnostics(uri)[0], PATIENCE);
    const file = await WatchedFile.open('src/crates.ts', RIGHT);
    await rest(2_000);
    await swap(file, 'length', 'lenght');
    await file.seen('diagnostic', (one) => one.change === 'appeared', PATIENCE);
    await swap(file, 'lenght', 'length');
    await file.seen('diagnostic', (one) => one.change === 'cured', PATIENCE);
    await file.editor.document.save();
    const fix = async () => {
      const rows = await file.engine.call('list', { kinds: ['fix'] });
      return rows
        .map((row) => row.memory)
        .find(({ detail }) => detail.problem?.includes('lenght') === true);
    };
    assert.equal((await until('it was mined', fix)).status, 'candidate');

    await passTests();
    await until('it is active', async () => (await fix())?.status === 'active');

    const other = await WatchedFile.open('src/boxes.ts', RIGHT.replaceAll('crates', 'boxes'));
    await swap(other, 'length', 'lenght');
    await other.seen('diagnostic', (one) => one.change === 'appeared', PATIENCE);
    const offered = await until(
      'it is among the quick fixes',
      async () => {
        const at = other.editor.document.positionAt(other.text.indexOf('lenght') + 1);
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          other.editor.document.uri,
          new vscode.Range(at, at),
          vscode.CodeActionKind.QuickFix.value,
        );
        return actions.find(({ title }) => title.includes('crates.length'));
      },
      PATIENCE,
    );
    const id = (await fix())?.id ?? '';
    assert.deepEqual(offered.command?.arguments, [id]);
    const card = await file.engine.call('card', { id });
    assert.equal(card?.exposures[0]?.task.file, 'src/boxes.ts');
    await swap(other, 'lenght', 'length');
    await other.editor.document.save();
  });
});

async function swap({ editor, text }: WatchedFile, found: string, put: string): Promise<void> {
  const start = text.indexOf(found);
  assert.ok(start >= 0);
  const { document } = editor;
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + found.length),
  );
  await editor.edit((edit) => edit.replace(range, put));
  await rest(1_000);
}

async function passTests(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const task = new vscode.Task(
    { type: 'process' },
    folder,
    'check the crates',
    'tests',
    new vscode.ProcessExecution(process.execPath, ['-e', '']),
  );
  task.group = vscode.TaskGroup.Test;
  await vscode.tasks.executeTask(task);
}
