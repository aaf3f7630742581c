import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Rig } from '../host/rig.mjs';
import type { Workbench } from '../host/workbench.mjs';
import { ask, editorText } from './asking';

const PICTURES = join('artefacts', 'ui');

let rig: Rig;
let window: Workbench;

beforeAll(async () => {
  rig = await Rig.start({ companions: [resolve('test/fixtures/assistant')] });
  window = await rig.window();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await window.screenshot(join(PICTURES, `failed-${task.name.slice(0, 20)}.png`));
  }
});

afterAll(async () => {
  await rig.stop();
});

test('Tab accepts, a repair is offered as a memory, Alt+Y keeps it, and it is recalled elsewhere', async () => {
  await ask(window, { path: 'src/invoice.ts', line: 5 }, 'const shown = ', 'priceText(total');
  await window.press('Tab');
  await window.page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });

  await window.page.locator('.view-line span > span', { hasText: /^priceText$/ }).dblclick();
  await window.type('formatPrice');
  await window.press('Escape');
  await expect.poll(() => editorText(window)).toMatch(/formatPrice\(total/);
  const offer = window.page.locator('.statusbar-item', { hasText: /priceText.* → formatPrice/ });
  await offer.waitFor({ timeout: 30_000 });
  await window.screenshot(join(PICTURES, 'proposal-offered.png'));

  await window.press('Alt+y');
  await offer.waitFor({ state: 'hidden' });

  await window.openFile('src/cart.ts', { line: 14 });
  await window.run('Mneme: Recall for This Task');
  await window.answer('show the total as a price text');
  await window.rows('Recall', 'formatPrice').first().waitFor();
  await window.screenshot(join(PICTURES, 'correction-recalled.png'));
});

test('Escape and undo are seen for what they are', async () => {
  await ask(window, { path: 'src/cart.ts', line: 14 }, 'const free = ', 'lines.filter');
  await window.press('Escape');
  await expect.poll(() => editorText(window)).not.toContain('lines.filter');

  await ask(window, { path: 'src/cart.ts', line: 14 }, 'const free = ', 'lines.filter');
  await window.press('Tab');
  await window.page.waitForTimeout(500);
  await window.press('Control+z');
  // What was undone may be offered anew, at once or a little later.
  const withoutOffer = async () => {
    await window.press('Escape');
    return editorText(window);
  };
  await expect.poll(withoutOffer, { timeout: 10_000 }).not.toContain('lines.filter');

  await window.run('Mneme: Show Activity');
  const undone = window.rows('Activity', 'Suggestion undone').first();
  await undone.waitFor();
  await window.screenshot(join(PICTURES, 'activity.png'));
  // The list is longer than the view, and only the rows that show are there.
  await undone.hover();
  const dismissed = window.rows('Activity', 'Suggestion dismissed').first();
  for (let tries = 0; tries < 20 && !(await dismissed.isVisible()); tries++) {
    await window.page.mouse.wheel(0, 60);
    await window.page.waitForTimeout(200);
  }
  await dismissed.waitFor();
});

test('Tab indents as ever where nothing is offered', async () => {
  await window.openFile('src/price.ts', { line: 1, column: 1 });
  await window.press('Tab');
  await expect.poll(() => editorText(window)).toMatch(/^\s+export type Currency/);
  await window.press('Control+z');
});
