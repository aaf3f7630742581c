// The main path, walked in Chromium with Mneme installed from its VSIX; pictures in artefacts/try/.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Rig } from '../test/host/rig.mjs';
import { ROOT } from './process.mjs';
import { makeSample } from './sample.mjs';

const PICTURES = join(ROOT, 'artefacts', 'try');
const SENTENCE = 'send a failed delivery again, in order';

await rm(PICTURES, { recursive: true, force: true });
const rig = await Rig.start({ fill: makeSample, name: 'postbox' });
const window = await rig.window();
let taken = 0;
try {
  await window.openFile('src/queue.ts', { line: 24 });
  await window.run('Mneme: Learn from This Repository');
  await window.notifications.filter({ hasText: 'Learned from' }).waitFor();
  await picture('learned');
  await window.run('Notifications: Clear All Notifications');

  await window.page.getByRole('tab', { name: 'Mneme' }).first().click();
  // The view has room for a few rows: one group is folded to see the next.
  await window.rows('Memories', /^Rules/).click();
  const fixes = window.rows('Memories', /^Fixes/);
  if ((await fixes.getAttribute('aria-expanded')) === 'false') await fixes.click();
  await window.rows('Memories', /retry storm/i).waitFor();
  await picture('memories');

  const before = await recall();
  await picture('recalled');
  const first = window.rows('Recall', /^1\. /);
  await first.hover();
  await first.getByRole('button', { name: 'It Misled' }).click();
  await window.rows('Recall', 'misled').waitFor();
  await picture('misled');
  const after = await recall();
  await picture('recalled-again');
  if (after === before) throw new Error('a memory that misled is recalled as if it had not');

  await window.run('Mneme: Open Graph in an Editor Tab');
  const graph = await window.webview('mneme-graph .node.centre', { wider: 600 });
  await graph.locator('mneme-graph .node').nth(1).waitFor();
  await picture('graph');

  await window.run('Mneme: Show Activity');
  await picture('activity');
  console.log(`The main path can be walked: ${taken} pictures in artefacts/try/`);
} catch (error) {
  await picture('failed');
  throw error;
} finally {
  await rig.stop();
}

/** What comes first for the sentence, and how often it is known to help. */
async function recall() {
  await window.run('Mneme: Recall for This Task');
  await window.answer(SENTENCE);
  await window.rows('Recall', /^1\. .*tokens/).waitFor();
  await window.page.waitForTimeout(1000);
  const first = await window.rows('Recall', /^1\. /).textContent();
  const helps = await window.rows('Recall', 'helps at least').first().textContent();
  return `${first} ${helps}`;
}

/** @param {string} name */
async function picture(name) {
  taken += 1;
  await window.screenshot(join(PICTURES, `${taken}-${name}.png`));
}
