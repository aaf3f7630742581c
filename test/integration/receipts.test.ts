import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { MnemeApi } from '../../src/extension';
import type { Memory } from '../../src/memory/memory';
import type { Signal } from '../../src/memory/signal';
import type { EngineClient, EngineEvent } from '../../src/protocol/engine-api';
import { until } from './until';

const PAGE = 'mneme-page';

suite('What was shown, and what came of it, in a real VS Code', () => {
  let engine: EngineClient;
  let repo: string;
  let ids = 0;
  const events: EngineEvent[] = [];
  let stop: () => void;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<MnemeApi>('mneme.mneme');
    assert.ok(extension);
    engine = await (await extension.activate()).engine();
    stop = engine.onEvent((event) => events.push(event));
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder);
    ({ repo } = await engine.call('repositoryOf', { folder }));
    await show('src/cart.ts');
  });
  suiteTeardown(() => stop());

  function remember(text: string): Promise<Memory> {
    return engine.call('remember', {
      kind: 'fact',
      text,
      scope: { repo },
      status: 'active',
      provenance: {
        source: 'mined',
        from: 'an edit in src/cart.ts',
        at: Date.now(),
        trust: 0.6,
        evidence: [{ kind: 'diff', text: '-a\n+b', at: Date.now(), file: 'src/cart.ts', line: 2 }],
      },
    });
  }

  /** The newest receipt's showing of a memory, and the session that it was shown in. */
  async function shown(memory: Memory): Promise<{ exposure: string; session: string }> {
    const [row] = await engine.call('receipts', { limit: 1 });
    const receipt = await engine.call('receipt', { id: row?.id ?? '' });
    const item = receipt?.items.find((one) => one.memory.id === memory.id);
    assert.ok(item, 'the memory is on the newest receipt');
    return { exposure: item.exposure, session: receipt?.session ?? '' };
  }

  /** A suggestion with this text is accepted and undone at once. */
  async function undone(session: string, text: string): Promise<void> {
    const base = {
      session,
      repo,
      file: 'src/cart.ts',
      language: 'typescript',
      confidence: 1,
      evidence: ['a test'],
      suggestion: `g_test${ids++}`,
      text,
      line: 3,
    };
    const accepted: Signal = {
      ...base,
      id: `s_test${ids++}`,
      at: Date.now(),
      kind: 'accepted',
      partial: false,
    };
    const reverted: Signal = {
      ...base,
      id: `s_test${ids++}`,
      at: Date.now() + 2,
      kind: 'reverted',
      after: 1500,
    };
    await engine.call('observe', { signals: [accepted] });
    await engine.call('observe', { signals: [reverted] });
  }

  test('the list leads to a receipt, the receipt to why, to the record and to the file', async () => {
    const memory = await remember('Weigh the basket with the helper weighBasket of the scales');
    await recallByTool('weigh the basket, which helper of the scales');
    const { exposure } = await shown(memory);

    const listed = vscode.commands.executeCommand('mneme.showReceipts');
    const receipt = await until('the newest receipt was picked', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return page(/^# What was shown/);
    });
    await listed;
    assert.match(receipt.getText(), /Asked: weigh the basket/);
    assert.match(receipt.getText(), /chat tool · editor-chat · \d+ memor/);
    assert.match(receipt.getText(), /\+0\.\d\d .*shares .*"basket"/);
    assert.match(receipt.getText(), /What came of it is unknown/);
    assert.equal(receipt.languageId, PAGE);

    await follow(receipt, 'Why Was This Shown?', ({ exposure: named }) => named === exposure);
    const why = await until('why it was shown', () => page(/^# Why was this shown\?/));
    assert.match(why.getText(), /## The same question now/);

    await follow(why, 'Its Record');
    const record = await until('its record', () => page(/^# Weigh the basket/));
    assert.match(
      record.getText(),
      /Times shown: 1, of which 0 helped, 0 misled, 0 were ignored, 1 are unknown/,
    );
    assert.match(record.getText(), /-a\n {4}\+b/);
    await follow(record, 'src/cart.ts:2');
    await until('the file of the evidence', () => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return document?.uri.path.endsWith('src/cart.ts') === true && selection?.active.line === 1;
    });
  });

  test('a verdict given in a receipt shows there by itself', async () => {
    const memory = await remember('Label the crate with the helper labelCrate of the printer');
    await show('src/cart.ts');
    await recallByTool('label the crate, which helper of the printer');
    const { exposure } = await shown(memory);
    const [row] = await engine.call('receipts', { limit: 1 });
    await vscode.commands.executeCommand('mneme.openReceipt', row?.id);
    const receipt = await until('the receipt', () => page(/Asked: label the crate/));
    await follow(receipt, 'It Helped', ({ exposure: named }) => named === exposure);
    await until('the verdict shows', () =>
      receipt.getText().includes('helped, weight 1.00: You said that it helped.'),
    );
  });

  test('what clearly harms is quarantined and told once, restored by a command, and undone', async () => {
    const memory = await remember('Stamp parcels with stampTwice of the counter module');
    await show('src/cart.ts');
    const status = async () => (await engine.call('card', { id: memory.id }))?.memory.status;
    for (let time = 0; time < 8 && (await status()) === 'active'; time++) {
      await recallByTool('stamp the parcels at the counter module');
      const { session } = await shown(memory);
      await undone(session, `const stamped = stampTwice(parcel, ${time});`);
    }
    assert.equal(await status(), 'quarantined');
    const told = events.filter((event) => event.kind === 'quarantined');
    assert.deepEqual(
      told.map((event) => event.memory.id),
      [memory.id],
    );

    await vscode.commands.executeCommand('mneme.openRecord', memory.id);
    const record = await until('its record', () => page(/## Quarantined/));
    assert.match(record.getText(), /It is shown to nobody until you restore it\. Since .*Misled/);
    assert.match(record.getText(), /Suggestion undone after 1\.5 s · src\/cart\.ts:3/);
    await vscode.commands.executeCommand('mneme.report');
    const report = await until('the report', () => page(/^# Learning report/));
    assert.match(report.getText(), /## What was quarantined\n\n.*Stamp parcels/);

    await follow(report, 'Restore');
    await until('it is active again', async () => (await status()) === 'active');
    await until('the report says so', () => report.getText().includes('it was restored since'));
    await vscode.commands.executeCommand('mneme.undo');
    await until('the restoring is taken back', async () => (await status()) === 'quarantined');
  });

  test('what is gone is said, with what to do', async () => {
    await vscode.commands.executeCommand('mneme.openReceipt', 'r_none');
    const gone = await until('the page', () => page(/^# This is gone/));
    assert.ok((await links(gone)).some(({ text }) => text === 'Undo Last Change'));
  });
});

async function show(path: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, path);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** The page that is being looked at, when it says this. */
function page(says: RegExp): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.uri.scheme !== PAGE) return undefined;
  return says.test(document.getText()) ? document : undefined;
}

interface Followed {
  text: string;
  command: string;
  given: unknown[];
}

async function links(document: vscode.TextDocument): Promise<Followed[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
  );
  return found.flatMap(({ range, target }) => {
    if (target?.scheme !== 'command') return [];
    const given = JSON.parse(target.query) as unknown[];
    return { text: document.getText(range), command: target.path, given };
  });
}

/** Goes where the first link with this text leads to that is given what is asked for. */
async function follow(
  document: vscode.TextDocument,
  text: string,
  fits: (given: { exposure?: unknown }) => boolean = () => true,
): Promise<void> {
  const all = await links(document);
  const link = all.find((one) => one.text === text && fits(showingOf(one.given)));
  assert.ok(link, `no link says ${text}: ${all.map((one) => one.text).join(', ')}`);
  await vscode.commands.executeCommand(link.command, ...link.given);
}

function showingOf([first]: readonly unknown[]): { exposure?: unknown } {
  return typeof first === 'object' && first !== null ? first : {};
}

async function recallByTool(task: string): Promise<void> {
  await vscode.lm.invokeTool('mneme_recall', {
    input: { task, again: true },
    toolInvocationToken: undefined,
  });
}
