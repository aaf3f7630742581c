import type { RepositoryBatch } from '../../../../src/learning/repository/repository-batch';
import { RepositoryReader } from '../../../../src/learning/repository/repository-reader';
import type { Edge } from '../../../../src/memory/edge';
import type { EntityKind } from '../../../../src/memory/entity';
import { memoryIdOf } from '../../../../src/memory/memory-id';

/** Stands in for the rules' reader: each line is a rule. */
export const reader = new RepositoryReader({ now: () => 42 }, ({ path, text, repo, at }) =>
  text.split('\n').map((line, index) => ({
    kind: 'rule' as const,
    text: line,
    detail: {},
    scope: { repo },
    provenance: {
      source: 'imported' as const,
      from: `${path}:${index + 1}`,
      at,
      trust: 1,
      evidence: [],
    },
    status: 'active' as const,
    origin: `${path}:${line}`,
  })),
);

/** All that one run tells, put together. */
export async function learn(folder: string, since?: string, abort?: AbortSignal) {
  const batches: RepositoryBatch[] = [];
  for await (const batch of reader.read({ folder, since, ...(abort && { abort }) })) {
    batches.push(batch);
  }
  const memories = batches.flatMap((batch) => [...batch.memories, ...batch.counted.memories]);
  const entities = new Map(batches.flatMap((batch) => batch.entities).map((e) => [e.id, e]));
  const names = new Map<string, string>([
    ...[...entities.values()].map((e): [string, string] => [
      e.id,
      e.kind === 'commit' ? (e.text.split('\n')[0] ?? '') : `${e.kind} ${e.name}`,
    ]),
    ...memories.map((m): [string, string] => [memoryIdOf(m.origin ?? ''), `memory ${m.text}`]),
  ]);
  const edges = batches.flatMap((batch) => [...batch.edges, ...batch.counted.edges]);
  return {
    batches,
    memories,
    entities: [...entities.values()],
    edges,
    told: (type: Edge['type']) =>
      edges
        .filter((edge) => edge.type === type)
        .map(({ from, to }) => `${names.get(from) ?? '?'} -> ${names.get(to) ?? '?'}`)
        .sort(),
    named: (kind: EntityKind) =>
      [...entities.values()]
        .filter((e) => e.kind === kind)
        .map((e) => e.name)
        .sort(),
    commits: batches.reduce((sum, batch) => sum + batch.commits, 0),
    known: batches.reduce((sum, batch) => sum + batch.known, 0),
    head: batches.at(-1)?.head,
  };
}
