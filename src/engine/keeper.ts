import { initialQuality, settled } from '../learning/quality';
import type { Clock } from '../memory/clock';
import type { Edge } from '../memory/edge';
import { addEvidence } from '../memory/evidence';
import { HumanError } from '../memory/human-error';
import type { Ids } from '../memory/ids';
import type { JournalEntry } from '../memory/journal';
import type { Memory, MemoryDraft, MemoryPatch } from '../memory/memory';
import { TRUST } from '../memory/provenance';
import type { Parsed, Result } from '../protocol/engine-api';
import type { Store } from '../store/store';
import type { MemoryMaker } from './memory-maker';
import { pardoned, restores } from './pardon';

/** What `forget` took out of the store, so that it can be put back while this engine lives. */
interface Forgotten {
  at: number;
  memory: Memory;
  edges: Edge[];
}

/** A memory as it becomes, and what the journal says of it. */
type Change = [changed: Memory, action: JournalEntry['action'], summary: string];

/** Carries out what a person does to memories, and takes it back. */
export class Keeper {
  readonly #store: Store;
  readonly #maker: MemoryMaker;
  readonly #ids: Ids;
  readonly #clock: Clock;
  /** By journal entry. In memory only: forgetting is complete, so nothing of it may be on disk. */
  readonly #forgotten = new Map<string, Forgotten>();

  constructor(store: Store, maker: MemoryMaker, ids: Ids, clock: Clock) {
    this.#store = store;
    this.#maker = maker;
    this.#ids = ids;
    this.#clock = clock;
  }

