import { entity, entityId } from '../../memory/entity-id';
import type { BatchDraft } from './batch-draft';
import { languageFamily } from './path-kind';
import type { CommitPatch, FilePatch } from './patch-log';
import { RenameTrail } from './rename-trail';
import { mayHaveSymbols } from './source-folders';
import { symbolsOf } from './symbol-name';
import { importedPackages } from './imported-packages';

/** A commit that touches more is about none of them in particular. */
const SYMBOLS_LINKED = 40;
const FILES_LOOKED_AT = 30;
/** Symbols of a commit that its memory is linked to. */
const MEMORY_SYMBOLS = 6;

/** What the reading of history and manifests has found. */
export interface Known {
  /** The memory that a commit gave, by sha. */
  memoryOf: ReadonlyMap<string, string>;
  /** Whether a file is in the tree of today: symbols of files long gone are not worth a node. */
  exists: (path: string) => boolean;
  /** Packages that the manifests name, with their entities' ids. */
  packages: ReadonlyMap<string, string>;
}

/** Turns patches, read from the newest commit to the oldest, into symbols and uses of packages. */
export class SymbolGraph {
  readonly #trail = new RenameTrail();

  readonly #repo: string;
  readonly #batch: BatchDraft;
  readonly #known: Known;

  constructor(repo: string, batch: BatchDraft, known: Known) {
    this.#repo = repo;
    this.#batch = batch;
    this.#known = known;
  }

  /** Takes in the next older commit. */
  add(patch: CommitPatch, at: number): void {
    const names = this.#trail.pass(
      patch.files.map(({ path, from }) =>
        from === undefined ? { status: 'M', path } : { status: 'R', path, from },
      ),
    );
    if (patch.files.length > FILES_LOOKED_AT) return;
    const commit = entityId('commit', patch.sha, this.#repo);
    const symbols: string[] = [];
    patch.files.forEach((file, index) => {
      const path = names[index] ?? file.path;
      if (!this.#known.exists(path) || !mayHaveSymbols(path)) return;
      symbols.push(...this.#symbols(file, path, at));
      this.#imports(file, path, commit);
    });
    if (symbols.length > SYMBOLS_LINKED) return;
    const memory = this.#known.memoryOf.get(patch.sha);
    symbols.forEach((symbol, index) => {
      this.#batch.edge(commit, 'about', symbol, 1 / Math.sqrt(symbols.length));
      if (memory !== undefined && index < MEMORY_SYMBOLS) {
        this.#batch.edge(memory, 'about', symbol, 1 / Math.sqrt(symbols.length));
      }
    });
  }

  #symbols(file: FilePatch, path: string, at: number): string[] {
    const family = languageFamily(path);
    if (!family) return [];
    const names = new Set(file.hunks.flatMap((hunk) => symbolsOf(hunk, family)));
    return [...names].map((name) => {
      const symbol = entity({ kind: 'symbol', name: `${path}#${name}`, repo: this.#repo, at });
      return this.#batch.entity(symbol);
    });
  }

  #imports(file: FilePatch, path: string, commit: string): void {
    const added = file.hunks.flatMap((hunk) => hunk.added);
    for (const name of importedPackages(added, path, (n) => this.#known.packages.has(n))) {
      const id = this.#known.packages.get(name);
      if (id === undefined) continue;
      this.#batch.edge(entityId('file', path, this.#repo), 'used-with', id, 0.5);
      this.#batch.edge(commit, 'about', id, 0.5);
    }
  }
}
