import { CodeTokenizer } from '../index/code-tokenizer';
import { termHash } from '../index/term-hash';
import { livedThrough } from '../learning/experience';
import { experienceOf } from '../learning/experience-bytes';
import { inherited, poolOf, type Pools } from '../learning/pools';
import { evidence, NONE } from '../learning/quality';
import { askedIn, likenessTo, situationOf, type Telling } from '../learning/situation';
import { standingOf } from '../learning/standing';
import { stratumOf } from '../learning/stratum';
import type { Memory } from '../memory/memory';
import type { Standing } from '../memory/standing';
import type { Task } from '../memory/task';
import type { Store } from '../store/store';

/** Tells how memories stand for a task, by what came of them: read with one query. */
export class Standings {
  readonly #store: Store;
  readonly #rarities: (terms: readonly string[]) => number[];
  readonly #pools: () => Pools;
  readonly #tokenizer = new CodeTokenizer();

  /**
   * @param rarities how much each term tells
   * @param pools what came of all memories, by kind and language
   */
  constructor(store: Store, rarities: (terms: readonly string[]) => number[], pools: () => Pools) {
    this.#store = store;
    this.#rarities = rarities;
    this.#pools = pools;
  }

  async of(
    task: Task,
    memories: readonly Memory[],
    now: number,
  ): Promise<ReadonlyMap<string, Standing>> {
    const tried = memories.filter(({ quality }) => quality.helped + quality.harmed > 0);
    const experiences =
      tried.length === 0
        ? new Map<string, Uint8Array>()
        : await this.#store.judgements.experiences(tried.map(({ id }) => id));
    const telling = experiences.size === 0 ? new Map<number, number>() : this.#telling(task);
    const alike = likenessTo(situationOf(task, this.#tokenizer), telling);
    const stratum = stratumOf(task);
    const pools = this.#pools();
    return new Map(
      memories.map((memory) => {
        const { id, kind, scope } = memory;
        const bytes = experiences.get(id);
        const here =
          bytes === undefined ? NONE : livedThrough(experienceOf(bytes), kind, alike, now);
        const others = inherited(pools, poolOf(kind, scope.language), evidence(memory, now));
        return [id, standingOf(memory, others, stratum, here, now)] as const;
      }),
    );
  }

  #telling(task: Task): Telling {
    const terms = [...new Set(this.#tokenizer.tokenize(askedIn(task)))];
    const rarities = this.#rarities(terms);
    return new Map(terms.map((term, at) => [termHash(term), rarities[at] ?? 1]));
  }
}
