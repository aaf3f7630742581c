import { expect, test } from 'vitest';
import { breach } from '../../../scripts/walls.mjs';

test.each([
  ['src/store/store.ts', '../memory/memory'],
  ['src/learning/repository/repository-reader.ts', '../../memory/memory'],
  ['src/learning/repository/repository-reader.ts', '../words'],
  ['src/editor/editor.ts', '../engine/worker-client'],
  ['src/editor/views/row.ts', 'vscode'],
  ['src/index/search-index.ts', '@orama/orama/components'],
  ['src/engine/rpc.ts', 'vscode-jsonrpc/node'],
  ['webview/main.ts', '../src/protocol/panel-messages'],
  ['src/protocol/version.ts', '../../package.json'],
  ['test/unit/store/store.test.ts', '../../../src/store/store'],
])('%s may import %s', (file, specifier) => {
  expect(breach(file, specifier, false)).toBeUndefined();
});

test.each([
  ['src/memory/memory.ts', '../protocol/engine-api'],
  ['src/learning/repository/repository-reader.ts', '../../rules/words/instruction-file'],
  ['src/recall/recall.ts', '../learning/quality'],
  ['src/editor/editor.ts', '../engine/engine'],
  ['src/editor/editor.ts', '../store/store'],
  ['src/store/store.ts', 'vscode'],
  ['src/engine/engine.ts', '@vscode/sqlite3'],
  ['src/recall/recall.ts', '@orama/orama/components'],
  ['webview/main.ts', '../src/engine/engine'],
  ['webview/main.ts', '../src/memory/memory'],
  ['webview/elements/panel-app.ts', '@vscode/webview-ui-toolkit'],
  ['src/newcomer/thing.ts', '../memory/memory'],
])('%s may not import %s', (file, specifier) => {
  expect(breach(file, specifier, false)).toMatch(/may (not )?(import|see)|has no walls/);
});

test('the panel may import types of the words', () => {
  expect(breach('webview/main.ts', '../src/memory/memory', true)).toBeUndefined();
});
