import type { Entity } from '../../../src/memory/entity';
import type { Exposure } from '../../../src/memory/exposure';
import type { Memory } from '../../../src/memory/memory';
import type { Outcome } from '../../../src/memory/outcome';
import type { SignalOf } from '../../../src/memory/signal';

export const REPO = 'github.com/acme/shop';
export const LEARN = { actor: 'mneme', action: 'learn' } as const;
export const REMEMBER = { actor: 'user', action: 'remember', summary: 'Remembered' } as const;

export function memory(id: string, parts: Partial<Memory> = {}): Memory {
  return {
    id: `m_${id}`,
    kind: 'correction',
    text: `Memory ${id}`,
    detail: { before: 'a', after: 'b', steps: ['x'] },
    scope: { repo: REPO, glob: 'src/**', language: 'typescript' },
    provenance: {
      source: 'mined',
      from: 'an edit in src/a.ts',
      at: 1,
      trust: 0.6,
      evidence: [{ kind: 'diff', text: '-a\n+b', at: 1, file: 'src/a.ts', line: 3, ref: 's_1' }],
    },
    status: 'active',
    quality: { prior: { helped: 2, harmed: 1 }, helped: 0.5, harmed: 0, at: 1, shown: 2 },
    origin: `edit:${id}`,
    createdAt: 10,
    updatedAt: 20,
    revision: 0,
    ...parts,
  };
}

export function entity(id: string, parts: Partial<Entity> = {}): Entity {
  return {
    id: `e_${id}`,
    kind: 'file',
    name: `src/${id}.ts`,
    repo: REPO,
    text: '',
    at: 5,
    ...parts,
  };
}

export function signal(
  id: string,
  parts: Partial<SignalOf<'rewritten'>> = {},
): SignalOf<'rewritten'> {
  return {
    id: `s_${id}`,
    kind: 'rewritten',
    at: 100,
    session: 'n_1',
    repo: REPO,
    file: 'src/a.ts',
    language: 'typescript',
    confidence: 0.9,
    evidence: ['one change of 48 characters'],
    suggestion: 'g_1',
    before: 'fetch(url)',
    after: 'fetch(url, { signal })',
    line: 4,
    context: 'const response = fetch(url)',
    cured: [{ severity: 'error', message: 'Expected 2 arguments', line: 4, code: '2554' }],
    ...parts,
  };
}

export function exposure(id: string, of: string, parts: Partial<Exposure> = {}): Exposure {
  return {
    id: `x_${id}`,
    receipt: 'r_1',
    memory: `m_${of}`,
    session: 'n_1',
    at: 200,
    task: {
      sentence: 'retry the fetch',
      problems: [],
      budget: 1500,
      door: 'panel',
      assistant: 'user',
      repo: REPO,
    },
    rank: 1,
    probability: 0.5,
    ...parts,
  };
}

export function outcome(exposed: string, of: string, parts: Partial<Outcome> = {}): Outcome {
  return {
    exposure: `x_${exposed}`,
    memory: `m_${of}`,
    verdict: 'helped',
    weight: 0.7,
    at: 300,
    reason: 'The error went away',
    signals: ['s_1'],
    ...parts,
  };
}
