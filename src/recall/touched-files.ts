import { entityId } from '../memory/entity-id';
import type { Task } from '../memory/task';
import type { GraphSource } from './graph-source';

/** Of a larger task the files are too many to tell anything one by one. */
const MOST_FILES = 64;
/** Of a file that everything touches the youngest tell, and the one that made it. */
const MOST_MEMORIES = 500;
/** After so many newer ones about the same file a memory counts half as recent, squared. */
const RECENT = 5;
/** The breadth of a change to so many files is 1. */
const BROADEST = 31;

/** What a memory has to do with the files of a task. Values are 0 to 1. */
export type Touch = {
  /** How many of the files it is about, the rarely touched ones counting more; of the best, 1. */
  share: number;
  /** 1 for the newest memory about a file, less for each that came after it. */
  recency: number;
  /** 1 for the first memory about a file: what made it. */
  first: number;
  /** How many files it is about at all: large changes leave more to mend. */
  breadth: number;
  /** How many of the task's files it is about. */
  files: number;
};

type Parts = {
  graph: Pick<GraphSource, 'edgesOf'>;
  /** When each of these memories was last changed; what is no memory is missing. */
  changedAt: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
};

/** The memories about the files that a task touches, as far as they were known by its time. */
export async function touchedFiles(
  task: Pick<Task, 'file' | 'files' | 'repo' | 'asOf'>,
  { graph, changedAt }: Parts,
): Promise<Map<string, Touch>> {
  const names = new Set([...(task.file === undefined ? [] : [task.file]), ...(task.files ?? [])]);
  const files = [...names].slice(0, MOST_FILES).map((name) => entityId('file', name, task.repo));
  const touches = new Map<string, Touch>();
  if (files.length === 0) return touches;
  const wanted = new Set(files);
  const narrowed = { most: MOST_MEMORIES, asOf: task.asOf };
  const all = await graph.edgesOf(files, ['about'], narrowed);
  const edges = all.filter(({ to }) => wanted.has(to));
  const times = await changedAt([...new Set(edges.map(({ from }) => from))]);
  const until = task.asOf ?? Infinity;

  const about = new Map<string, { id: string; at: number; weight: number }[]>();
  for (const { from, to, weight } of edges) {
    const at = times.get(from);
    if (at === undefined || at >= until) continue;
    const list = about.get(to);
    if (list) list.push({ id: from, at, weight });
    else about.set(to, [{ id: from, at, weight }]);
  }
  let most = 0;
  for (const memories of about.values()) {
    memories.sort((a, b) => b.at - a.at);
    const worth = 1 / Math.log2(2 + memories.length);
    for (const [newer, { id, weight }] of memories.entries()) {
      const before = touches.get(id);
      // An edge weighs less the more files its memory is about (see `HistoryGraph`).
      const many = 1 / weight ** 2;
      const touch = {
        share: (before?.share ?? 0) + worth,
        recency: Math.max(before?.recency ?? 0, 1 / Math.sqrt(1 + newer / RECENT)),
        first: Math.max(before?.first ?? 0, newer === memories.length - 1 ? 1 : 0),
        breadth: Math.min(1, Math.log2(1 + many) / Math.log2(1 + BROADEST)),
        files: (before?.files ?? 0) + 1,
      };
      touches.set(id, touch);
      most = Math.max(most, touch.share);
    }
  }
  for (const touch of touches.values()) touch.share /= most;
  return touches;
}
