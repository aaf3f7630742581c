import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSample } from '../../scripts/sample.mjs';
import { Rig } from '../host/rig.mjs';
import type { Workbench } from '../host/workbench.mjs';

const PICTURES = join('artefacts', 'ui');

let rig: Rig;
let window: Workbench;
let panel: Frame;
const complaints: string[] = [];

beforeAll(async () => {
  rig = await Rig.start({ fill: makeSample, name: 'postbox' });
  window = await rig.window();
  window.page.on('console', (message) => {
    if (/Content.Security.Policy|Uncaught/.test(message.text())) complaints.push(message.text());
  });
  await window.openFile('src/queue.ts');
  await window.run('Mneme: Learn from This Repository');
  await window.notifications.filter({ hasText: 'Learned from' }).waitFor();
  await window.run('Notifications: Clear All Notifications');
  await window.run('Mneme: Focus on Graph View');
  panel = await window.webview('mneme-graph .node.centre');
  for (const pane of ['Recall', 'Proposals']) {
    await window.page.locator(`.pane-header[aria-label^="${pane}"]`).click();
  }
});

afterAll(async () => {
  await rig.stop();
});

const centre = () => panel.locator('mneme-graph .node.centre').getAttribute('data-id');
const cardText = () => panel.locator('mneme-memory-card .head .text').innerText();
const button = (name: string | RegExp) => panel.getByRole('button', { name, exact: true });
const section = (title: string): Locator =>
  panel.locator('details.section').filter({ has: panel.locator('h3', { hasText: title }) });

/** Goes to a memory by the search box, with keys alone. */
async function searchFor(words: string, text: RegExp): Promise<void> {
  const field = panel.locator('mneme-search input');
  const first = panel.locator('mneme-search [role=option]').first();
  // The index follows the store at a small distance, so a memory just restored may take a second.
  const ask = async () => {
    await field.fill('');
    await field.fill(words);
    return first.innerText({ timeout: 3000 });
  };
  await expect.poll(ask, { timeout: 10_000 }).toMatch(text);
  await field.press('Enter');
  await expect.poll(cardText).toMatch(text);
}

test('it starts from the file at hand and tells what stands around it', async () => {
  await panel.getByRole('heading', { name: 'queue.ts' }).waitFor();
  const spoken = panel.locator('mneme-panel [aria-live=polite]');
  await expect.poll(() => spoken.textContent()).toMatch(/^\s*File: src\/queue\.ts.*neighbours?:/);
});

test('by mouse: a click travels, the wheel zooms, a drag moves, back goes back', async () => {
  const from = await centre();
  const memory = panel.locator('mneme-graph .node.memory').first();
  const to = await memory.getAttribute('data-id');
  await memory.click();
  await expect.poll(centre).toBe(to);
  await panel.locator('mneme-memory-card').waitFor();
  await rest();

  const place = () => panel.locator('mneme-graph .node.centre').getAttribute('transform');
  const before = await place();
  const box = await panel.locator('mneme-graph').boundingBox();
  if (!box) throw new Error('the graph has no place');
  await window.page.mouse.move(box.x + 5, box.y + 5);
  await window.page.mouse.wheel(0, -300);
  await expect.poll(place).not.toBe(before);
  const zoomed = await place();
  await window.page.mouse.down();
  await window.page.mouse.move(box.x + 45, box.y + 35, { steps: 4 });
  await window.page.mouse.up();
  await expect.poll(place).not.toBe(zoomed);
  expect(await centre()).toBe(to);

  await button('Back (Alt+Left)').click();
  await expect.poll(centre).toBe(from);
});

