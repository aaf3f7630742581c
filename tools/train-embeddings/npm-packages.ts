import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Source } from './sources';

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('not named'),
});
/** What a free licence's name in SPDX's list begins with. */
const FREE =
  /^\(?(?:0BSD|AFL|AGPL|Apache|Artistic|BlueOak|BSD|BSL|CC0|CC-BY-[34]|CC-BY-SA|EPL|GPL|ISC|LGPL|MIT|MPL|OFL|PSF|Python|Unlicense|W3C|WTFPL|Zlib)/i;

/** npm's packages in a folder, those within others too, told apart by their licences. */
export class NpmPackages {
  readonly free: Source[] = [];
  readonly #isFree = new Map<string, boolean>();

  constructor(readonly folder: string) {
    const manifests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)\./.test(path))
      .sort();
    for (const path of manifests) {
      const parsed = Manifest.safeParse(json(join(folder, path)));
      // What only says how its folder is to be read belongs to the package around it.
      if (!parsed.success) continue;
      const { name, version, license } = parsed.data;
      const isFree = FREE.test(license);
      this.#isFree.set(dirname(path), isFree);
      if (isFree) this.free.push({ name, version, licences: [license] });
    }
  }

  /** Whether a file is of a package with a free licence. @param path with the folder before it. */
  isFree(path: string): boolean {
    let at = path.slice(this.folder.length + 1);
    if (/(?:^|\/)\./.test(at)) return false;
    while (at !== '.') {
      at = dirname(at);
      const isFree = this.#isFree.get(at);
      if (isFree !== undefined) return isFree;
    }
    return false;
  }
}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
