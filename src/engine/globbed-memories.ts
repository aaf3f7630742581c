import type { Memory, Status } from '../memory/memory';
import type { Store } from '../store/store';

/** What can be recalled at all. */
const RECALLED: readonly Status[] = ['active', 'candidate'];
/** A memory's id, and where it holds. */
type Placed = Pick<Memory, 'id' | 'scope'>;

/** Memories bound to files by a glob that are looked through for the file at hand. */
const MOST = 1000;

/** Which memories hold for files by a glob: every recall asks, and they seldom change. */
export class GlobbedMemories {
  readonly #store: Store;
  readonly #kept = new Map<string, Promise<Placed[]>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Those of a repository and those of none, the newest first. */
  of(repo: string | undefined): Promise<Placed[]> {
    const key = repo ?? '';
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const read = this.#store.globbed(repo, RECALLED, MOST);
    this.#kept.set(key, read);
    read.catch(() => this.#kept.delete(key));
    return read;
  }

  /** To be called when memories were changed. */
  forget(): void {
    this.#kept.clear();
  }
}
