import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkCommand } from '../../../src/cli/check-command';
import { repository } from '../engine/rules/rule-engine';
import { temporaryFolder } from '../engine/open-test-engine';

const told: string[] = [];

beforeEach(() => {
  told.length = 0;
  const keep = (text: string | Uint8Array): boolean => told.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** Runs the command in a folder, on a store of its own; gives the exit code. */
async function run(folder: string, ...args: string[]): Promise<unknown> {
  vi.stubEnv('MNEME_HOME', await temporaryFolder());
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  await checkCommand().exitOverride().parseAsync(args, { from: 'user' });
  const code = process.exitCode;
  process.exitCode = undefined;
  return code;
}

it('ends with 0 where nothing was found, and says nothing', async () => {
  const folder = await repository({ 'a.ts': 'var a;\n' });
  expect(await run(folder, '.')).toBe(0);
  expect(await run(folder, '--staged', '--command', 'npm i', '--branch', 'a')).toBe(0);
  expect(told.join('')).toBe('');
  expect(await run(folder, '.', '--format', 'sarif')).toBe(0);
  expect(JSON.parse(told.join(''))).toMatchObject({ version: '2.1.0', runs: [{ results: [] }] });
});

it.each([
  [[], 'Nothing was named'],
  [['--staged', 'a.ts'], 'three ways'],
  [['--staged', '--diff', 'HEAD'], 'three ways'],
  [['--message', 'none'], 'could not be read'],
])('ends with 2 where it could not check: %j', async (args, words) => {
  expect(await run(await repository(), ...args)).toBe(2);
  expect(told.join('')).toContain(words);
});

it('ends with 2 outside of a repository, and for wrong usage', async () => {
  expect(await run(await temporaryFolder(), '--staged')).toBe(2);
  expect(told.join('')).toContain('no Git repository');
  await expect(run(await repository(), '--format', 'xml')).rejects.toThrow('xml');
});
