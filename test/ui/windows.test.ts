import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Rig } from '../host/rig.mjs';
import type { Workbench } from '../host/workbench.mjs';

/** Memories that each window writes; the fixture's command knows the same number. */
const EACH = 100;
const BY_PROGRAM = 12;

let rig: Rig;
let windows: Workbench[];

beforeAll(async () => {
  rig = await Rig.start({ companions: [resolve('test/fixtures/assistant')] });
  windows = [await rig.window(), await rig.window()];
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [i, window] of windows.entries()) {
    await window.screenshot(`artefacts/ui/failed-window-${i}.png`);
  }
});

afterAll(async () => {
  await rig.stop();
});

/** Runs the `mneme` program on the same store; resolves with what it prints. */
async function mneme(...args: string[]): Promise<string> {
  const { folder, home } = rig.workspace;
  const program = spawn(process.execPath, [resolve('dist/mneme.js'), ...args], {
    cwd: folder,
    env: { ...process.env, MNEME_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  program.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const [code] = (await once(program, 'close')) as [number];
  expect(code).toBe(0);
  return output;
}

/** How many memories a window sees, by its own engine. */
async function seen(window: Workbench): Promise<number> {
  await window.page.bringToFront();
  await window.run('Fixture: Count');
  const status = window.page.locator('.statusbar-item', { hasText: 'This window sees' });
  const words = await status.textContent();
  return Number(words?.match(/\d+/)?.[0]);
}

test('two windows and the program write at once: nothing is lost, and each sees the others', async () => {
  for (const window of windows) await window.openFile('src/cart.ts');
  for (const window of windows) await window.run('Fixture: Remember Many');
  for (let i = 0; i < BY_PROGRAM; i++) await mneme('remember', `From the program, ${i}`);

  const all = 2 * EACH + BY_PROGRAM;
  for (const window of windows) {
    await expect.poll(() => seen(window), { timeout: 60_000, interval: 2000 }).toBe(all);
  }
  const listed = (await mneme('list', '--json')).trim().split('\n');
  const texts = listed.map(
    (line) => (JSON.parse(line) as { memory: { text: string } }).memory.text,
  );
  expect(new Set(texts).size).toBe(all);
});

test('what one window is told another shows within a second or so, unasked', async () => {
  const [one, other] = windows;
  if (!one || !other) throw new Error('There are two windows');
  await other.page.bringToFront();
  await other.run('Mneme: Focus on Memories View');
  await other.rows('Memories', /^Facts/).click();
  await other.rows('Memories', /^From/).first().waitFor();
  await one.page.bringToFront();
  await one.run('Mneme: Remember');
  await one.answer('Prices are whole cents, never floats');
  for (const question of ['What is it?', 'Where does it hold?']) {
    await one.quickInput.getByPlaceholder(question).waitFor();
    await one.press('Enter');
  }
  await other.page.bringToFront();
  // “never” makes it a rule, the first of this repository.
  await other.rows('Memories', /^Rule/).waitFor({ timeout: 5000 });
});
