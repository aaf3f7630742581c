import type { EntityKind } from '../../src/memory/entity';
import type { MemoryKind, Status } from '../../src/memory/memory';

export type NodeKind = MemoryKind | EntityKind;

/** How a kind is called: one of it, and several. */
export const KIND_WORDS: Readonly<Record<NodeKind, readonly [one: string, many: string]>> = {
  fact: ['Fact', 'facts'],
  preference: ['Preference', 'preferences'],
  rule: ['Rule', 'rules'],
  correction: ['Correction', 'corrections'],
  fix: ['Fix', 'fixes'],
  workflow: ['Workflow', 'workflows'],
  decision: ['Decision', 'decisions'],
  episode: ['Episode', 'episodes'],
  file: ['File', 'files'],
  symbol: ['Symbol', 'symbols'],
  package: ['Package', 'packages'],
  command: ['Command', 'commands'],
  error: ['Error', 'errors'],
  topic: ['Topic', 'topics'],
  commit: ['Commit', 'commits'],
};

/** What a status means, for a hover. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  candidate: 'Waits for your word; assistants are shown it as unconfirmed',
  active: 'In use',
  quarantined: 'Set aside because it misled; it is not shown to assistants',
  superseded: 'Replaced by a newer memory',
  archived: 'Put away; it is not shown to assistants',
};

/** `3 files`, `1 file`. */
export function counted(count: number, kind: NodeKind): string {
  const [one, many] = KIND_WORDS[kind];
  return `${count} ${count === 1 ? one.toLowerCase() : many}`;
}
