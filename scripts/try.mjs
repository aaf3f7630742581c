// Mneme from its VSIX on a sample project: `npm run try`, or without a person `-- --check`.
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ENV, exitCodeOf, NODE, run } from './process.mjs';
import { makeSample } from './sample.mjs';
import { setUp } from './setup.mjs';
import { onPath } from './system-packages.mjs';
import { vsixPath } from './vsix-path.mjs';

const TRY_THIS = `Try this:
  1. F1, then "Mneme: Learn from This Repository": its history and AGENTS.md become memories.
  2. Open src/queue.ts, then F1, "Mneme: Recall for This Task": what to know here, each with why.
  3. Point at the first one, thumb down (It Misled), recall again, and see the order change.`;

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    // The VSIX is there and up to date: `npm test` has made it.
    packaged: { type: 'boolean', default: false },
  },
});

const desktop = !values.check && hasScreen() ? onPath('code') : undefined;
await setUp({ host: desktop === undefined });
if (!values.packaged) await run(NODE, ['scripts/package.mjs']);

if (values.check) {
  process.exitCode = await exitCodeOf(NODE, ['scripts/try-check.mjs']);
} else if (desktop) {
  await onDesktop(desktop);
} else {
  process.exitCode = await exitCodeOf(NODE, ['scripts/try-server.mjs', TRY_THIS]);
}

/**
 * Opens the desktop VS Code with a profile of its own, and stays until its window is closed.
 * @param {string} code
 */
async function onDesktop(code) {
  const root = await mkdtemp(join(tmpdir(), 'mneme-try-'));
  const folder = join(root, 'postbox');
  const home = join(root, 'home');
  await mkdir(home);
  await makeSample(folder);
  const profile = [
    ...['--user-data-dir', join(root, 'user')],
    ...['--extensions-dir', join(root, 'extensions')],
  ];
  await run(code, [...profile, '--install-extension', vsixPath()]);
  console.log(`\nVS Code opens ${folder}\n${TRY_THIS}`);
  const env = { ...ENV, MNEME_HOME: home };
  await run(code, [...profile, '--new-window', '--wait', folder], { env });
}

function hasScreen() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}
