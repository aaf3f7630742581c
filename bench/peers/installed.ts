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

const Receipt = z.object({ packages: z.record(z.string(), z.string()), node: z.string() });

/** A folder with the peers' packages, apart from Mneme's own. */
export class Installed {
  readonly #folder: string;
  /** The Node that npm ran on: native packages were built for it. */
  readonly node: string;

  /** Use `Installed.in`. */
  constructor(folder: string, node: string) {
    this.#folder = folder;
    this.node = node;
  }

  /** Installs what is missing, by npm. */
  static async in(folder: string): Promise<Installed> {
    const path = join(folder, 'installed.json');
    const before = await readFile(path, 'utf8').then(
      (text) => Receipt.safeParse(JSON.parse(text)).data,
      () => undefined,
    );
    if (before && JSON.stringify(before.packages) === JSON.stringify(PACKAGES)) {
      return new Installed(folder, before.node);
    }
    say(`installing the peers in ${folder}`);
    await mkdir(folder, { recursive: true });
    const names = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
    const options = ['--omit=optional', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', ['i', '--prefix', folder, ...options, ...names]);
    const node = process.env['npm_node_execpath'] ?? process.execPath;
    await writeFile(path, JSON.stringify({ packages: PACKAGES, node }));
    return new Installed(folder, node);
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
