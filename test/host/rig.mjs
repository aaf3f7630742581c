import { rm } from 'node:fs/promises';
import { openBrowser } from './browser.mjs';
import { ROOT } from '../../scripts/process.mjs';
import { installVsix, Server } from './server.mjs';
import { Workbench } from './workbench.mjs';
import { makeWorkspace } from './workspace.mjs';

/** The themes that a view has to look well in. */
export const THEMES = {
  dark: 'Dark 2026',
  light: 'Light 2026',
  'high contrast': 'Default High Contrast',
};

const SETTINGS = {
  'workbench.colorTheme': THEMES.dark,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
};

/**
 * @typedef {object} RigOptions
 * @property {string} [vsix] the packaged extension to install; without it the tree's own is run
 * @property {(folder: string) => Promise<void>} [fill] makes the folder to work in, if not the fixture
 * @property {NodeJS.ProcessEnv} [env] more of the environment of the extension hosts
 * @property {Record<string, unknown>} [settings] the user's, on top of quiet ones
 * @property {boolean} [askForTrust]
 * @property {boolean} [webgl]
 */

/** VS Code with Mneme, a folder to work in and a browser to see it in, all of it for one use. */
export class Rig {
  #parts;
  #settings;
  #developmentPaths;

  /**
   * @param {Record<string, unknown>} settings
   * @param {readonly string[]} developmentPaths
   * @param {{
   *   workspace: Awaited<ReturnType<typeof makeWorkspace>>,
   *   server: Server,
   *   browser: import('playwright-core').Browser,
   *   context: import('playwright-core').BrowserContext,
   * }} parts
   */
  constructor(settings, developmentPaths, parts) {
    this.#settings = settings;
    this.#developmentPaths = developmentPaths;
    this.#parts = parts;
  }

  /** @param {RigOptions} [options] */
  static async start({ vsix, fill, env, settings, askForTrust, webgl } = {}) {
    const workspace = await makeWorkspace(fill);
    const { userData: dataDir, extensions: extensionsDir, home } = workspace;
    if (vsix) await installVsix({ vsix, dataDir, extensionsDir });
    const all = { ...SETTINGS, ...settings };
    const server = await Server.start({
      dataDir,
      extensionsDir,
      env: { MNEME_HOME: home, ...env },
      settings: all,
      ...(askForTrust ? { askForTrust } : {}),
    });
    const browser = await openBrowser(webgl ? { webgl } : {});
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return new Rig(all, vsix ? [] : [ROOT], { workspace, server, browser, context });
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
    const developmentPaths = this.#developmentPaths;
    return Workbench.open(page, this.#parts.server.address({ folder, developmentPaths }));
  }

  /**
   * Changes the user's settings; open windows follow.
   * @param {Record<string, unknown>} settings
   */
  async configure(settings) {
    Object.assign(this.#settings, settings);
    await this.#parts.server.writeSettings(this.#settings);
  }

  /** @param {keyof typeof THEMES} theme */
  async theme(theme) {
    await this.configure({ 'workbench.colorTheme': THEMES[theme] });
    const kind = { dark: 'vs-dark', light: 'vs', 'high contrast': 'hc-black' }[theme];
    for (const page of this.#parts.context.pages())
      await page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Ends everything and removes the folders. */
  async stop() {
    await this.#parts.browser.close();
    this.#parts.server.stop();
    await rm(this.workspace.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
