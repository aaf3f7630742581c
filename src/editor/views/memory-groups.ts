import type { MemoryKind } from '../../memory/memory';
import type { MemoryRow } from '../../protocol/engine-api';
import { KINDS_IN_ORDER } from '../words';

/** Where a group of memories holds: a repository, or everywhere. */
export type ScopeKey = { repo: string } | 'everywhere';

export interface KindGroup {
  kind: MemoryKind;
  /** The best first. */
  rows: readonly MemoryRow[];
}

export interface ScopeGroup {
  scope: ScopeKey;
  kinds: KindGroup[];
  count: number;
}

/**
 * Sorts memories by scope, then kind, then quality: this window's repositories first, then what
 * holds everywhere, then other repositories by name. A memory given twice stands once.
 */
export function groupMemories(rows: readonly MemoryRow[], here: readonly string[]): ScopeGroup[] {
  const byScope = new Map<string, Map<string, MemoryRow>>();
  for (const repo of here) byScope.set(repo, new Map());
  byScope.set('', new Map());
  const elsewhere = new Set(
    rows.map(({ memory }) => memory.scope.repo ?? '').filter((repo) => !byScope.has(repo)),
  );
  for (const repo of [...elsewhere].sort()) byScope.set(repo, new Map());
  for (const row of rows) byScope.get(row.memory.scope.repo ?? '')?.set(row.memory.id, row);
  return [...byScope]
    .filter(([, group]) => group.size > 0)
    .map(([repo, group]) => ({
      scope: repo === '' ? ('everywhere' as const) : { repo },
      kinds: byKind([...group.values()]),
      count: group.size,
    }));
}

function byKind(rows: readonly MemoryRow[]): KindGroup[] {
  return KINDS_IN_ORDER.map((kind) => ({
    kind,
    rows: rows.filter(({ memory }) => memory.kind === kind).sort(bestFirst),
  })).filter((group) => group.rows.length > 0);
}

function bestFirst(a: MemoryRow, b: MemoryRow): number {
  return b.lowerBound - a.lowerBound || b.memory.updatedAt - a.memory.updatedAt;
}
