// What the machine itself must have. No dependencies.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './process.mjs';

/** Each need: how to see that it is met, and the Debian package that meets it. */
const NEEDS = {
  git: { met: () => onPath('git'), debian: 'git' },
  python: { met: () => onPath('python3'), debian: 'python3' },
  make: { met: () => onPath('make'), debian: 'make' },
  compiler: { met: () => onPath('g++') || onPath('clang++'), debian: 'g++' },
  kerberos: {
    met: () => process.platform !== 'linux' || onPath('krb5-config'),
    debian: 'libkrb5-dev',
  },
  chromium: { met: () => chromium() !== undefined, debian: 'chromium' },
};

/** @typedef {keyof typeof NEEDS} Need */

/**
 * Sees to it that the machine has what is needed: installs it where that can be done unasked
 * (root on Debian or Ubuntu), else says in one line what to install.
 * @param {readonly Need[]} needs
 */
export async function ensureSystem(needs) {
  const missing = () => needs.filter((need) => !NEEDS[need].met());
  const before = missing();
  if (before.length === 0) return;
  const packages = before.map((need) => NEEDS[need].debian);
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`installing ${packages.join(', ')}`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-qq'], options);
    await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], options);
  }
  const after = missing();
  if (after.length > 0) {
    throw new Error(
      `missing: ${after.join(', ')}. On Debian or Ubuntu: sudo apt-get install ` +
        after.map((need) => NEEDS[need].debian).join(' '),
    );
  }
}

/**
 * The Chromium to test in: `CHROMIUM`, or the first of the usual ones.
 * @returns {string | undefined}
 */
export function chromium() {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return (
    process.env.CHROMIUM ??
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
      .map(onPath)
      .find(Boolean) ??
    (existsSync(mac) ? mac : undefined)
  );
}

/**
 * @param {string} program
 * @returns {string | undefined} where it lies
 */
export function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
