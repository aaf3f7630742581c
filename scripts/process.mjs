// How scripts run other programs. No dependencies: it is loaded before `npm ci` on a fresh machine.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Node 24, which npm carries as the package `node`; there as soon as `npm ci` has run. */
export const NODE = join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The environment in which `node` is Node 24, whatever `npm` this was started by. */
export const ENV = {
  ...process.env,
  PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  // Else npm below is as silent as npm above, and takes its Node for its own.
  npm_config_loglevel: 'warn',
  npm_config_user_agent: undefined,
};

/**
 * Runs a program to its end with its output in ours.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function exitCodeOf(command, args, options) {
  return new Promise((resolve, reject) => {
    spawn(command, args, { cwd: ROOT, env: ENV, stdio: 'inherit', ...options })
      .once('error', reject)
      .once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program that has to succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function run(command, args, options) {
  const code = await exitCodeOf(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
