import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { MnemeApi } from '../../src/extension';
import type { EngineClient } from '../../src/protocol/engine-api';
import { Assistant } from './assistant';
import { until } from './until';

suite('The loop, in a real TypeScript project', () => {
  let assistant: Assistant;
  let engine: EngineClient;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<MnemeApi>('mneme.mneme');
    assert.ok(extension);
    engine = await (await extension.activate()).engine();
    assistant = new Assistant();
  });
  suiteTeardown(() => assistant.dispose());

  test('a wrong call, accepted and repaired, is recalled in another file', async () => {
    const editor = await open('src/invoice.ts');
    await assistant.write(editor, 'priceText(total(lines), currency);');
    const wrong = await until('TypeScript says that the call is wrong', () =>
      diagnostics(editor).find(({ message }) => message.includes('priceText')),
    );

    const name = editor.document.getText(wrong.range);
    assert.equal(name, 'priceText');
    await editor.edit((edit) => edit.replace(wrong.range, 'formatPrice'));
    await until('TypeScript is content', () => diagnostics(editor).length === 0);

    const correction = await until('the correction was mined', async () => {
      const rows = await engine.call('list', { kinds: ['correction'] });
      return rows.find(({ memory }) => memory.detail.after?.includes('formatPrice'));
    });
    assert.equal(correction.memory.status, 'candidate');
    assert.ok(correction.memory.provenance.evidence.some(({ kind }) => kind === 'diff'));
    await vscode.commands.executeCommand('mneme.keepProposal', correction.memory.id);
    await until('it was kept', async () => {
      const card = await engine.call('card', { id: correction.memory.id });
      return card?.memory.status === 'active';
    });

    await open('src/cart.ts');
    const told = await recallByTool('show the total as a price text');
    assert.match(told, /formatPrice/);
    const card = await engine.call('card', { id: correction.memory.id });
    assert.equal(card?.exposures[0]?.task.file, 'src/cart.ts');
    assert.equal(card.exposures[0].task.door, 'tool');
  });

  test('a memory that misled twice sinks below a good one, with no one having touched it', async () => {
    const editor = await open('src/cart.ts');
    const { repo } = await engine.call('repositoryOf', { folder: folder().uri.fsPath });
    const remember = (text: string) =>
      engine.call('remember', {
        kind: 'fact',
        text,
        scope: { repo },
        status: 'active',
        provenance: { source: 'imported', from: 'a test', at: Date.now(), trust: 0.7 },
      });
    const bad = await remember('Round the discount with the helper roundDown of the ledger');
    const good = await remember('Round the discount with the helper roundHalf of the ledger');
    const places = async () => {
      const pack = await engine.call('recall', {
        sentence: 'round the discount, which helper of the ledger',
        repo,
        file: 'src/cart.ts',
        language: 'typescript',
        door: 'panel',
      });
      return pack.items
        .map(({ memory }) => memory.id)
        .filter((id) => [bad.id, good.id].includes(id));
    };
    assert.deepEqual(new Set(await places()), new Set([bad.id, good.id]));

    for (let time = 1; time <= 2; time++) {
      await recallByTool('round the discount, which helper of the ledger');
      await assistant.write(editor, `roundDown(discount, ${time});`);
      await vscode.commands.executeCommand('undo');
      await until(`outcome ${time} is in`, async () => {
        const card = await engine.call('card', { id: bad.id });
        return card?.outcomes.filter(({ verdict }) => verdict === 'harmed').length === time;
      });
    }

    assert.deepEqual(await places(), [good.id, bad.id]);
    const untouched = await engine.call('card', { id: good.id });
    assert.deepEqual(untouched?.outcomes, []);
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

function diagnostics(editor: vscode.TextEditor): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
}

async function recallByTool(task: string): Promise<string> {
  const result = await vscode.lm.invokeTool('mneme_recall', {
    input: { task },
    toolInvocationToken: undefined,
  });
  return result.content
    .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
    .join('');
}
