// Makes a fresh machine ready, each thing only where it is missing: `node scripts/setup.mjs`.
// No dependencies: this is what installs them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureHost } from '../test/host/install.mjs';
import { ROOT, run } from './process.mjs';
import { ensureSystem } from './system-packages.mjs';

/** @param {{ host?: boolean }} [what] host: also the VS Code server and the browser to test in */
export async function setUp({ host = true } = {}) {
  if (!(await dependenciesAreInstalled())) {
    await ensureSystem(['git', 'python', 'make', 'compiler']);
    console.log('npm ci');
    await run('npm', ['ci', '--no-audit', '--no-fund']);
  }
  if (host) {
    await ensureSystem(['git', 'chromium']);
    await ensureHost();
  }
}

/** Whether node_modules holds what package-lock.json names: npm notes what it installed, last. */
async function dependenciesAreInstalled() {
  const [wanted, installed] = await Promise.all([
    packagesOf(join(ROOT, 'package-lock.json')),
    packagesOf(join(ROOT, 'node_modules', '.package-lock.json')).catch(
      () => /** @type {Record<string, Locked>} */ ({}),
    ),
  ]);
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  );
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Locked
 * @param {string} lock
 * @returns {Promise<Record<string, Locked>>}
 */
async function packagesOf(lock) {
  return JSON.parse(await readFile(lock, 'utf8')).packages;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setUp();
