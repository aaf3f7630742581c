// The main path, walked in Chromium with Mneme installed from its VSIX; pictures in artefacts/try/.
import { join } from 'node:path';
import { Rig } from '../test/host/rig.mjs';
import { ROOT } from './process.mjs';
import { makeSample } from './sample.mjs';

const PICTURES = join(ROOT, 'artefacts', 'try');

const rig = await Rig.start({ fill: makeSample });
try {
  const window = await rig.window();
  let taken = 0;
  const picture = (/** @type {string} */ name) =>
    window.screenshot(join(PICTURES, `${(taken += 1)}-${name}.png`));
  const row = (/** @type {string} */ text) =>
    window.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();

  await window.openFile('src/queue.ts', { line: 24 });
  await picture('open');

  await window.run('Mneme: Learn from This Repository');
  await window.notifications.filter({ hasText: /learn/i }).first().waitFor();
  await picture('learned');

  await window.page.keyboard.press('Escape');
  await window.page.getByRole('tab', { name: 'Mneme' }).first().click();
  await row('').waitFor();
  await picture('memories');

  await window.openFile('src/queue.ts', { line: 24 });
  await window.run('Mneme: Recall for This Task');
  await picture('recall');
  console.log('The main path can be walked: artefacts/try/');
} finally {
  await rig.stop();
}
