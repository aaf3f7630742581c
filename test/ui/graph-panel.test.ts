import { join } from 'node:path';
import type { Frame } from 'playwright-core';
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
    if (/Content Security Policy|Content-Security-Policy/.test(message.text()))
      complaints.push(message.text());
  });
  await window.openFile('src/queue.ts');
  await window.run('Mneme: Learn from This Repository');
  await window.notifications.filter({ hasText: 'Learned from' }).waitFor();
  await window.run('Notifications: Clear All Notifications');
  await window.run('Mneme: Open Graph in an Editor Tab');
  panel = await window.webview('mneme-graph .node.centre', { wider: 600 });
});

afterAll(async () => {
  await rig.stop();
});

const nodes = () => panel.locator('mneme-graph .node');
const centre = () => panel.locator('mneme-graph .node.centre').getAttribute('data-id');

test('a click on a neighbour travels to it, and back goes back', async () => {
  const from = await centre();
  const neighbour = panel.locator('mneme-graph .node:not(.centre)').first();
  const to = await neighbour.getAttribute('data-id');
  await neighbour.dblclick({ force: true });
  await expect.poll(centre).toBe(to);
  await panel.getByRole('button', { name: /back/i }).click();
  await expect.poll(centre).toBe(from);
});

test('the list beside the picture travels by keyboard alone', async () => {
  const from = await centre();
  const list = panel.locator('mneme-neighbours .list');
  await list.focus();
  await window.press('ArrowDown', 'Enter');
  await expect.poll(centre).not.toBe(from);
});

test.each(['dark', 'light', 'high contrast'] as const)('it can be read in %s', async (theme) => {
  await window.theme(theme);
  await expect.poll(() => nodes().count()).toBeGreaterThan(1);
  const contrast = await panel.evaluate(contrastOfText);
  await window.screenshot(join(PICTURES, `graph-${theme.replace(' ', '-')}.png`));
  expect(contrast).toBeGreaterThan(4.5);
});

test('nothing in the panel broke its own security policy', () => {
  expect(complaints).toEqual([]);
});

/** The contrast of text to background, by WCAG 2.1: relative luminances, 1 to 21. */
function contrastOfText(): number {
  const luminance = (name: string) => {
    const probe = document.createElement('span');
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
    probe.remove();
    const [red = 0, green = 0, blue = 0] = parts.map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [
    luminance('--vscode-foreground'),
    luminance('--vscode-editor-background'),
  ].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
