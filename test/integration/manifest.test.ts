import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

interface Manifest {
  enabledApiProposals?: unknown;
  contributes: { commands: { command: string }[] };
}

suite('The manifest and the code', () => {
  const extension = vscode.extensions.getExtension('mneme.mneme');
  const manifest = extension?.packageJSON as Manifest;

  test('Mneme activates', async () => {
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  test('every command that is offered can be run', async () => {
    const offered = manifest.contributes.commands.map(({ command }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.notEqual(offered.length, 0);
    assert.deepEqual(
      offered.filter((command) => !registered.has(command)),
      [],
    );
  });

  test('no proposed API is asked for: the Marketplace would refuse it', () => {
    assert.equal(manifest.enabledApiProposals, undefined);
  });
});
