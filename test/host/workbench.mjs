import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** How long VS Code may take for what it does at once. */
const SOON_MS = 30_000;
const START_MS = 60_000;
const OFFER_MS = 4000;

/** The themes that a view has to look well in, and the class by which each is known. */
const THEMES = {
  dark: { name: 'Dark 2026', class: 'vs-dark' },
  light: { name: 'Light 2026', class: 'vs' },
  'high contrast': { name: 'Dark High Contrast', class: 'hc-black' },
};

/** One window of VS Code, used as a person does: by keys, and by what is on the screen. */
export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens a window and waits until it can be used.
   * @param {import('playwright-core').Page} page
   * @param {string} address of the window, from `Server.address`
   */
  static async open(page, address) {
    await page.goto(address);
    await page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: START_MS });
    await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: START_MS });
    return new Workbench(page);
  }

  /** The box that drops down at the top: palette, pick lists, questions. */
  get quickInput() {
    return this.page.locator('.quick-input-widget');
  }

  /** The lines of text of the notifications that show. */
  get notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  /**
   * The rows of a view that show, or those of them that hold a text.
   * @param {string} view its title
   * @param {string | RegExp} [text]
   */
  rows(view, text = '') {
    const header = this.page.locator(`.pane-header[aria-label^="${view}"]`);
    return this.page
      .locator('.pane', { has: header })
      .locator('.monaco-list-row', { hasText: text });
  }

  /**
   * Runs a command by its title, through the palette.
   * @param {string} title with its category, such as `Mneme: Show Activity`
   */
  async run(title) {
    const until = Date.now() + SOON_MS;
    while (!(await this.#isRun(title))) {
      if (Date.now() > until) throw new Error(`the palette does not offer ${title}`);
      await this.press('Escape');
    }
  }

  /**
   * Opens the palette and runs a command if it is there. An open palette learns of none that comes,
   * or becomes possible, after it; and it closes when something else takes the focus.
   * @param {string} title
   */
  async #isRun(title) {
    const label = this.page.locator('.label-name').getByText(title, { exact: true });
    const row = this.quickInput.locator('.monaco-list-row', { has: label });
    await this.press('F1');
    try {
      await this.quickInput.locator('input.input').fill(`>${title}`, { timeout: OFFER_MS });
      await row.click({ timeout: OFFER_MS });
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Answers a question, or picks from a list the first entry that fits.
   * @param {string} text
   */
  async answer(text) {
    const input = this.quickInput.locator('input.input');
    await input.waitFor({ timeout: SOON_MS });
    await input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Opens a file and puts the cursor into it.
   * @param {string} path from the folder's root
   * @param {{ line?: number, column?: number }} [at] counted from 1
   */
  async openFile(path, { line = 1, column = 1 } = {}) {
    await this.page.keyboard.press('Control+P');
    const input = this.quickInput.locator('input.input');
    await input.waitFor({ timeout: SOON_MS });
    await input.fill(`${path}:${line}:${column}`);
    // The list of the last search may still stand there for a moment.
    const first = this.quickInput.locator('.monaco-list-row[data-index="0"]');
    await first.filter({ hasText: basename(path) }).waitFor({ timeout: SOON_MS });
    await this.page.keyboard.press('Enter');
    await this.page.locator('.monaco-editor.focused').waitFor({ timeout: SOON_MS });
  }

  /**
   * Presses keys one after the other, as a person does.
   * @param {...string} keys in Playwright's names: `Tab`, `Escape`, `Control+Z`
   */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /**
   * Types text, key by key.
   * @param {string} text
   */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** @param {keyof typeof THEMES} kind */
  async theme(kind) {
    await this.run('Preferences: Color Theme');
    await this.answer(THEMES[kind].name);
    await this.page.locator(`.monaco-workbench.${THEMES[kind].class}`).waitFor();
  }

  /**
   * The document of the webview that holds what `selector` finds.
   * @param {string} selector it looks into open shadow roots too
   * @param {{ wider?: number }} [than] tells one in the editor from one in the side bar, in pixels
   * @returns {Promise<import('playwright-core').Frame>}
   */
  async webview(selector, { wider = 0 } = {}) {
    const until = Date.now() + SOON_MS;
    for (;;) {
      for (const frame of this.page.frames().slice(1)) {
        const width = frame.evaluate(() => globalThis.innerWidth);
        // A frame may go away while it is asked.
        const [element, pixels] = await Promise.all([frame.$(selector), width]).catch(() => []);
        if (element && pixels && pixels > wider) return frame;
      }
      if (Date.now() > until) throw new Error(`no webview holds ${selector}`);
      await this.page.waitForTimeout(100);
    }
  }

  /**
   * Keeps a picture of the window.
   * @param {string} path
   */
  async screenshot(path) {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }
}
