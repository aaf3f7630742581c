import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NpmPackages } from './npm-packages';
import { PACKAGES } from './packages';

/** Where a text came from: a package as it was, and the licences that it names. */
export type Source = { name: string; version: string; licences: string[] };

/** A folder into which sources are brought, by apt alone. */
export class Sources {
  readonly lists: string;
  readonly #downloads: string;
  readonly #trees: string;

  constructor(folder: string) {
    this.lists = join(folder, 'lists');
    this.#downloads = join(folder, 'debs');
    this.#trees = join(folder, 'tree');
    for (const path of [join(this.lists, 'partial'), this.#downloads, this.#trees]) {
      mkdirSync(path, { recursive: true });
    }
  }

  /** Brings apt's lists with English descriptions, and every package that is not there yet. */
  fetch(): void {
    this.#apt(['update', '-o', 'Acquire::Languages=en']);
    const missing = PACKAGES.filter((name) => this.#archive(name) === undefined);
    if (missing.length > 0) this.#apt(['download', ...missing]);
    for (const name of PACKAGES) {
      const archive = this.#archive(name);
      if (archive === undefined) throw new Error(`apt did not bring ${name}`);
      if (existsSync(this.tree(name))) continue;
      execFileSync('dpkg-deb', ['-x', join(this.#downloads, archive), this.tree(name)]);
    }
  }

  /** What a package would install. */
  tree(name: string): string {
    return join(this.#trees, name);
  }

  /** All sources as JSON lines. */
  list(npm: NpmPackages): string {
    const descriptions = {
      from: 'apt',
      name: 'Translation-en of Debian main: the long descriptions of its packages',
      licences: ['free, as the packages that they describe'],
    };
    return [
      ...PACKAGES.map((name) => ({ from: 'apt', ...this.#describe(name) })),
      descriptions,
      ...npm.free.map((one) => ({ from: 'npm', ...one })),
    ]
      .map((one) => `${JSON.stringify(one)}\n`)
      .join('');
  }

  #describe(name: string): Source {
    const archive = join(this.#downloads, this.#archive(name) ?? '');
    const version = execFileSync('dpkg-deb', ['-f', archive, 'Version'], { encoding: 'utf8' });
    return { name, version: version.trim(), licences: this.#licences(name) };
  }

  /** As the package's own file says in Debian's machine-readable form. */
  #licences(name: string): string[] {
    const path = join(this.tree(name), 'usr', 'share', 'doc', name, 'copyright');
    if (!existsSync(path)) return ['as its source package in Debian main'];
    const named = [...readFileSync(path, 'utf8').matchAll(/^License: *(\S[^\n]{0,60}?),?$/gm)];
    const all = [...new Set(named.map(([, licence = '']) => licence))];
    return all.length === 0 ? ['see its copyright file in Debian main'] : all.slice(0, 6);
  }

  #archive(name: string): string | undefined {
    return readdirSync(this.#downloads).find((file) => file.startsWith(`${name}_`));
  }

  #apt(args: string[]): void {
    execFileSync('apt-get', ['-q', '-o', `Dir::State::Lists=${this.lists}`, ...args], {
      cwd: this.#downloads,
      stdio: ['ignore', 2, 2],
    });
  }
}
