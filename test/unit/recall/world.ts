import { StaticEmbedder } from '../../../src/index/static-embedder';
import { SearchIndex } from '../../../src/index/search-index';
import type { Edge } from '../../../src/memory/edge';
import type { Entity } from '../../../src/memory/entity';
import { sortableIds } from '../../../src/memory/ids';
import type { Memory } from '../../../src/memory/memory';
import type { Pack } from '../../../src/memory/pack';
import type { Quality } from '../../../src/memory/quality';
import { Task } from '../../../src/memory/task';
import { Recall } from '../../../src/recall/recall';
import { graphOf } from './graph-of';

export const NOW = Date.UTC(2026, 10, 22);
export const DAY = 24 * 60 * 60 * 1000;
export const REPO = 'example.org/us/tool';

const EVEN: Quality = { prior: { helped: 2, harmed: 1 }, helped: 0, harmed: 0, at: NOW, shown: 0 };

/** A confirmed fact of ours with nothing but what a test speaks of. */
export function memory(id: string, text: string, more: Partial<Memory> = {}): Memory {
  return {
    id,
    kind: 'fact',
    text,
    detail: {},
    scope: { repo: REPO },
    provenance: { source: 'user', from: 'a test', at: NOW, trust: 1, evidence: [] },
    status: 'active',
    quality: EVEN,
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    ...more,
  };
}

export function edge(from: string, type: Edge['type'], to: string, weight = 1): Edge {
  return { from, type, to, weight };
}

/** The share of harmless outcomes, pseudo-counts included: enough to see quality at work. */
function plainBound({ quality: { prior, helped, harmed } }: Rated): number {
  const good = prior.helped + helped;
  return good / (good + prior.harmed + harmed);
}

type Rated = Pick<Memory, 'kind' | 'quality'>;

type World = {
  memories: readonly Memory[];
  entities?: readonly Entity[];
  edges?: readonly Edge[];
  lowerBound?: (memory: Rated) => number;
};

/** Recall over a real index and a graph in memory. */
export async function worldOf({ memories, entities = [], edges = [], lowerBound }: World) {
  const index = new SearchIndex({ embedder: StaticEmbedder.wordless() });
  await index.put([
    ...memories.map(({ id, kind, text, scope, status }) => {
      return { id, type: 'memory' as const, kind, text, repo: scope.repo, status, at: NOW };
    }),
    ...entities.map(({ id, kind, name, text, repo, at }) => {
      return { id, type: 'entity' as const, kind, text: `${name}\n${text}`, repo, at };
    }),
  ]);
  const clock = { now: () => NOW };
  const recall = new Recall({
    search: index,
    graph: {
      ...graphOf(
        edges,
        memories.map(({ id }) => id),
      ),
      labels: (ids) =>
        Promise.resolve(
          new Map([
            ...memories
              .filter(({ id }) => ids.includes(id))
              .map(({ id, text }) => [id, text] as const),
            ...entities
              .filter(({ id }) => ids.includes(id))
              .map(({ id, name }) => [id, name] as const),
          ]),
        ),
    },
    memories: (ids) =>
      Promise.resolve(ids.flatMap((id) => memories.find((one) => one.id === id) ?? [])),
    changedAt: (ids) =>
      Promise.resolve(
        new Map(
          memories.filter(({ id }) => ids.includes(id)).map(({ id, updatedAt }) => [id, updatedAt]),
        ),
      ),
    globbed: (repo) =>
      Promise.resolve(
        memories.filter(({ scope }) => scope.glob && (!scope.repo || scope.repo === repo)),
      ),
    lowerBound: lowerBound ?? plainBound,
    ids: sortableIds(clock, () => 0.5),
    clock,
    random: () => 0.5,
  });
  return {
    full: (task: Partial<Task>) => recall.recall(taskOf(task), 'n_test'),
    rank: (task: Partial<Task>) => recall.rank(taskOf(task), 50),
    recall: async (task: Partial<Task>): Promise<Pack> =>
      (await recall.recall(taskOf(task), 'n_test')).pack,
  };
}

export function taskOf(task: Partial<Task>): Task {
  return Task.parse({ repo: REPO, door: 'tool', ...task });
}

export function idsOf(pack: Pack): string[] {
  return pack.items.map((item) => item.memory.id);
}
