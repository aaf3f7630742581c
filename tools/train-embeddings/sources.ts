import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Documentation, and code with doc comments, of Debian's free section `main`. */
const PACKAGES = [
  ...['manpages', 'manpages-dev', 'linux-doc-6.1', 'git-doc', 'vim-runtime', 'cmake-data'],
  ...['python3.11-doc', 'python-django-doc', 'python-sqlalchemy-doc', 'twisted-doc', 'ansible'],
  ...['libpython3.11-stdlib', 'python3-numpy', 'python3-scipy', 'python3-pandas'],
  ...['python3-matplotlib', 'python3-django', 'python3-sklearn', 'python3-sqlalchemy'],
  ...['python3-networkx', 'python3-sympy', 'python3-astropy', 'python3-statsmodels'],
  ...['perl-doc', 'nodejs-doc', 'rust-doc', 'openjdk-17-doc'],
  ...['postgresql-doc-15', 'sqlite3-doc', 'apache2-doc', 'libreoffice-help-en-us'],
  ...['developers-reference', 'debian-reference-en', 'jargon-text'],
];

/** Where a text came from: a package as it was, and the licences that it names. */
export type Source = { name: string; version: string; licences: string[] };

const Manifest = z.object({ version: z.string(), license: z.string().default('not named') });

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

  get packages(): readonly string[] {
    return PACKAGES;
  }

  /** What a package would install. */
  tree(name: string): string {
    return join(this.#trees, name);
  }

  /** All sources as JSON lines. @param modules the folder of npm's packages. */
  list(modules: string): string {
    const descriptions = {
      from: 'apt',
      name: 'Translation-en of Debian main: the long descriptions of its packages',
      licences: ['free, as the packages that they describe'],
    };
    return [
      ...PACKAGES.map((name) => ({ from: 'apt', ...this.#describe(name) })),
      descriptions,
      ...npmPackages(modules)
        .filter(isFree)
        .map((one) => ({ from: 'npm', ...one })),
    ]
      .map((one) => `${JSON.stringify(one)}\n`)
      .join('');
  }

  /** The packages of npm that do not name a free licence. */
  unfree(modules: string): string[] {
    return npmPackages(modules).flatMap((one) => (isFree(one) ? [] : one.name));
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

/** What was installed here: documentation and doc comments of these were read. */
function npmPackages(modules: string): Source[] {
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : name,
  );
  return names.flatMap((name) => {
    const path = join(modules, name, 'package.json');
    if (!existsSync(path)) return [];
    const { version, license } = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { name, version, licences: [license] };
  });
}

function isFree({ licences }: Source): boolean {
  return !licences.some((licence) => /^(?:SEE LICEN[CS]E|UNLICENSED|not named)/i.test(licence));
}
