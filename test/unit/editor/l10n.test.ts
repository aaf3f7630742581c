import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** Messages given to `t(…)` or `vscode.l10n.t(…)` in a file. */
function messagesIn(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const messages: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(vscode\.l10n\.)?t$/.test(node.expression.getText())) {
      const [message] = node.arguments;
      if (message && ts.isStringLiteralLike(message)) messages.push(message.text);
      // `translate.ts` alone hands a message on.
      else if (!path.endsWith('translate.ts')) {
        throw new Error(`${path}: a message must be written out: ${node.getText()}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return messages;
}

it('the bundle of messages is what the code says; `vitest run FILE --update` renews it', async () => {
  const files = [...globSync('src/editor/**/*.ts'), 'src/extension.ts'];
  const messages = [...new Set(files.flatMap(messagesIn))].sort();
  expect(messages.length).toBeGreaterThan(100);
  const bundle = Object.fromEntries(messages.map((message) => [message, message]));
  await expect(`${JSON.stringify(bundle, null, 2)}\n`).toMatchFileSnapshot(
    '../../../l10n/bundle.l10n.json',
  );
});
