import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { say } from '../progress';

/** Peers that Mneme does not depend on, in the versions that are measured. */
const PACKAGES = {
  minisearch: '7.2.0',
  '@modelcontextprotocol/sdk': '1.32.2',
  '@modelcontextprotocol/server-memory': '2026.8.31',
  memorix: '1.0.7',
  // What memorix keeps its memories in; its other optional packages are models that need a network.
  'better-sqlite3': '11.10.0',
};
export type PeerPackage = keyof typeof PACKAGES;

const Manifest = z.object({
  version: z.string(),
  bin: z.record(z.string(), z.string()).optional(),
});

/** A folder with the peers' packages, apart from Mneme's own. */
export class Installed {
  readonly #folder: string;

  /** Use `Installed.in`. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Installs what is missing, by npm. */
  static async in(folder: string): Promise<Installed> {
    const done = join(folder, 'installed.json');
    const wanted = JSON.stringify(PACKAGES);
    if ((await readFile(done, 'utf8').catch(() => '')) !== wanted) {
      say(`installing the peers in ${folder}`);
      await mkdir(folder, { recursive: true });
      const npm = promisify(execFile);
      const names = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
      await npm('npm', [
        'i',
        '--prefix',
        folder,
        '--omit=optional',
        '--no-audit',
        '--no-fund',
        ...names,
      ]);
      await writeFile(done, wanted);
    }
    return new Installed(folder);
  }

  version(name: PeerPackage): string {
    return PACKAGES[name];
  }

  /** What a module of a package exports; the caller knows its shape. */
  async load(path: string): Promise<unknown> {
    return import(pathToFileURL(join(this.#folder, 'node_modules', path)).href);
  }

  /** The script of a package's program. */
  async program(name: PeerPackage): Promise<string> {
    const folder = join(this.#folder, 'node_modules', name);
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const [script = ''] = Object.values(Manifest.parse(manifest).bin ?? {});
    return join(folder, script);
  }
}
