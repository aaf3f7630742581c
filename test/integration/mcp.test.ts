import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from './until';
import { WatchedFile } from './watched-file';

suite('The MCP server', function () {
  this.timeout(120_000);

  test('is known to VS Code, starts there, and answers like the engine in this window', async () => {
    const engine = await WatchedFile.engine();
    const { id } = await engine.call('remember', {
      kind: 'rule',
      text: 'Parcels are weighed in grams',
      scope: {},
      status: 'active',
      provenance: { source: 'user', from: 'a test', at: Date.now(), trust: 1 },
    });
    await vscode.commands.executeCommand('workbench.mcp.startServer', '*');
    const recall = await until('its tools are there', () =>
      vscode.lm.tools.find(({ name }) => /^mcp_.*recall$/i.test(name)),
    );
    const answer = await vscode.lm.invokeTool(recall.name, {
      input: { task: 'weigh a parcel in grams' },
      toolInvocationToken: undefined,
    });
    const told = answer.content.map((part) =>
      part instanceof vscode.LanguageModelTextPart ? part.value : '',
    );
    assert.match(told.join(''), /Parcels are weighed in grams/);
    const card = await until('its receipt is known here', async () => {
      const card = await engine.call('card', { id });
      return card?.exposures.some(({ task }) => task.door === 'mcp') === true && card;
    });
    assert.equal(card.memory.id, id);
  });
});
