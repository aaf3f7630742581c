import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Rig } from '../host/rig.mjs';
import type { Workbench } from '../host/workbench.mjs';
import { ask, editorText } from './asking';

let rig: Rig;
let shop: Workbench;
let depot: Workbench;

beforeAll(async () => {
  rig = await Rig.start({ companions: [resolve('test/fixtures/assistant')] });
  shop = await rig.window();
  depot = await rig.window(await otherProject(join(rig.workspace.root, 'depot')));
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await shop.screenshot('artefacts/ui/failed-shop.png');
  await depot.screenshot('artefacts/ui/failed-depot.png');
});

afterAll(async () => {
  await rig.stop();
});

/** A repository of its own, which shares no line with the first. */
async function otherProject(folder: string): Promise<string> {
  await mkdir(join(folder, 'src'), { recursive: true });
  await writeFile(join(folder, 'src', 'stock.ts'), 'export const stock = 1;\n\n');
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  return folder;
}

test('a correction made in one window is in the pack for the next suggestion of another project', async () => {
  await depot.page.bringToFront();
  await ask(depot, { path: 'src/stock.ts', line: 1 }, 'const paid = ', 'priceText(paid');
  await depot.press('Escape', 'Control+z');

  await shop.page.bringToFront();
  await ask(shop, { path: 'src/invoice.ts', line: 5 }, 'const shown = ', 'priceText(total');
  await shop.press('Tab');
  await shop.page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
  await shop.page.locator('.view-line span > span', { hasText: /^priceText$/ }).dblclick();
  await shop.type('formatPrice');
  await shop.press('Escape');
  const offer = shop.page.locator('.statusbar-item', { hasText: /priceText.* → formatPrice/ });
  await offer.waitFor({ timeout: 30_000 });
  await shop.press('Alt+y');
  await offer.waitFor({ state: 'hidden' });
  await shop.run('Mneme: Change Where a Memory Holds');
  await shop.answer('formatPrice');
  await shop.quickInput.getByPlaceholder('Where does it hold?').waitFor();
  await shop.quickInput
    .locator('.monaco-list-row', { hasText: 'this language in all your work' })
    .click();

  await depot.page.bringToFront();
  await ask(depot, { path: 'src/stock.ts', line: 1 }, 'const paid = ', 'formatPrice(paid');
  await depot.press('Tab');
  await expect.poll(() => editorText(depot)).toContain('const paid = formatPrice(paid, currency);');
});
