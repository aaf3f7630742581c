// The integration suite, for @vscode/test-cli: in a downloaded desktop VS Code where one can be had
// and shown, else in VS Code's server with a headless Chromium.
import { join } from 'node:path';
import { defineConfig } from '@vscode/test-cli';
import { ROOT } from './scripts/process.mjs';
import { bundleTests } from './test/host/bundle-tests.mjs';
import { makeWorkspace } from './test/host/workspace.mjs';

const workspace = await makeWorkspace();

export default defineConfig({
  files: await bundleTests(),
  workspaceFolder: workspace.folder,
  ...((await desktopWorksHere())
    ? { version: process.env.VSCODE_VERSION ?? 'stable' }
    : { useInstallation: { fromPath: join(ROOT, 'test', 'host', 'vscode.mjs') } }),
  launchArgs: [`--user-data-dir=${workspace.userData}`, `--extensions-dir=${workspace.extensions}`],
  env: { MNEME_HOME: workspace.home },
  mocha: { ui: 'tdd', timeout: 60_000, reporter: join(ROOT, 'test', 'host', 'reporter.cjs') },
});

/** Whether a desktop VS Code can be downloaded and has a screen. `MNEME_TEST_HOST` overrules. */
async function desktopWorksHere() {
  if (process.env.MNEME_TEST_HOST) return process.env.MNEME_TEST_HOST === 'desktop';
  if (process.platform === 'linux' && !process.env.DISPLAY) return false;
  return fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(3000),
  }).then(
    (response) => response.ok,
    () => false,
  );
}
