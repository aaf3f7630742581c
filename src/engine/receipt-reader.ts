import type { Memory } from '../memory/memory';
import type { Reason } from '../memory/pack';
import type { Grounds, Receipt, ReceiptItem, ReceiptRow, Showing } from '../memory/receipt';
import type { Task } from '../memory/task';
import type { Parsed } from '../protocol/engine-api';
import { wordsOfWay } from '../recall/explanation';
import type { Weighed } from '../recall/recall';
import type { KeptShowing, Store } from '../store/store';

/** Memories that a showing is compared with: those that would come first for its question now. */
const RIVALS = 12;

export interface ReceiptReaderParts {
  readonly store: Store;
  /** What would be shown for a task now, the best first. */
  readonly rank: (task: Task, depth: number) => Promise<Weighed[]>;
  /** What nodes of the graph are called; unknown ids are missing. */
  readonly labels: (ids: readonly string[]) => Promise<Map<string, string>>;
}

/** Answers what was shown, when and why. */
export class ReceiptReader {
  readonly #parts: ReceiptReaderParts;

  constructor(parts: ReceiptReaderParts) {
    this.#parts = parts;
  }

  async list(filter: Parsed<'receipts'>): Promise<ReceiptRow[]> {
    return this.#parts.store.showings.receipts(filter);
  }

  /** `null` when nothing of it is left: all that was on it was forgotten. */
  async open(id: string): Promise<Receipt | null> {
    const showings = await this.#parts.store.showings.on(id);
    const [first] = showings;
    if (first === undefined) return null;
    const { session, client, at, task, given } = first;
    return {
      id,
      at,
      session,
      ...(client !== undefined && { client }),
      task,
      ...given,
      items: await this.#items(showings),
    };
  }

  /** Why a memory was shown then; `null` when the memory was forgotten since. */
  async why(exposure: string): Promise<Showing | null> {
    const shown = await this.#parts.store.exposure(exposure);
    const receipt = shown && (await this.open(shown.receipt));
    if (!receipt?.items.some((item) => item.exposure === exposure)) return null;
    const ranked = await this.#parts.rank(receipt.task, RIVALS);
    const rivals = ranked.map(({ memory, score, relevant }) => ({ memory, score, relevant }));
    return { receipt, exposure, rivals };
  }

  async #items(showings: readonly KeptShowing[]): Promise<ReceiptItem[]> {
    const { store } = this.#parts;
    const memories = await this.#byId(showings.map(({ memory }) => memory));
    const names = await this.#names(showings);
    const items: ReceiptItem[] = [];
    for (const { id, memory: shown, at, rank, probability, ...kept } of showings) {
      const memory = memories.get(shown);
      if (memory === undefined) continue;
      const { grounds, verdict, outcomes } = kept;
      const said = memory.updatedAt > at ? await store.showings.textAt(shown, at) : undefined;
      items.push({
        exposure: id,
        memory,
        said: said ?? memory.text,
        rank,
        probability,
        ...(grounds && { grounds: named(grounds, names) }),
        verdict,
        outcomes,
      });
    }
    return items;
  }

  /** What the nodes on these ways are called; a memory of another repository keeps its text. */
  async #names(showings: readonly KeptShowing[]): Promise<Map<string, string>> {
    const ways = showings.flatMap(({ grounds }) => grounds?.reasons ?? []);
    const nodes = ways.flatMap(({ seed, path }) => [seed ?? [], path?.map(({ to }) => to) ?? []]);
    const ids = [...new Set(nodes.flat())];
    if (ids.length === 0) return new Map();
    const names = await this.#parts.labels(ids);
    const repo = showings[0]?.task.repo;
    for (const [id, { scope }] of await this.#byId(ids)) {
      if (scope.repo !== undefined && scope.repo !== repo) {
        names.set(id, 'a memory of another repository');
      }
    }
    return names;
  }

  async #byId(ids: readonly string[]): Promise<Map<string, Memory>> {
    const memories = await this.#parts.store.memories(ids);
    return new Map(memories.map((memory) => [memory.id, memory]));
  }
}

/** Grounds as they were kept, with what the nodes on their ways are called today. */
function named(grounds: Grounds, names: ReadonlyMap<string, string>): Grounds {
  const nameOf = (id: string): string => names.get(id) ?? 'something forgotten since';
  const reasons = grounds.reasons.map((reason): Reason => {
    if (reason.path === undefined || reason.seed === undefined) return reason;
    const path = reason.path.map((hop) => ({ ...hop, label: nameOf(hop.to) }));
    return { ...reason, words: wordsOfWay(nameOf(reason.seed), path), path };
  });
  return { ...grounds, reasons };
}
