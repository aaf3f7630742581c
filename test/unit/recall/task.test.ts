import { describe, expect, test } from 'vitest';
import { entityId } from '../../../src/memory/entity-id';
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
