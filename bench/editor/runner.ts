import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { MnemeApi } from '../../src/extension';
import { hostCpuPercent, workerCpuPercent } from './cpu';
import { Sandwich } from './sandwich';
import { editedToStored } from './stored';
import { typeAndPaste } from './typing';

/** An extension of VS Code itself that listens to edits as well: the peer. */
const PEER = 'vscode.html-language-features';

/** Runs in the extension host; each line that it prints as JSON is a result. */
export async function run(): Promise<void> {
  const events = Number(process.env['BENCH_EVENTS']);
  const idleSeconds = Number(process.env['BENCH_IDLE_SECONDS']);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder, 'src', 'typed-by-hand.ts');
  await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const idleWithout = await hostCpuPercent(idleSeconds);

  const sandwich = new Sandwich();
  const mneme = vscode.extensions.getExtension<MnemeApi>('mneme.mneme');
  const peer = vscode.extensions.getExtension(PEER);
  assert.ok(mneme && peer);
  assert.deepEqual([mneme.isActive, peer.isActive], [false, false]);
  const activation = await sandwich.around('mneme', () => mneme.activate());
  const peerActivation = await sandwich.around(PEER, () => peer.activate());
  await sandwich.around('nobody', () => undefined);

  const engine = await mneme.exports.engine();
  await typeAndPaste(editor, events, vscode.Uri.joinPath(folder, 'typed'));
  const { rss, pid } = await engine.call('status', {});
  const stored = await editedToStored(editor, engine);
  const [worker, host] = await Promise.all([
    workerCpuPercent(pid, idleSeconds),
    hostCpuPercent(idleSeconds),
  ]);

  print({
    subject: 'mneme',
    ...sandwich.costs('mneme'),
    ...activation,
    edit_to_stored_ms: stored,
    worker_mb: Math.round(rss / 2 ** 20),
    idle_cpu_percent: worker,
    idle_host_cpu_percent: host,
    idle_host_cpu_percent_before: idleWithout,
  });
  print({ subject: PEER, ...sandwich.costs(PEER), ...peerActivation });
  print({ subject: 'two empty listeners', ...sandwich.costs('nobody') });
  sandwich.dispose();
}

function print(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line));
}
