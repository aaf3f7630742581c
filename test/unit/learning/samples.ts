import { initialQuality } from '../../../src/learning/quality';
import type { Exposure } from '../../../src/memory/exposure';
import { Memory } from '../../../src/memory/memory';
import { memoryIdOf } from '../../../src/memory/memory-id';
import { Signal, type SignalKind, type SignalOf } from '../../../src/memory/signal';
import { Task } from '../../../src/memory/task';

export const NOW = Date.UTC(2026, 0, 15, 12);
export const MINUTE = 60_000;

const FIELDS: { readonly [K in SignalKind]: Omit<SignalOf<K>, keyof SignalOf<SignalKind>> } = {
  edit: { cause: 'typed', changes: 1, inserted: 1, removed: 0 },
  accepted: { suggestion: 'g1', text: '', line: 1, partial: false },
  dismissed: { line: 1, context: '' },
  survival: { suggestion: 'g1', checkpoint: '5min', accepted: '', original: '', current: '' },
  reverted: { suggestion: 'g1', text: '', line: 1, after: 2000 },
  rewritten: { suggestion: 'g1', before: '', after: '', line: 1, context: '', cured: [] },
  diagnostic: { change: 'appeared', problem: { severity: 'error', message: 'wrong', line: 1 } },
  task: { name: 'test', group: 'test', exitCode: 0 },
  terminal: { command: 'ls', exitCode: 0 },
  commit: { sha: 'abc', subject: 's' },
  branch: { branch: 'main' },
  kept: { how: 'day', shas: [] },
  cell: { text: '', succeeded: true },
  assistant: { assistant: 'copilot', act: 'edit', outcome: 'accepted' },
};

let made = 0;

/** A signal of a TypeScript file, parsed, with a new id. */
export function signal<K extends SignalKind>(
  kind: K,
  fields: Partial<SignalOf<K>> = {},
): SignalOf<K> {
  return Signal.parse({
    id: `s_${++made}`,
    at: NOW,
    session: 'n_1',
    repo: 'host/me/shop',
    file: 'src/cart.ts',
    language: 'typescript',
    confidence: 1,
    evidence: [],
    kind,
    ...FIELDS[kind],
    ...fields,
  }) as SignalOf<K>;
}

export function memory(fields: Partial<Memory> = {}): Memory {
  const provenance = { source: 'mined' as const, from: 'x', at: NOW, trust: 0.6, evidence: [] };
  const text = fields.text ?? 'Something known.';
  return Memory.parse({
    id: memoryIdOf(text),
    kind: 'fact',
    text,
    detail: {},
    scope: { repo: 'host/me/shop' },
    provenance,
    status: 'active',
    quality: initialQuality(provenance, NOW),
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    ...fields,
  });
}

/** `memory` as it was shown, some milliseconds before `NOW`. */
export function shown(
  of: Memory,
  ago: number,
  fields: Partial<Exposure> = {},
): { memory: Memory; exposure: Exposure } {
  return {
    memory: of,
    exposure: {
      id: `x_${++made}`,
      receipt: 'r_1',
      memory: of.id,
      session: 'n_1',
      at: NOW - ago,
      task: Task.parse({
        repo: 'host/me/shop',
        file: 'src/cart.ts',
        language: 'typescript',
        door: 'tool',
      }),
      rank: 1,
      probability: 1,
      ...fields,
    },
  };
}
