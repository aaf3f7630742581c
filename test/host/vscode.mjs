#!/usr/bin/env node
// VS Code's command line, served by VS Code's server and a headless Chromium: what
// @vscode/test-electron and @vscode/test-cli start where no desktop VS Code can be had.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { codeVersion } from './install.mjs';
import { Server } from './server.mjs';

/** What the workbench says of itself among the tests' output. */
const CHATTER =
  /^(\[[\w -]+(:\w+)?\] |Resolv(ing|ed) connection token|Creating a socket|Updating additional|getaddrinfo |Creation of workbench|Timed out waiting for authentication)/;

const { values, positionals } = parseArgs({
  // The desktop's other switches (--no-sandbox, --skip-welcome, …) have nothing to switch here.
  strict: false,
  allowPositionals: true,
  options: {
    version: { type: 'boolean' },
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

if (values.version) {
  console.log(await codeVersion());
} else if (typeof values.extensionTestsPath === 'string') {
  process.exit(await runTests(values.extensionTestsPath));
} else {
  console.error('usage: vscode.mjs --extensionDevelopmentPath=… --extensionTestsPath=… [folder]');
  process.exit(2);
}

/**
 * @param {string} testsPath
 * @returns {Promise<number>} the exit code of the tests
 */
async function runTests(testsPath) {
  const own = await mkdtemp(join(tmpdir(), 'mneme-vscode-'));
  process.once('exit', () => rmSync(own, { recursive: true, force: true, maxRetries: 5 }));
  const server = await Server.start({
    testDriver: true,
    dataDir: String(values['user-data-dir'] ?? join(own, 'data')),
    extensionsDir: String(values['extensions-dir'] ?? join(own, 'extensions')),
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>} */
    const exitCode = new Promise((done) => {
      void page.exposeFunction('codeAutomationExit', done);
      page.once('crash', () => done(1));
    });
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
        const line = format(...args);
        if (!CHATTER.test(line)) (type === 'error' ? console.error : console.log)(line);
      },
    );
    await page.goto(
      server.address({
        folder: resolve(positionals[0] ?? own),
        developmentPaths: [values.extensionDevelopmentPath]
          .flat()
          .map((path) => resolve(`${path}`)),
        testsPath: resolve(testsPath),
      }),
    );
    return await exitCode;
  } finally {
    await browser.close();
    server.stop();
  }
}