test('by keyboard: arrows move between nodes, Enter travels, Alt+Left goes back', async () => {
  const from = await centre();
  await panel.locator('mneme-graph .node.centre').focus();
  const focused = () =>
    panel.locator('mneme-graph .node:focus').getAttribute('data-id', { timeout: 1000 });
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await window.press(key);
    if ((await focused()) !== from) break;
  }
  const to = await focused();
  expect(to).not.toBe(from);
  const row = panel.locator(`mneme-neighbours .row[data-id="${to ?? ''}"]`);
  expect(await row.getAttribute('aria-selected')).toBe('true');
  await window.press('Enter');
  await expect.poll(centre).toBe(to);
  await window.press('Alt+ArrowLeft');
  await expect.poll(centre).toBe(from);
});

test('a memory is edited in place, and the edit taken back from its history', async () => {
  await searchFor('constant time', /constant time/);
  const before = await cardText();
  await button('Edit').click();
  const field = panel.locator('mneme-editor textarea');
  await field.fill('Signatures are compared in constant time.');
  await field.press('Control+Enter');
  await expect.poll(cardText).toBe('Signatures are compared in constant time.');
  const undo = section('History').getByRole('button', { name: /^Undo/ }).first();
  await undo.click();
  await expect.poll(cardText).toBe(before);
});

test('kind and scope are changed by simple controls, and nothing else with them', async () => {
  await searchFor('constant time', /constant time/);
  const scope = panel.locator('mneme-memory-card .scope');
  expect(await scope.innerText()).toContain('postbox');
  await button('Edit').click();
  const glob = panel.locator('mneme-editor #glob input');
  await glob.fill('src/**');
  await button('Save').click();
  await expect.poll(() => scope.innerText()).toContain('src/**');
  expect(await scope.innerText()).toContain('postbox');
});

test('forgetting asks first, is complete, and can be taken back at once', async () => {
  await searchFor('backoff waits between tries', /`backoff\(\)`/);
  const id = await centre();
  const text = await cardText();
  await button('Forget').click();
  await button('Keep').click();
  expect(await cardText()).toBe(text);
  await button('Forget').click();
  await panel.locator('#really').click();
  await expect.poll(centre).not.toBe(id);
  await panel.locator('#bring-back').click();
  await expect.poll(centre).toBe(id);
  expect(await cardText()).toBe(text);
});

test('evidence opens the place it was seen at', async () => {
  await searchFor('backoff waits between tries', /`backoff\(\)`/);
  const link = section('Why it exists').locator('button.link').first();
  const file = (await link.innerText()).split(':')[0]?.split('/').at(-1) ?? '';
  await link.click();
  await window.page.locator('.tab.active', { hasText: file }).waitFor();
});

test('hidden and shown again, it stands where it stood', async () => {
  const before = await centre();
  await window.run('View: Show Explorer');
  await window.page.locator('.explorer-folders-view').waitFor();
  await window.run('Mneme: Focus on Graph View');
  panel = await window.webview('mneme-graph .node.centre');
  await expect.poll(centre).toBe(before);
  expect(await button('Back (Alt+Left)').isEnabled()).toBe(true);
});

test('garbage shows an error, and the panel goes on', async () => {
  await panel.evaluate(() => globalThis.window.postMessage({ version: 1, message: 42 }, '*'));
  await panel.getByRole('alert').filter({ hasText: 'does not understand' }).waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await searchFor('backoff waits between tries', /`backoff\(\)`/);
});

test.each(['light', 'high contrast', 'dark'] as const)('it is at home in %s', async (theme) => {
  await window.theme(theme);
  const colours = () =>
    panel.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ['--vscode-sideBar-background', '--mneme-fix'].map((name) =>
        style.getPropertyValue(name),
      );
    });
  await expect.poll(async () => (await colours()).every(Boolean)).toBe(true);
  await rest();
  await window.screenshot(join(PICTURES, `graph-sidebar-${theme.replace(' ', '-')}.png`));
});

test('nothing broke the security policy', () => {
  expect(complaints).toEqual([]);
});

/** Lets what glides come to rest. */
function rest(): Promise<void> {
  return window.page.waitForTimeout(500);
}
