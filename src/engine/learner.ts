import type { RepositoryReader } from '../learning/repository/repository-reader';
import { repositoryOf } from '../learning/repository/repository-of';
import type { Clock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import type { LearnReport } from '../protocol/engine-api';
import type { Store } from '../store/store';
import type { CallContext } from './handlers';
import type { MemoryMaker } from './memory-maker';

/** Learns from a repository: its history and its instruction files become memories and a graph. */
export class Learner {
  readonly #store: Store;
  readonly #maker: MemoryMaker;
  readonly #reader: RepositoryReader;
  readonly #clock: Clock;
  readonly #running = new Set<string>();

  constructor(store: Store, maker: MemoryMaker, reader: RepositoryReader, clock: Clock) {
    this.#store = store;
    this.#maker = maker;
    this.#reader = reader;
    this.#clock = clock;
  }

  /**
   * Reads what is new since the last time. What was stored before a cancel stays; the next run goes
   * over it again without adding anything twice, since ids are made from what they name.
   */
  async learn(folder: string, { abort, progress }: CallContext): Promise<LearnReport> {
    const started = this.#clock.now();
    const { repo, root } = await repositoryOf(folder);
    if (this.#running.has(repo)) {
      throw new HumanError(
        'Mneme is learning from this repository already.',
        'Wait for it to end.',
      );
    }
    this.#running.add(repo);
    try {
      const report = await this.#read(root, repo, abort, progress);
      return { ...report, seconds: (this.#clock.now() - started) / 1000 };
    } finally {
      this.#running.delete(repo);
    }
  }

  async #read(
    root: string,
    repo: string,
    abort: AbortSignal,
    progress: CallContext['progress'],
  ): Promise<LearnReport> {
    const report: LearnReport = {
      repo,
      commits: 0,
      known: 0,
      memories: {},
      entities: {},
      edges: {},
      instructionFiles: [],
      seconds: 0,
      cancelled: false,
    };
    const bookmark = `learned:${repo}`;
    const since = await this.#store.meta(bookmark);
    let head: string | undefined;
    for await (const batch of this.#reader.read({
      folder: root,
      abort,
      ...(since !== undefined && { since }),
    })) {
      const memories = batch.memories.map((draft) => this.#maker.make(draft));
      await this.#store.write(
        async (tx) => {
          for (const [kind, entities] of Map.groupBy(batch.entities, (entity) => entity.kind)) {
            count(report.entities, kind, await tx.addEntities(entities));
          }
          const note = { actor: 'mneme', action: 'learn' } as const;
          for (const { kind } of await tx.addMemories(memories, note))
            count(report.memories, kind, 1);
          for (const [type, edges] of Map.groupBy(batch.edges, (edge) => edge.type)) {
            count(report.edges, type, await tx.addEdges(edges));
          }
        },
        [...batch.entities, ...memories],
      );
      report.commits += batch.commits;
      report.known += batch.known;
      report.instructionFiles.push(...(batch.instructionFiles ?? []));
      head = batch.head ?? head;
      progress(batch.progress);
    }
    report.cancelled = abort.aborted;
    if (!report.cancelled && head !== undefined) {
      const learned = head;
      await this.#store.write((tx) => tx.setMeta(bookmark, learned));
    }
    return report;
  }
}

function count(counts: Record<string, number>, key: string, more: number): void {
  if (more > 0) counts[key] = (counts[key] ?? 0) + more;
}
