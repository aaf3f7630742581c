import type { Memory } from '../../../src/memory/memory';
import type { MemoryRow } from '../../../src/protocol/engine-api';

/** A correction mined from an edit, with whatever a test needs otherwise. */
export function aMemory(parts: Partial<Memory> = {}): Memory {
  return {
    id: 'm_1',
    kind: 'correction',
    text: 'Use fetchJson instead of fetch',
    detail: { before: 'fetch(url)', after: 'fetchJson(url)' },
    scope: { repo: 'example.com/ada/shop' },
    provenance: {
      source: 'mined',
      from: 'an edit in src/cart.ts',
      at: 1000,
      trust: 0.6,
      evidence: [
        { kind: 'diff', text: '-fetch(url)\n+fetchJson(url)', at: 1000 },
        { kind: 'signal', text: 'the error went away', at: 1000, file: 'src/cart.ts', line: 12 },
      ],
    },
    status: 'active',
    quality: { prior: { helped: 2, harmed: 1 }, helped: 4, harmed: 0, at: 1000, shown: 5 },
    createdAt: 1000,
    updatedAt: 1000,
    revision: 1,
    ...parts,
  };
}

export function aRow(memory: Partial<Memory> = {}, mean = 0.82, lowerBound = 0.61): MemoryRow {
  return { memory: aMemory(memory), mean, lowerBound };
}
