import { Git, GitFailure } from '../learning/repository/git';
import { type Location, repositoryOf } from '../learning/repository/repository-of';
import type { Clock } from '../memory/clock';

/** Milliseconds for which an answer of git's is good. A branch changes under our feet, a remote seldom. */
const LOCATED = 60_000;
const ON_BRANCH = 2000;

interface Kept<T> {
  readonly until: number;
  readonly value: Promise<T>;
}

/** Which repository and branch folders are at, without running git for each pause in typing. */
export class Checkouts {
  readonly #clock: Clock;
  readonly #locations = new Map<string, Kept<Location>>();
  readonly #branches = new Map<string, Kept<string | undefined>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws HumanError when the folder cannot be read */
  of(folder: string): Promise<Location> {
    return this.#kept(this.#locations, folder, LOCATED, () => repositoryOf(folder));
  }

  /** The branch that is checked out; `undefined` for none, and outside of a repository. */
  async branch({ root, git }: Location): Promise<string | undefined> {
    if (!git) return undefined;
    return this.#kept(this.#branches, root, ON_BRANCH, () => branchAt(root));
  }

  #kept<T>(
    from: Map<string, Kept<T>>,
    key: string,
    good: number,
    find: () => Promise<T>,
  ): Promise<T> {
    const now = this.#clock.now();
    const kept = from.get(key);
    if (kept !== undefined && kept.until > now) return kept.value;
    const value = find();
    from.set(key, { until: now + good, value });
    value.catch(() => from.delete(key));
    return value;
  }
}

async function branchAt(root: string): Promise<string | undefined> {
  try {
    const name = await new Git(root).text(['symbolic-ref', '--quiet', '--short', 'HEAD']);
    return name.trim() || undefined;
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}
