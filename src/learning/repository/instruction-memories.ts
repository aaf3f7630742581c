import { entity } from '../../memory/entity-id';
import type { MemoryDraft } from '../../memory/memory';
import { memoryIdOf } from '../../memory/memory-id';
import type { BatchDraft } from './batch-draft';
import type { InstructionFile } from './instruction-files';

/** Makes memories of an instruction file; given by whoever knows the rules' language. */
export type ReadInstructions = (file: {
  path: string;
  text: string;
  repo: string;
  at: number;
}) => MemoryDraft[];

/**
 * Tells the memories of instruction files. A statement that an earlier file made for the same scope
 * is told once: `CLAUDE.md` is often `AGENTS.md` again.
 */
export function tellInstructions(
  files: readonly InstructionFile[],
  read: ReadInstructions,
  into: {
    repo: string;
    batch: BatchDraft;
    exists: (path: string) => boolean;
    packages: ReadonlyMap<string, string>;
  },
): void {
  const { repo, batch } = into;
  const told = new Set<string>();
  for (const { path, text, at } of files) {
    const file = batch.entity(entity({ kind: 'file', name: path, repo, at }));
    for (const draft of read({ path, text, repo, at })) {
      const { glob = '', language = '' } = draft.scope;
      const key = `${glob}\0${language}\0${draft.text.toLowerCase()}`;
      if (told.has(key) || draft.origin === undefined) continue;
      told.add(key);
      batch.memory(draft);
      const id = memoryIdOf(draft.origin);
      batch.edge(id, 'derived-from', file, 1);
      for (const name of quoted(draft.text)) {
        const about = into.packages.get(name) ?? fileNamed(name, at, into);
        if (about !== undefined) batch.edge(id, 'about', about, 0.8);
      }
    }
  }
}

function fileNamed(
  name: string,
  at: number,
  { repo, batch, exists }: { repo: string; batch: BatchDraft; exists: (p: string) => boolean },
): string | undefined {
  const path = name.replace(/^\.?\//, '');
  return exists(path) ? batch.entity(entity({ kind: 'file', name: path, repo, at })) : undefined;
}

/** What a text puts in backticks, and what its links lead to. */
function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
}
