import { rm } from 'node:fs/promises';
import { openBrowser } from './browser.mjs';
import { vsixPath } from '../../scripts/vsix-path.mjs';
import { installVsix, Server } from './server.mjs';
import { Workbench } from './workbench.mjs';
import { makeWorkspace } from './workspace.mjs';

const SETTINGS = {
  'workbench.colorTheme': 'Dark 2026',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/**
 * @typedef {object} RigOptions
 * @property {(folder: string) => Promise<void>} [fill] makes the folder to work in, if not the fixture
 * @property {string} [name] of that folder
 * @property {NodeJS.ProcessEnv} [env] more of the environment of the extension hosts
 * @property {Record<string, unknown>} [settings] the user's, on top of quiet ones
 * @property {boolean} [askForTrust]
 * @property {boolean} [webgl]
 * @property {readonly string[]} [companions] folders of other extensions to run beside it
 */

/** VS Code with Mneme as it was packaged, a folder to work in and a browser to see it in, all of it for one use. */
export class Rig {
  #parts;
  #companions;

  /**
   * @param {readonly string[]} companions
   * @param {{
   *   workspace: Awaited<ReturnType<typeof makeWorkspace>>,
   *   server: Server,
   *   browser: import('playwright-core').Browser,
   *   context: import('playwright-core').BrowserContext,
   * }} parts
   */
  constructor(companions, parts) {
    this.#companions = companions;
    this.#parts = parts;
  }

  /** @param {RigOptions} [options] */
  static async start({ fill, name, env, settings, askForTrust, webgl, companions = [] } = {}) {
    const workspace = await makeWorkspace(fill, name);
    const { userData: dataDir, extensions: extensionsDir, home } = workspace;
    await installVsix({ vsix: vsixPath(), dataDir, extensionsDir });
    const server = await Server.start({
      dataDir,
      extensionsDir,
      env: { MNEME_HOME: home, ...env },
      settings: { ...SETTINGS, ...settings },
      testDriver: companions.length > 0,
      ...(askForTrust ? { askForTrust } : {}),
    });
    const browser = await openBrowser(webgl ? { webgl } : {});
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return new Rig(companions, { workspace, server, browser, context });
  }

  /** The folders of this run: `folder` to work in, `home` of Mneme, … */
  get workspace() {
    return this.#parts.workspace;
  }

  /**
   * Opens a window; several may be open at once, each with an extension host of its own.
   * @param {string} [folder]
   */
  async window(folder = this.workspace.folder) {
    const page = await this.#parts.context.newPage();
    const address = this.#parts.server.address({ folder, developmentPaths: this.#companions });
    const window = await Workbench.open(page, address);
    // What Mneme contributes is known all at once, some time after the window stands.
    await page.getByRole('tab', { name: 'Mneme' }).first().waitFor();
    return window;
  }

  /** Ends everything and removes the folders. */
  async stop() {
    await this.#parts.browser.close();
    this.#parts.server.stop();
    await rm(this.workspace.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
