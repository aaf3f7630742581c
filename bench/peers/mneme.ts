import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecall } from '../../src/engine/open-recall';
import { openWords } from '../../src/engine/open-words';
import { systemClock } from '../../src/memory/clock';
import { sortableIds } from '../../src/memory/ids';
import { systemRandom } from '../../src/memory/random';
import { VERSION } from '../../src/protocol/version';
import type { Recall } from '../../src/recall/recall';
import { redactSecrets } from '../../src/store/redact';
import { Store } from '../../src/store/store';
import { benchLog } from '../bench-log';
import { Asking } from '../recall/asking';
import type { DataSet, Query } from '../recall/data-set';
import { load } from '../recall/loading';
import type { Answer, Peer } from './peer';

/** Mneme: the real store, index, graph and recall; what is read is the pack of 1,500 tokens. */
export class Mneme implements Peer {
  readonly name = 'Mneme';
  readonly version = VERSION;
  #folder = '';
  #asking: Asking | undefined;
  #recall: Recall | undefined;
  #documentOf = new Map<string, string>();
  #close: () => Promise<void> = () => Promise.resolve();

  async load(set: DataSet): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'mneme-peer-'));
    const [clock, random, log] = [systemClock, systemRandom, benchLog];
    const ids = sortableIds(clock, random);
    const path = join(this.#folder, 'mneme.db');
    const store = await Store.open({ path, clock, ids, log, redact: redactSecrets });
    const embedder = openWords(log);
    const { feed, recall } = openRecall({
      store,
      embedder,
      log,
      clock,
      ids,
      random,
      tell: () => undefined,
    });
    const loaded = await load(set, store, ids, clock);
    this.#documentOf = new Map([...loaded.memoryOf].map(([document, id]) => [id, document]));
    await feed.start();
    await feed.complete();
    this.#recall = recall;
    this.#asking = new Asking(recall, set, loaded, false);
    this.#close = async () => {
      await feed.stop();
      await store.close();
    };
  }

  async ask(query: Query): Promise<Answer> {
    if (!this.#asking || !this.#recall) return { ids: [], text: '' };
    const { pack } = await this.#recall.recall(this.#asking.task(query), 'bench');
    return { ids: [], text: pack.rendered };
  }

  async ranking(query: Query): Promise<string[]> {
    const ranked = (await this.#asking?.ranked(query)) ?? [];
    return ranked.map(({ memory }) => this.#documentOf.get(memory.id) ?? '');
  }

  async close(): Promise<void> {
    await this.#close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
