import { expect } from 'vitest';
import type { Workbench } from '../host/workbench.mjs';

/** The lines that show, what is offered among them, with the spaces that a person sees. */
export async function editorText({ page }: Workbench): Promise<string> {
  const shown = await page.locator('.monaco-editor.focused .view-lines').innerText();
  return shown.replaceAll('\u00a0', ' ');
}

/**
 * Opens a line below the given one and types the start of a statement; done when the assistant of
 * the fixture offers what was expected behind it.
 */
export async function ask(
  window: Workbench,
  place: { path: string; line: number },
  start: string,
  offer: string,
): Promise<void> {
  await window.openFile(place.path, { line: place.line, column: 200 });
  await window.press('Enter');
  await window.type(start);
  const offered = async () => (await editorText(window)).includes(offer);
  for (let tries = 0; tries < 10; tries++) {
    await window.page.waitForTimeout(1500);
    if (await offered()) return;
    // The assistant may still be waking up when it is asked for the first time.
    await window.press('Backspace', 'Space');
  }
  expect(await offered(), `${offer} is offered`).toBe(true);
}
