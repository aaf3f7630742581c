// npm run -s bench:editor -- [--events 10000] [--idle 30]: what Mneme costs the editor.
// Runs in a real VS Code (the test host) on the real TypeScript server; prints JSON lines only.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { ENV, NODE, ROOT } from '../scripts/process.mjs';
import { makeWorkspace } from '../test/host/workspace.mjs';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    idle: { type: 'string', default: '30' },
  },
});

await quietly(NODE, [join(ROOT, 'scripts', 'build.mjs'), '--production']);
const workspace = await makeWorkspace();
try {
  const runner = join(workspace.root, 'runner.cjs');
  await build({
    entryPoints: [join(ROOT, 'bench', 'editor', 'runner.ts')],
    outfile: runner,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'error',
  });
  await cp(join(ROOT, 'src'), join(workspace.folder, 'typed'), { recursive: true });
  const extension = await unactivated(join(workspace.root, 'extension'));
  const code = await relayJson(NODE, [
    join(ROOT, 'test', 'host', 'vscode.mjs'),
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${runner}`,
    `--user-data-dir=${workspace.userData}`,
    `--extensions-dir=${workspace.extensions}`,
    workspace.folder,
  ]);
  process.exitCode = code;
} finally {
  await rm(workspace.root, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * The extension as it ships, but activated by nothing, so that the runner can stand around it.
 * @param {string} folder
 */
async function unactivated(folder) {
  await mkdir(folder);
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, activationEvents: [] }),
  );
  // By links its code would lie elsewhere, and VS Code would take it for nobody's.
  for (const part of ['dist', 'media', 'l10n', 'package.nls.json']) {
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function quietly(command, args) {
  return new Promise((resolve, reject) => {
    spawn(command, args, { cwd: ROOT, env: ENV, stdio: ['ignore', 2, 2] }).once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`)),
    );
  });
}

/**
 * Lines that are JSON objects go to stdout, all others to stderr.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
function relayJson(command, args) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...ENV,
      MNEME_HOME: workspace.home,
      BENCH_EVENTS: values.events,
      BENCH_IDLE_SECONDS: values.idle,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    (line.startsWith('{') ? process.stdout : process.stderr).write(`${line}\n`);
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
