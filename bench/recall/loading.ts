import { MemoryMaker } from '../../src/engine/memory-maker';
import type { Clock } from '../../src/memory/clock';
import type { Edge } from '../../src/memory/edge';
import type { Entity } from '../../src/memory/entity';
import { entity } from '../../src/memory/entity-id';
import type { Ids } from '../../src/memory/ids';
import type { Memory } from '../../src/memory/memory';
import { TRUST } from '../../src/memory/provenance';
import type { Store } from '../../src/store/store';
import type { DataSet, Document } from './data-set';
import { timeOf } from './time';

const AT_ONCE = 2000;
const MINUTE = 60_000;
/** As the engine ties what it reads in a history: files by their number, what follows by this. */
const FOLLOWS = 0.5;
const LONGEST = 20_000;

/** Where a set's documents went: their memories' ids and times, by the documents' own ids. */
export type Loaded = { memoryOf: Map<string, string>; learnedAt: Map<string, number> };

/** The repository that stands for a group of documents, or for a set that has none. */
export function repoOf(set: string, group: string | undefined): string {
  return `bench/${set}${group === undefined ? '' : `/${group}`}`;
}

/**
 * Puts a set into a store as the engine itself would have it: each document is a memory, learned at
 * its time; what follows another in a session is tied to it, as are files to what touched them.
 * Times of a group grow strictly, in the order of its documents.
 */
export async function load(set: DataSet, store: Store, ids: Ids, clock: Clock): Promise<Loaded> {
  const loaded: Loaded = { memoryOf: new Map(), learnedAt: new Map() };
  const newest = new Map<string, number>();
  const lastOfSession = new Map<string, string>();
  const start = clock.now() - set.documents.length * MINUTE;
  for (let from = 0; from < set.documents.length; from += AT_ONCE) {
    const memories: Memory[] = [];
    const entities = new Map<string, Entity>();
    const edges: Edge[] = [];
    for (const [at, document] of set.documents.slice(from, from + AT_ONCE).entries()) {
      const repo = repoOf(set.name, document.group);
      const said = timeOf(document.time) ?? start + (from + at) * MINUTE;
      const time = Math.max(said, (newest.get(repo) ?? 0) + 1);
      newest.set(repo, time);
      const memory = memoryOf(document, repo, ids, time);
      memories.push(memory);
      loaded.memoryOf.set(document.id, memory.id);
      loaded.learnedAt.set(document.id, time);

      const files = document.files ?? [];
      for (const name of files) {
        const file = entity({ kind: 'file', name, repo, at: time });
        if (!entities.has(file.id)) entities.set(file.id, file);
        const weight = 1 / Math.sqrt(files.length);
        edges.push({ from: memory.id, type: 'about', to: file.id, weight });
      }
      if (document.session === undefined) continue;
      const session = `${repo} ${document.session}`;
      const before = lastOfSession.get(session);
      if (before) edges.push({ from: before, type: 'precedes', to: memory.id, weight: FOLLOWS });
      lastOfSession.set(session, memory.id);
    }
    await store.write(async (tx) => {
      await tx.addMemories(memories, { actor: 'mneme', action: 'learn' });
      await tx.addEntities([...entities.values()]);
      await tx.addEdges(edges);
    }, memories);
  }
  return loaded;
}

function memoryOf(document: Document, repo: string, ids: Ids, time: number): Memory {
  const maker = new MemoryMaker(ids, { now: () => time });
  return maker.make({
    kind: 'fact',
    // Nothing said is no memory; a blank keeps the place.
    text: document.text.slice(0, LONGEST) || ' ',
    detail: {},
    scope: { repo },
    provenance: {
      source: 'imported',
      from: document.id,
      at: time,
      trust: TRUST.imported,
      evidence: [],
    },
    status: 'active',
  });
}
