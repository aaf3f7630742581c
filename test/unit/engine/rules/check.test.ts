import { expect, test } from 'vitest';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { eventually } from '../open-test-engine';
import { forbid, forbids, openRuleEngine, repository } from './rule-engine';

const FILE = { path: 'src/a.ts', language: 'typescript', text: 'let a;\n  var b;\nvar c;\n' };

test('what breaks a rule is told with its place, and what the rule says', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  const { id } = await forbid(client, 'var');
  const { breaches, off } = await client.call('check', { folder, files: [FILE] });
  expect(off).toEqual([]);
  expect(breaches).toEqual([
    {
      rule: id,
      text: 'Never write var',
      force: 'never',
      kind: 'text',
      path: 'src/a.ts',
      start: 9,
      end: 12,
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 6,
      reason: 'It is old',
      fixes: [],
    },
    expect.objectContaining({ start: 16, line: 3, column: 1, endColumn: 4 }),
  ]);
});

test('of changed lines alone what touches them is told', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  await forbid(client, 'var');
  const ask = async (changed: { first: number; last: number }[]) => {
    const files = [{ ...FILE, changed }];
    return (await client.call('check', { folder, files })).breaches.map(({ line }) => line);
  };
  expect(await ask([])).toEqual([]);
  expect(await ask([{ first: 1, last: 1 }])).toEqual([]);
  expect(await ask([{ first: 3, last: 9 }])).toEqual([3]);
});

test('a rule holds where its scope says, and only while its check is on', async () => {
  const client = await openRuleEngine();
  const [here, there] = [await repository(), await repository()];
  const { repo } = await client.call('repositoryOf', { folder: here });
  const { id } = await forbid(client, 'var', { repo, glob: 'src/**', language: 'typescript' });
  const count = async (folder: string, file = {}) =>
    (await client.call('check', { folder, files: [{ ...FILE, ...file }] })).breaches.length;

  expect(await count(here)).toBe(2);
  expect(await count(there)).toBe(0);
  expect(await count(here, { path: 'lib/a.ts' })).toBe(0);
  expect(await count(here, { language: 'go' })).toBe(0);
  expect(await count(here, { language: 'typescriptreact' })).toBe(2);

  await client.call('setDetector', { id, detector: { spec: forbids('var'), state: 'off' } });
  expect(await count(here)).toBe(0);
  await client.call('undo', {});
  expect(await count(here)).toBe(2);
  await client.call('setDetector', { id, detector: null });
  expect(await count(here)).toBe(0);
});

test('a sentence becomes a directive with its detector, and is tried on the repository', async () => {
  const client = await openRuleEngine();
  const folder = await repository({
    'src/a.ts': 'var a;',
    'src/b.ts': 'var b;\nvar c;',
    'docs/notes.md': 'var d',
    'src/picture.ts': 'var \0 e',
  });
  const scope = { language: 'typescript' };
  const { directives } = await client.call('compile', { text: 'Never use `var`.', scope });
  const compiled = directives[0]?.compiled;
  expect(directives).toMatchObject([{ directive: { force: 'never' }, scope }]);
  expect(compiled).toMatchObject({ spec: forbids('var'), shown: 'No var' });

  const told: number[] = [];
  const trial = await client.call(
    'tryDetector',
    { folder, spec: compiled?.spec ?? forbids('?'), scope },
    { onProgress: ({ done }) => told.push(done) },
  );
  expect(trial).toMatchObject({ files: 2, total: 3 });
  expect(trial.places.map(({ path, line }) => [path, line])).toEqual([
    ['src/a.ts', 1],
    ['src/b.ts', 1],
    ['src/b.ts', 2],
  ]);
  expect(told).toEqual([0]);

  const aborted = client.call(
    'tryDetector',
    { folder, spec: forbids('var'), scope },
    { signal: AbortSignal.abort() },
  );
  await expect(aborted).rejects.toThrow('abort');
});

test('a place that was overruled is silent, wherever in its file it moves', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  const { id: rule } = await forbid(client, 'var');
  const at = { folder, path: FILE.path };
  await client.call('overrule', { rule, how: 'here', ...at, line: 2, text: FILE.text });
  const lines = async (file = {}) =>
    (await client.call('check', { folder, files: [{ ...FILE, ...file }] })).breaches.map(
      ({ line }) => line,
    );
  expect(await lines()).toEqual([3]);
  expect(await lines({ text: `// new\n${FILE.text}` })).toEqual([4]);
  expect(await lines({ path: 'src/b.ts' })).toEqual([2, 3]);
});

test('who follows the engine hears that what is checked changed', async () => {
  const client = await openRuleEngine();
  const events: EngineEvent['kind'][] = [];
  client.onEvent(({ kind }) => events.push(kind));
  const folder = await repository();
  await client.call('check', { folder, files: [FILE] });
  const { id } = await forbid(client, 'var');
  await eventually(
    () => Promise.resolve(events.filter((kind) => kind === 'rulesChanged').length),
    (count) => count === 1,
  );
  await client.call('pauseRule', { id });
  await eventually(
    () => Promise.resolve(events.filter((kind) => kind === 'rulesChanged').length),
    (count) => count === 2,
  );
});