  async remember({ about, ...draft }: Parsed<'remember'>): Promise<Memory> {
    const memory = this.#maker.make(offered(draft));
    const edges = about.map((entity): Edge => {
      return { from: memory.id, type: 'about', to: entity.id, weight: 1 };
    });
    await this.#store.write(async (tx) => {
      await tx.addEntities(about);
      const actor = memory.provenance.source === 'assistant' ? 'assistant' : 'user';
      await tx.addMemories([memory], { actor, action: 'remember' });
      await tx.addEdges(edges);
    });
    return this.#existing(memory.id);
  }

  async correct(id: string, patch: MemoryPatch, actor: 'user' | 'assistant'): Promise<Memory> {
    const now = this.#clock.now();
    return this.#change(
      id,
      (memory) => {
        const provenance =
          patch.text === undefined || patch.text === memory.text
            ? memory.provenance
            : {
                ...memory.provenance,
                evidence: addEvidence(memory.provenance.evidence, {
                  kind: 'statement',
                  text: `Corrected by ${actor === 'user' ? 'hand' : 'an assistant'}; it said: ${memory.text}`,
                  at: now,
                }),
              };
        const changed = { ...memory, ...withoutUndefined(patch), provenance, updatedAt: now };
        return [changed, ...correction(memory, patch)];
      },
      actor,
    );
  }

  async confirm(id: string): Promise<Memory> {
    const now = this.#clock.now();
    return this.#change(id, (memory) => {
      const provenance = {
        ...memory.provenance,
        trust: TRUST.user,
        evidence: addEvidence(memory.provenance.evidence, {
          kind: 'statement',
          text: 'Confirmed by the user',
          at: now,
        }),
      };
      const { prior } = initialQuality({ ...provenance, source: 'user' }, now);
      const quality = { ...memory.quality, prior };
      const confirmed: Memory = {
        ...memory,
        status: 'active',
        provenance,
        quality,
        updatedAt: now,
      };
      return [confirmed, 'confirm', 'Confirmed'];
    });
  }

  async forget(id: string): Promise<Result<'forget'>> {
    const edges = await this.#store.edgesOf([id], Number.MAX_SAFE_INTEGER);
    const memory = await this.#store.write((tx) => tx.forgetMemory(id));
    if (memory === undefined) throw unknownMemory();
    const entry = this.#ids.next('journal');
    this.#forgotten.set(entry, { at: this.#clock.now(), memory, edges });
    return { entry };
  }

  /** Takes back the named entry, or the newest; `null` when there is nothing to take back. */
  async undo(entry: string | undefined): Promise<JournalEntry | null> {
    const journalled =
      entry === undefined
        ? await this.#store.newestUndoable()
        : await this.#store.journalEntry(entry);
    const [newestForgotten] = [...this.#forgotten].sort(([, a], [, b]) => b.at - a.at);
    if (entry !== undefined && this.#forgotten.has(entry)) return this.#unforget(entry);
    if (entry === undefined && newestForgotten !== undefined) {
      const [key, { at }] = newestForgotten;
      if (journalled === undefined || at >= journalled.at) return this.#unforget(key);
    }
    if (journalled === undefined) return null;
    return this.#takeBack(journalled);
  }

  async #takeBack(entry: JournalEntry): Promise<JournalEntry> {
    if (entry.undoneBy !== undefined) {
      throw new HumanError('This change was undone already.', 'Undo the newer change to redo it.');
    }
    const { before } = entry;
    if (before === undefined) {
      await this.forget(entry.memory);
      return { ...entry, undoneBy: 'forgotten' };
    }
    return this.#store.write(async (tx) => {
      // Quality is evidence, not an edit: taking an edit back does not unlearn what came in since.
      const current = await tx.memory(entry.memory);
      const now = this.#clock.now();
      const changed = { ...before, quality: current?.quality ?? before.quality, updatedAt: now };
      const undo = await tx.putMemory(
        current && restores(current, changed) ? await pardoned(tx, changed, now) : changed,
        { actor: 'user', action: 'undo', summary: `Undid: ${entry.summary}` },
      );
      await tx.markUndone(entry.id, undo.id);
      return undo;
    });
  }

  async #unforget(key: string): Promise<JournalEntry> {
    const forgotten = this.#forgotten.get(key);
    if (forgotten === undefined) throw unknownMemory();
    const { memory, edges } = forgotten;
    const now = this.#clock.now();
    const entry = await this.#store.write(async (tx) => {
      await tx.unforget(memory.id);
      const entry = await tx.putMemory(
        { ...memory, quality: settled(memory, now) },
        {
          actor: 'user',
          action: 'undo',
          summary: 'Brought back after forgetting',
        },
      );
      await tx.addEdges(edges);
      return entry;
    });
    this.#forgotten.delete(key);
    return entry;
  }

  /**
   * Changes a memory from what it is within the transaction, so that evidence which came in
   * meanwhile, by this process or another, is not lost.
   */
  async #change(
    id: string,
    change: (memory: Memory) => Change,
    actor: JournalEntry['actor'] = 'user',
  ): Promise<Memory> {
    await this.#store.write(async (tx) => {
      const memory = await tx.memory(id);
      if (memory === undefined) throw unknownMemory();
      const [changed, action, summary] = change(memory);
      const after = restores(memory, changed)
        ? await pardoned(tx, changed, this.#clock.now())
        : changed;
      await tx.putMemory(after, { actor, action, summary });
    });
    return this.#existing(id);
  }

  async #existing(id: string): Promise<Memory> {
    const memory = await this.#store.memory(id);
    if (memory === undefined) throw unknownMemory();
    return memory;
  }
}

/** Only a person's yes makes a check warn: whoever else brings one proposes it. */
function offered(draft: MemoryDraft): MemoryDraft {
  const { detail, provenance } = draft;
  const { detector } = detail;
  if (detector?.state !== 'on' || provenance.source === 'user') return draft;
  return { ...draft, detail: { ...detail, detector: { ...detector, state: 'proposed' } } };
}

function correction(memory: Memory, patch: MemoryPatch): [JournalEntry['action'], string] {
  if (patch.status !== undefined && patch.status !== memory.status) {
    if (patch.status === 'archived') return ['archive', 'Archived'];
    if (patch.status === 'quarantined') return ['quarantine', 'Quarantined'];
    if (patch.status === 'superseded') return ['supersede', 'Superseded'];
    return ['restore', `Made ${patch.status}`];
  }
  const fields = (['text', 'kind', 'scope', 'detail'] as const).filter(
    (field) => patch[field] !== undefined,
  );
  return ['correct', `Changed ${fields.join(', ') || 'nothing'}`];
}

/** With `exactOptionalPropertyTypes` a patch may name a field and leave it undefined: not a change. */
function withoutUndefined(patch: MemoryPatch): Partial<Memory> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function unknownMemory(): HumanError {
  return new HumanError(
    'This memory is not there any more.',
    'Refresh the view; another window may have forgotten it.',
  );
}
