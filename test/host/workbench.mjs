import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How long VS Code may take for what it does at once. */
const SOON_MS = 20_000;
const START_MS = 60_000;
const OFFER_MS = 2000;

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
   * Runs a command by its title, through the palette.
   * @param {string} title with its category, such as `Mneme: Show Activity`
   */
  async run(title) {
    const input = this.quickInput.locator('input.input');
    const first = this.quickInput.locator('.monaco-list-row[data-index="0"]');
    // An open palette does not learn of commands that come, or become possible, after it.
    for (const until = Date.now() + SOON_MS; ; await this.press('Escape')) {
      await this.press('F1');
      await input.waitFor({ timeout: SOON_MS });
      await input.fill(`>${title}`);
      const offered = first.filter({ hasText: title }).waitFor({ timeout: OFFER_MS });
      if (
        await offered.then(
          () => true,
          () => false,
        )
      )
        break;
      if (Date.now() > until) throw new Error(`the palette does not offer ${title}`);
    }
    await this.press('Enter');
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
    await this.quickInput.getByRole('option').first().waitFor({ timeout: SOON_MS });
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
   * @param {string} selector
   * @returns {Promise<import('playwright-core').Frame>}
   */
  async webview(selector) {
    const until = Date.now() + SOON_MS;
    for (;;) {
      for (const frame of this.page.frames().slice(1)) {
        // A frame may go away while it is asked.
        if (await frame.$(selector).catch(() => null)) return frame;
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
