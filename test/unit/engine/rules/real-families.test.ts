import path from 'node:path';
import { expect, test } from 'vitest';
import { detectorFamilies } from '../../../../src/engine/checking/detector-families';
import { LocalChecking } from '../../../../src/engine/checking/local-checking';
import type { LocalClient } from '../../../../src/engine/local-client';
import { openTestEngine } from '../open-test-engine';
import { repository } from './rule-engine';

/** An engine with the families that ship, and a rule said in a sentence and switched on. */
async function ruled(sentence: string): Promise<{ client: LocalClient; kind: string | undefined }> {
  const checking = new LocalChecking(detectorFamilies(path.resolve('src/engine')));
  const { client } = await openTestEngine(undefined, { checking });
  const { directives } = await client.call('compile', { text: sentence, scope: {} });
  const [read] = directives;
  if (read?.compiled === undefined) return { client, kind: undefined };
  const { spec } = read.compiled;
  await client.call('remember', {
    kind: 'rule',
    text: read.text,
    detail: { directive: read.directive, detector: { spec, state: 'on' } },
    scope: read.scope,
    status: 'active',
    provenance: { source: 'user', from: 'a test', at: 1, trust: 1 },
  });
  return { client, kind: spec.kind };
}

test.each([
  ['Never use `var`.', 'lint', 'typescript', 'var a = 1;', 'const a = 1;'],
  ['Compare with ===, never ==.', 'lint', 'javascript', 'if (a == b) c();', 'if (a === b) c();'],
  ['Never call `eval`.', 'lint', 'javascript', 'eval(text);', 'evaluate(text);'],
  ['Use `httpx` instead of `requests`.', 'pattern', 'python', 'import requests', 'import httpx'],
])('“%s” is found by %s in %s', async (sentence, kind, language, breach, kept) => {
  const { client, kind: compiled } = await ruled(sentence);
  expect(compiled).toBe(kind);
  const folder = await repository();
  const check = async (text: string) =>
    client.call('check', { folder, files: [{ path: 'src/a', language, text: `${text}\n` }] });
  expect(await check(breach)).toMatchObject({ breaches: [{ line: 1, kind }], off: [] });
  expect(await check(kept)).toEqual({ breaches: [], off: [] });
});

test('commands are held against rules before they are run', async () => {
  const { client } = await ruled('Use pnpm, never npm.');
  const folder = await repository();
  const check = (line: string) => client.call('checkCommand', { folder, line, record: true });
  expect((await check('npm install left-pad')).breaches).toMatchObject([{ kind: 'command' }]);
  expect((await check('pnpm install left-pad')).breaches).toEqual([]);
  const [row] = await client.call('rules', {});
  expect(row).toMatchObject({ opportunities: 2, kept: 1, broken: 1 });
});

test('a wish that nothing here can check stays advice', async () => {
  const { kind } = await ruled('Always think of the reader.');
  expect(kind).toBeUndefined();
});

test('what another half of the sentence says to do instead is no rule of its own', async () => {
  const checking = new LocalChecking(detectorFamilies(path.resolve('src/engine')));
  const { client } = await openTestEngine(undefined, { checking });
  const { directives } = await client.call('compile', { text: 'pnpm, never npm', scope: {} });
  expect(directives).toMatchObject([{ directive: { force: 'never' } }]);
});
