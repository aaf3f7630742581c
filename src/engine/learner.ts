import type { RepositoryReader } from '../learning/repository/repository-reader';
import { repositoryOf } from '../learning/repository/repository-of';
import type { Clock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import type { Memory } from '../memory/memory';
import type { LearnReport } from '../protocol/engine-api';
import type { Store, Writer } from '../store/store';
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
      const { counted } = batch;
      const told = counted.memories.map((draft) => this.#maker.make(draft));
      const memories = [...batch.memories.map((draft) => this.#maker.make(draft)), ...told];
      const retold = await this.#retold(told);
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
          for (const [type, edges] of Map.groupBy(counted.edges, (edge) => edge.type)) {
            count(report.edges, type, await tx.setEdges(edges));
          }
          for (const memory of retold) await retell(tx, memory);
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

  /** Those of these memories that are stored with other words. */
  async #retold(memories: readonly Memory[]): Promise<Memory[]> {
    const stored = await this.#store.memories(memories.map(({ id }) => id));
    const texts = new Map(stored.map(({ id, text }) => [id, text]));
    return memories.filter(({ id, text }) => (texts.get(id) ?? text) !== text);
  }
}

/**
 * Whether a learned memory still says what it was learned to say: who corrects or confirms one
 * leaves a statement of their own with it.
 */
function isUntouched({ status, text, provenance }: Memory): boolean {
  const said = provenance.evidence.filter(({ kind }) => kind === 'statement');
  return status === 'active' && said.every((statement) => statement.text === text);
}

/** Brings a memory's words up to date, unless it was changed or is gone by now. */
async function retell(tx: Writer, fresh: Memory): Promise<void> {
  const stored = await tx.memory(fresh.id);
  if (stored === undefined || !isUntouched(stored)) return;
  const { text, provenance, updatedAt } = fresh;
  const note = { actor: 'mneme', action: 'learn', summary: 'Counted again' } as const;
  await tx.putMemory({ ...stored, text, provenance, updatedAt }, note);
}

function count(counts: Record<string, number>, key: string, more: number): void {
  if (more > 0) counts[key] = (counts[key] ?? 0) + more;
}
