import { describe, expect, test } from 'vitest';
import { entityId } from '../../../src/memory/entity-id';
import { errorSignature } from '../../../src/memory/error-signature';
import { scopeFit } from '../../../src/recall/scope-fit';
import { taskQueries } from '../../../src/recall/task-query';
import { taskSeeds } from '../../../src/recall/task-seeds';
import { REPO, taskOf } from './world';

describe('the words of a task', () => {
  test('come from all its parts, none of them empty', () => {
    const texts = taskQueries(
      taskOf({
        sentence: 'make it retry',
        file: 'src/http/client.ts',
        symbol: 'getPrices',
        branch: 'fix/flaky-prices',
        selection: 'const prices = await fetchJson(url, { signal });',
        problems: [
          { severity: 'hint', message: 'Unused.', line: 1 },
          { severity: 'error', message: 'No overload.', code: '2769', source: 'ts', line: 2 },
        ],
      }),
    ).map(({ text }) => text);
    expect(texts).toEqual([
      'make it retry',
      'No overload.',
      'Unused.',
      'ts2769 2769',
      'prices fetchJson url signal',
      'getPrices client.ts fix/flaky-prices',
    ]);
    expect(taskQueries(taskOf({}))).toEqual([]);
  });
});

describe('the entities of a task', () => {
  test('are its file, its symbol and the packages of its imports', () => {
    const selection = [
      "import { z } from 'zod';",
      "import local from './local';",
      "const run = require('node:test/reporters');",
      "import '@scope/name/style.css';",
      'from django.db import models',
    ].join('\n');
    const seeds = taskSeeds(taskOf({ file: 'src/a.ts', symbol: 'run', selection }));
    expect([...seeds.keys()].sort()).toEqual(
      [
        entityId('file', 'src/a.ts', REPO),
        entityId('symbol', 'src/a.ts#run', REPO),
        entityId('package', 'zod'),
        entityId('package', 'node:test'),
        entityId('package', '@scope/name'),
        entityId('package', 'django'),
      ].sort(),
    );
  });
});

describe('what else a task names', () => {
  const energy = (task: Parameters<typeof taskOf>[0], id: string) =>
    taskSeeds(taskOf(task)).get(id);

  test('further files, each of many less than the only one', () => {
    const [a, b] = [entityId('file', 'a.ts', REPO), entityId('file', 'b.ts', REPO)];
    expect(energy({ files: ['a.ts'] }, a)).toBe(1);
    expect(energy({ files: ['a.ts', 'b.ts'] }, a)).toBeCloseTo(Math.SQRT1_2);
    expect(energy({ file: 'b.ts', files: ['a.ts', 'b.ts'] }, b)).toBe(1);
  });

  test('errors, as corrections and fixes name them and as histories do', () => {
    const problem = {
      severity: 'error' as const,
      message: "Property 'total' does not exist on type 'Cart'.",
      code: '2339',
      source: 'ts',
      line: 4,
    };
    const known = entityId('error', errorSignature(problem));
    const other = { ...problem, message: problem.message.replace('total', 'sum') };
    for (const one of [problem, other]) {
      expect(energy({ problems: [one] }, known)).toBeGreaterThan(0);
    }
    const thrown = 'TypeError: prices is not iterable';
    const thrownId = entityId('error', thrown, REPO);
    expect(energy({ sentence: `why this:\n${thrown}` }, thrownId)).toBeGreaterThan(0);
    expect(energy({ problems: [{ ...problem, message: thrown }] }, thrownId)).toBeGreaterThan(0);
  });

  test('issues, in the sentence and in the name of the branch, and commits', () => {
    const topic = entityId('topic', '#123', REPO);
    expect(energy({ sentence: 'fix #123' }, topic)).toBeGreaterThan(0);
    expect(energy({ branch: 'fix/123-crash' }, topic)).toBeGreaterThan(0);
    const sha = '0123456789abcdef0123456789abcdef01234567';
    expect(energy({ sentence: `since ${sha}` }, entityId('commit', sha, REPO))).toBeGreaterThan(0);
  });
});

describe('how a scope fits', () => {
  const task = taskOf({ file: 'src/http/client.ts' });

  test.each([
    [{}, true],
    [{ repo: REPO }, true],
    [{ repo: `${REPO}-other` }, false],
    [{ glob: 'src/**' }, true],
    [{ glob: '*.ts' }, true],
    [{ glob: '*.{js,ts}' }, true],
    [{ glob: 'test/**' }, false],
    [{ glob: '[' }, false],
    [{ language: 'typescript' }, true],
    [{ language: 'python' }, false],
  ])('%j: %s', (scope, fits) => {
    expect(scopeFit(scope, task) !== undefined).toBe(fits);
  });

  test.each(['+(a|+(a|+(a|b)))'.repeat(30), '*'.repeat(5000), '{a,'.repeat(300), '\\', '\0'])(
    'a hostile glob fits nothing, and soon (%#)',
    (glob) => {
      expect(scopeFit({ glob }, taskOf({ file: 'a'.repeat(500) }))).toBeUndefined();
    },
  );

  test('what the task tells nothing about stays open, but a repository never does', () => {
    const bare = taskOf({ repo: undefined });
    expect(scopeFit({ glob: 'src/**', language: 'python' }, bare)).toMatchObject({ glob: false });
    expect(scopeFit({ repo: REPO }, bare)).toBeUndefined();
  });

  test('a narrower scope fits more closely', () => {
    const values = [{}, { repo: REPO }, { repo: REPO, glob: 'src/**' }].map(
      (scope) => scopeFit(scope, task)?.value ?? Number.NaN,
    );
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values[0]).toBe(0);
  });
});
