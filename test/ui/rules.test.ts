import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Rig } from '../host/rig.mjs';
import type { Workbench } from '../host/workbench.mjs';

const PICTURES = join('artefacts', 'ui');
const SLOW = { timeout: 60_000 };

let rig: Rig;
let window: Workbench;

beforeAll(async () => {
  rig = await Rig.start({ companions: [resolve('test/fixtures/assistant')] });
  window = await rig.window();
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await window.screenshot(join(PICTURES, `failed-rules-${task.name.slice(0, 20)}.png`));
});

afterAll(async () => {
  await rig.stop();
});

/** Says a rule in the palette, for this repository, and says yes to what it became. */
async function say(sentence: string, became: RegExp): Promise<void> {
  await window.run('Mneme: Add a Rule…');
  await window.answer(sentence);
  await window.quickInput.getByPlaceholder('Where does it hold?').waitFor();
  await window.press('Enter');
  await window.quickInput.locator('.monaco-list-row', { hasText: became }).first().waitFor(SLOW);
}

test('a sentence becomes a check, seen before it is on, and the line that breaks it is underlined', async () => {
  await window.openFile('src/cart.ts', { line: 14, column: 200 });
  await say('Never use var', /Check It from Now On.*no-var/);
  await window.screenshot(join(PICTURES, 'rule-preview.png'));
  await window.press('Enter');
  await window.run('Mneme: Focus on Rules View');
  await window.rows('Rules', 'Never use var').first().waitFor();
  for (const pane of ['Recall', 'Memories', 'Graph']) {
    await window.page.locator(`.pane-header[aria-label^="${pane}"]`).click();
  }
  await window.openFile('src/cart.ts', { line: 14, column: 200 });
  await window.press('Enter');
  await window.type('var free = total(lines);');
  await window.page.locator('.squiggly-error').first().waitFor(SLOW);
  // Counted once typing rests: nobody is blamed for half a statement.
  await window
    .rows('Rules', /Never use var.*kept 0 of 1/)
    .first()
    .waitFor(SLOW);
});

test('its quick fixes mend it or leave it, and the tree tells how it is kept', async () => {
  await window.press('Home');
  await window.press('Control+.');
  const menu = window.page.locator('.action-widget');
  await menu.getByText(/no-var/).waitFor();
  for (const words of [/^Leave it here/, /^Wrong here/, /^Open rule/]) {
    await menu.getByText(words).waitFor();
  }
  await window.screenshot(join(PICTURES, 'rule-quick-fixes.png'));
  await window.press('Enter');
  await window.page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  const text = await window.page.locator('.monaco-editor.focused .view-lines').innerText();
  expect(text.replaceAll('\u00a0', ' ')).toMatch(/(let|const) free = total/);
});

test('a command that breaks a rule is told once', async () => {
  await say('Never use npm, use pnpm', /Check It from Now On/);
  await window.press('Enter');
  await window.run('Mneme: Focus on Rules View');
  await window.rows('Rules', 'Never use npm').first().waitFor();
  await window.run('View: Toggle Terminal');
  const terminal = window.page.locator('.terminal.xterm').first();
  await terminal.waitFor();
  await window.page.waitForTimeout(3000);
  await window.type('npm run nothing');
  await window.press('Enter');
  // The editor keeps toasts back while one types in a terminal; the bell has it.
  await window
    .rows('Rules', /Never use npm.*kept 0/)
    .first()
    .waitFor(SLOW);
  await window.run('Notifications: Show Notifications');
  const told = window.page.locator('.notifications-center .notification-list-item-message');
  await told.filter({ hasText: 'breaks your rule' }).waitFor();
  await window.screenshot(join(PICTURES, 'rule-command.png'));
  await window.run('Notifications: Clear All Notifications');
  await window.run('View: Toggle Terminal');
});

test.each(['dark', 'light', 'high contrast'] as const)(
  'its pages are at home in %s',
  async (theme) => {
    await window.theme(theme);
    await window.run('Mneme: Show Rules');
    await window.page.locator('.tab.active', { hasText: 'Rules' }).waitFor();
    await window.page.locator('.view-line', { hasText: 'How rules are kept' }).waitFor();
    await window.screenshot(join(PICTURES, `rules-page-${theme.replace(' ', '-')}.png`));
  },
);
