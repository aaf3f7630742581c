import { build } from 'esbuild';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Handed } from '../../../../src/engine/checking/checking';
import { ThreadChecking } from '../../../../src/engine/checking/thread-checking';
import { forbids } from '../rules/rule-engine';

const SCRIPT = path.resolve('out/test-detectors/hostile-thread.js');
const FILE: Handed = { kind: 'file', path: 'a.ts', language: 'typescript', text: 'x', root: '/' };

beforeAll(async () => {
  await build({
    entryPoints: ['test/unit/engine/checking/hostile-thread.ts'],
    outfile: SCRIPT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
}, 60_000);

function thread(run = 500): ThreadChecking {
  const checking = new ThreadChecking(SCRIPT, { run, compile: 500 });
  onTestFinished(() => checking.close());
  return checking;
}

/** Rules that do as their ids say. */
function rules(...ids: string[]) {
  return ids.map((id) => ({ id, spec: forbids(id) }));
}

const SAID = { directive: { force: 'never', subject: '' }, languages: [], examples: [] } as const;

test.each([
  ['hang', 500, 'not done after 0.5 s'],
  ['exit', 20_000, 'stopped the detectors’ thread'],
  ['devour', 20_000, 'memory'],
])(
  'a detector that would %s takes the thread with it, is blamed, and harms no other',
  async (id, patience, why) => {
    const checking = thread(patience);
    const [first, second] = await Promise.all([
      checking.check(rules('good', id, 'better'), FILE),
      checking.check(rules('good'), FILE),
    ]);
    expect(first.found.map(({ rule }) => rule).sort()).toEqual(['better', 'good']);
    expect(first.off).toEqual([{ rule: id, reason: expect.stringContaining(why) as string }]);
    expect(second.off).toEqual([]);
    expect((await checking.check(rules('good'), FILE)).found).toHaveLength(1);
  },
);

test('a detector that throws or cannot be prepared is told with its reason', async () => {
  const { found, off } = await thread().check(rules('throw', 'good', 'unready'), FILE);
  expect(found.map(({ rule }) => rule)).toEqual(['good']);
  expect(new Map(off.map(({ rule, reason }) => [rule, reason]))).toEqual(
    new Map([
      ['throw', 'It failed: no such thing'],
      ['unready', 'It failed: not ready'],
    ]),
  );
});

test('a detector is too slow when it is so again and again, not for one pause', async () => {
  const checking = thread();
  const told: number[] = [];
  for (let run = 1; run <= 7; run++) {
    const { off } = await checking.check(rules('drag', 'good'), FILE);
    if (off.length > 0) told.push(run);
    expect(off.map(({ rule }) => rule)).toEqual(off.length > 0 ? ['drag'] : []);
  }
  expect(told).toEqual([7]);
});

test('compiling that hangs is ended with what to do', async () => {
  const checking = thread();
  await expect(checking.compile({ ...SAID, text: 'hang' })).rejects.toMatchObject({
    name: 'HumanError',
  });
  expect(await checking.compile({ ...SAID, text: 'fine' })).toBeUndefined();
});

test('code that a linter hangs on is given up, and rules are checked after it', async () => {
  const checking = thread();
  await expect(checking.faultsOf('hang', 'javascript')).rejects.toThrow('not done after 0.5 s');
  expect(await checking.faultsOf('fine', 'javascript')).toEqual([]);
  expect((await checking.check(rules('good'), FILE)).found).toHaveLength(1);
});

test('a thread that cannot be started fails those who ask, and no more', async () => {
  const checking = new ThreadChecking('/nowhere/detectors.js');
  onTestFinished(() => checking.close());
  await expect(checking.check(rules('good'), FILE)).rejects.toThrow('detectors.js');
});
