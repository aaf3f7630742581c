import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from './manner';

const FOLDERS = { javascript: ['scripts', /\.mjs$/], typescript: ['src/memory', /\.ts$/] } as const;

/** Real documents for suggestions to go into: Mneme's own sources, cut at their last blank line. */
export function hostTexts(root: string, language: string): Host[] {
  const [folder, files] = FOLDERS[language.startsWith('typescript') ? 'typescript' : 'javascript'];
  return readdirSync(join(root, folder))
    .filter((name) => files.test(name))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .map((text) => {
      const cut = text.lastIndexOf('\n\n') + 2;
      return { before: text.slice(0, cut), after: `\n\n${text.slice(cut)}` };
    });
}
