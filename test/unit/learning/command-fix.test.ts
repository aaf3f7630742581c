import { describe, expect, it } from 'vitest';
import { mineCommandFix, runSignature } from '../../../src/learning/command-fix';
import { MemoryDraft } from '../../../src/memory/memory';
import type { Signal, SignalOf } from '../../../src/memory/signal';
import { MINUTE, NOW, signal } from './samples';

const OUTPUT = "Error: Cannot find module 'zod'";
const run = (command: string, exitCode: number, ago: number, output?: string) =>
  signal('terminal', {
    command,
    exitCode,
    at: NOW - ago * MINUTE,
    ...(output !== undefined && { output }),
  });
const failed = run('npm test', 1, 5, OUTPUT);
const green = run('npm test', 0, 1);
const install = run('npm install', 0, 3);
const edit = (fields: Partial<SignalOf<'edit'>> = {}) =>
  signal('edit', { text: "moduleNameMapper: { '^zod$': 'zod' }", at: NOW - 2 * MINUTE, ...fields });

describe('mineCommandFix', () => {
  it('takes the command that came in between for the cure', () => {
    const mined = mineCommandFix(green, [failed, install, run('ls', 0, 2)]);
    const draft = MemoryDraft.parse(mined?.draft);
    expect(draft).toMatchObject({
      kind: 'fix',
      status: 'candidate',
      detail: { problem: OUTPUT, solution: 'npm install' },
    });
    expect(mined?.about[0]).toMatchObject({ kind: 'error', name: runSignature(failed) });
    expect(mined?.edges('m_1')[0]).toMatchObject({ type: 'fixes', to: mined?.about[0]?.id });
  });

  it('has one signature for the same failure, whatever it names', () => {
    expect(runSignature(failed)).toBe(
      runSignature(run('npm test', 1, 9, "Error: Cannot find module 'react'")),
    );
    expect(runSignature(run('make all', 2, 1))).toBe('make all: exit 2');
    expect(runSignature(signal('task', { name: 'build', exitCode: 2 }))).toBe(
      'task: build: exit 2',
    );
  });

  it('takes the one small edit for the cure where no command was run', () => {
    const mined = mineCommandFix(green, [failed, edit({ file: 'jest.config.js' })]);
    expect(mined?.draft.detail.solution).toContain('moduleNameMapper');
    expect(mined?.draft.text).toContain('in jest.config.js');
  });

  it.each<[string, Signal[]]>([
    ['nothing in between: it fails now and then', [failed]],
    ['only looking in between', [failed, run('git status', 0, 2)]],
    ['a command and an edit', [failed, install, edit()]],
    ['several edits', [failed, edit(), edit()]],
    ['a long edit', [failed, edit({ text: 'const a = 1;\n'.repeat(50) })]],
    [
      'many commands',
      [failed, ...['a', 'b', 'c', 'd'].map((name) => run(`npm run ${name}`, 0, 2))],
    ],
    ['another command failing', [run('npm run lint', 1, 5), install]],
    ['a success before', [failed, run('npm test', 0, 4), install]],
    ['a failure long ago', [run('npm test', 1, 90, OUTPUT), install]],
  ])('learns nothing from %s', (_, lately) => {
    expect(mineCommandFix(green, lately)).toBeUndefined();
  });
});
