import { Contexts } from '../../src/engine/contexts';
import { openRecall } from '../../src/engine/open-recall';
import { MemoryMaker } from '../../src/engine/memory-maker';
import { Ledger } from '../../src/engine/ledger';
import { Lessons } from '../../src/engine/lessons';
import { Recaller } from '../../src/engine/recaller';
import type { Receipts } from '../../src/engine/receipts';
import { StaticEmbedder } from '../../src/index/static-embedder';
import { writtenWeight } from '../../src/learning/evidence-weights';
import type { Clock } from '../../src/memory/clock';
import { sortableIds } from '../../src/memory/ids';
import { silentLog } from '../../src/memory/log';
import type { Pack } from '../../src/memory/pack';
import { TRUST } from '../../src/memory/provenance';
import type { Random } from '../../src/memory/random';
import { Task } from '../../src/memory/task';
import { redactSecrets } from '../../src/store/redact';
import { Store } from '../../src/store/store';
import { repoOf } from '../recall/loading';
import type { Scored } from './policy';
import type { Item } from './world';

const AT_ONCE = 2000;
const SESSION = 'n_bench';

export interface ProductOptions {
  /** Path of a database that is not there yet. */
  readonly database: string;
  /** Path of the table of word vectors. */
  readonly words: string;
  readonly set: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Mneme itself, as `open-engine.ts` builds it, but with a clock and chance of the benchmark's. */
export class Product {
  readonly #options: ProductOptions;
  readonly #store: Store;
  readonly #feed: ReturnType<typeof openRecall>['feed'];
  readonly #recall: ReturnType<typeof openRecall>['recall'];
  readonly #recaller: Recaller;
  readonly #lessons: Lessons;
  readonly #receipts: Receipts;
  readonly #maker: MemoryMaker;
  readonly #memoryOf = new Map<string, string>();
  readonly #itemOf = new Map<string, string>();

  /** Use `Product.open`. */
  constructor(options: ProductOptions, store: Store) {
    const { clock, random, words } = options;
    const ids = sortableIds(clock, random);
    this.#lessons = new Lessons(store, clock);
    const opened = openRecall({
      store,
      embedder: StaticEmbedder.open(words),
      log: silentLog,
      clock,
      ids,
      random,
      tell: () => undefined,
      pools: () => this.#lessons.pools,
    });
    this.#options = options;
    this.#store = store;
    this.#feed = opened.feed;
    this.#recall = opened.recall;
    this.#receipts = opened.receipts;
    this.#recaller = new Recaller({
      store,
      recall: opened.recall,
      contexts: new Contexts(store, clock),
      receipts: this.#receipts,
      ledger: new Ledger(store, clock, () => undefined),
      clock,
      session: SESSION,
      weightOf: writtenWeight,
    });
    this.#maker = new MemoryMaker(ids, clock);
  }

  static async open(options: ProductOptions): Promise<Product> {
    const { clock, random, database: path } = options;
    const ids = sortableIds(clock, random);
    const store = await Store.open({ path, clock, ids, log: silentLog, redact: redactSecrets });
    await store.write((tx) =>
      tx.addSession({ id: SESSION, client: 'cli', startedAt: clock.now() }),
    );
    const product = new Product(options, store);
    await product.#feed.start();
    return product;
  }

  async add(items: readonly Item[]): Promise<void> {
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const part = items.slice(from, from + AT_ONCE);
      const memories = part.map(({ id, text, group }) => {
        const at = this.#options.clock.now();
        const memory = this.#maker.make({
          kind: 'fact',
          text,
          detail: {},
          scope: { repo: repoOf(this.#options.set, group) },
          provenance: {
            source: 'imported',
            from: id,
            at,
            trust: TRUST.imported,
            evidence: [],
          },
          status: 'active',
        });
        this.#memoryOf.set(id, memory.id);
        this.#itemOf.set(memory.id, id);
        return memory;
      });
      await this.#store.write(
        (tx) => tx.addMemories(memories, { actor: 'mneme', action: 'learn' }),
        memories,
      );
    }
    await this.#feed.settled();
    await this.#feed.complete();
  }

  /** What recall ranks, of what is relevant at all. */
  async ranked(text: string, group: string | undefined, depth: number): Promise<Scored[]> {
    const ranked = await this.#recall.rank(this.#task(text, group), depth);
    return ranked
      .filter(({ relevant }) => relevant)
      .map(({ memory, score }) => {
        return { item: this.item(memory.id), score, at: memory.createdAt };
      });
  }

  /** Recalls for a conversation that was shown nothing yet. */
  ask(text: string, group: string | undefined, conversation: string): Promise<Pack> {
    return this.#recaller.recall(this.#task(text, group, conversation));
  }

  async tell(exposure: string, helped: boolean): Promise<void> {
    await this.#receipts.settled();
    await this.#recaller.verdict(exposure, helped ? 'helped' : 'harmed', 'user');
  }

  /** As a window does when it opens. */
  async learn(): Promise<void> {
    await this.#receipts.settled();
    await this.#lessons.learn(new AbortController().signal);
  }

  item(memory: string): string {
    return this.#itemOf.get(memory) ?? '';
  }

  /** The items that Mneme keeps back by itself. */
  async quarantined(): Promise<string[]> {
    const memories = await this.#store.listMemories({ statuses: ['quarantined'], limit: 10_000 });
    return memories.map(({ id }) => this.item(id));
  }

  async close(): Promise<void> {
    await this.#receipts.settled();
    await this.#feed.stop();
    await this.#store.close();
  }

  #task(text: string, group: string | undefined, conversation?: string): Task {
    return Task.parse({
      sentence: text,
      repo: repoOf(this.#options.set, group),
      door: 'tool',
      assistant: 'bench',
      ...(conversation !== undefined && { conversation }),
    });
  }
}
