// Puts the VS Code server into the user's cache, once per version. No dependencies.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../scripts/process.mjs';
import { ensureSystem } from '../../scripts/system-packages.mjs';

const HERE = import.meta.dirname;
const manifest = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
const lock = readFileSync(join(HERE, 'package-lock.json'));

const version = manifest.dependencies['code-server'];
const hash = createHash('sha256').update(lock).digest('hex').slice(0, 8);
const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');

/** Where this version lies, installed or not; the lock's hash tells two sets of packages apart. */
const HOST = join(cache, 'mneme', 'test-host', `${version}-${hash}`);
const CODE_SERVER = join(HOST, 'node_modules', 'code-server');

/** The program of the VS Code server. */
export const SERVER_MAIN = join(CODE_SERVER, 'lib', 'vscode', 'out', 'server-main.js');

/** The version of VS Code inside. */
export async function codeVersion() {
  const path = join(CODE_SERVER, 'lib', 'vscode', 'package.json');
  return JSON.parse(await readFile(path, 'utf8')).version;
}

/** Installs the server unless it is there: some 740 MB, two minutes on two cores. */
export async function ensureHost() {
  if (existsSync(HOST)) return;
  await ensureSystem(['python', 'make', 'compiler', 'kerberos']);
  console.log(`installing the VS Code server (code-server ${version}) into ${HOST}: some minutes`);
  // A whole installation is moved into place at the end, so a broken-off one is never taken for it.
  const partial = `${HOST}.${process.pid}`;
  const started = Date.now();
  const ticking = setInterval(() => {
    console.log(`  … ${Math.round((Date.now() - started) / 1000)} s`);
  }, 20_000);
  await mkdir(partial, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json'])
      await cp(join(HERE, file), join(partial, file));
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: partial });
    await rename(partial, HOST).catch((error) => {
      if (!existsSync(HOST)) throw error;
    });
  } finally {
    clearInterval(ticking);
    await rm(partial, { recursive: true, force: true });
  }
}
