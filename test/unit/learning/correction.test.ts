import { describe, expect, it } from 'vitest';
import { again, mineCorrection } from '../../../src/learning/correction';
import type { Mined } from '../../../src/learning/mined';
import { initialQuality, lowerBound } from '../../../src/learning/quality';
import { entityId } from '../../../src/memory/entity-id';
import { Memory, MemoryDraft } from '../../../src/memory/memory';
import { memoryIdOf } from '../../../src/memory/memory-id';
import type { SignalOf } from '../../../src/memory/signal';
import { NOW, signal } from './samples';

const cured = [
  {
    severity: 'error' as const,
    message: "Cannot find name 'axios'.",
    code: '2304',
    source: 'ts',
    line: 8,
  },
];

function mine(fields: Partial<SignalOf<'rewritten'>> = {}): Mined {
  const before = 'const r = axios.get(url);';
  const after = 'const r = http.get(url);';
  const mined = mineCorrection(
    signal('rewritten', { before, after, context: after, line: 8, ...fields }),
  );
  if (mined === undefined) throw new Error('nothing was mined');
  return mined;
}

const stored = ({ draft }: Mined, fields: Partial<Memory> = {}): Memory =>
  Memory.parse({
    ...draft,
    id: memoryIdOf(draft.origin ?? ''),
    quality: initialQuality(draft.provenance, NOW),
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    ...fields,
  });

describe('mineCorrection', () => {
  it('makes a candidate in words that stand on their own, with its evidence', () => {
    const { draft } = mine({ cured });
    expect(MemoryDraft.parse(draft)).toEqual(draft);
    expect(draft).toMatchObject({
      kind: 'correction',
      status: 'candidate',
      text: "In TypeScript here, write `http.get(` instead of `axios.get(`. It cured: Cannot find name 'axios' (ts 2304).",
      detail: { before: 'axios.get(', after: 'http.get(', reason: 'API choice' },
      scope: { repo: 'host/me/shop', language: 'typescript' },
      provenance: { source: 'mined', from: 'an edit in src/cart.ts', trust: 0.6 },
    });
    const [diff, diagnostic] = draft.provenance.evidence;
    expect(diff).toMatchObject({ kind: 'diff', file: 'src/cart.ts', line: 8 });
    expect(diff?.text).toBe(
      '--- src/cart.ts\n+++ src/cart.ts\n@@ -1,1 +1,1 @@\n-const r = axios.get(url);\n+const r = http.get(url);',
    );
    expect(diagnostic).toMatchObject({ kind: 'diagnostic', text: "Cannot find name 'axios'." });
  });

  it('says what it is about: the file, the names, the error it fixes', () => {
    const { about, edges } = mine({ cured });
    const file = entityId('file', 'src/cart.ts', 'host/me/shop');
    const error = entityId('error', 'ts 2304: cannot find name ….');
    const symbol = entityId('symbol', 'src/cart.ts#http', 'host/me/shop');
    expect(about.map((one) => one.id)).toEqual(expect.arrayContaining([file, error, symbol]));
    expect(edges('m_1')).toEqual(
      expect.arrayContaining([
        { from: 'm_1', type: 'about', to: file, weight: 0.5 },
        { from: 'm_1', type: 'derived-from', to: file, weight: 0.5 },
        { from: 'm_1', type: 'fixes', to: error, weight: 0.8 },
        { from: 'm_1', type: 'about', to: symbol, weight: 0.8 },
      ]),
    );
    const ends = new Set(about.map((one) => one.id));
    for (const edge of edges('m_1')) expect(ends).toContain(edge.to);
  });

  it('names packages of an import, and no path within the repository', () => {
    const packages = (before: string, after: string): string[] =>
      mine({ before, after })
        .about.filter((one) => one.kind === 'package')
        .map((one) => one.name);
    expect(packages("import a from './a';", "import a from '@me/tools/a';")).toEqual(['@me/tools']);
    expect(packages("import a from 'lodash';", "import a from '../lodash';")).toEqual([]);
  });

  it('gives the same correction the same origin, wherever it is made and however it is spaced', () => {
    const one = mine().draft.origin;
    const elsewhere = mine({
      before: 'if (ok) {\n  axios . get(path);\n}',
      after: 'if (ok) {\n  http . get(path);\n}',
      file: 'src/other.ts',
    });
    expect(elsewhere.draft.origin).toBe(one);
    expect(mine({ repo: 'host/me/other' }).draft.origin).not.toBe(one);
    expect(mine({ after: 'const r = net.get(url);' }).draft.origin).not.toBe(one);
  });

  it('carries the lint rule that it cures, to be offered', () => {
    const [before, after] = ['var total = sum(list);', 'const total = sum(list);'];
    const fault = { rule: 'no-var', kind: 'suggestion', message: 'Unexpected var.' } as const;
    const mined = mineCorrection(signal('rewritten', { before, after, context: after }), {
      faults: { before: [{ ...fault, start: 0, end: 9 }], after: [] },
    });
    expect(mined?.draft.detail.detector).toEqual({
      spec: { kind: 'lint', rule: 'no-var', options: [] },
      state: 'proposed',
    });
    expect(mined?.draft.text).toContain('It cures ESLint’s no-var.');
    expect(mined?.draft.provenance.evidence.map(({ text }) => text)).toContain(
      'ESLint finds this no more: Unexpected var. (no-var)',
    );
  });

  it('keeps a removal without an after', () => {
    const { draft } = mine({ before: 'a();\nconsole.log(b);\nc();', after: 'a();\nc();' });
    expect(draft.text).toBe('In TypeScript here, leave out `console.log(b);`.');
    expect(draft.detail).toEqual({ before: 'console.log(b);', reason: 'removed' });
  });

  it('works with no repository, file and language', () => {
    const {
      repo: _r,
      file: _f,
      language: _l,
      ...bare
    } = signal('rewritten', {
      before: 'axios.get(u)',
      after: 'http.get(u)',
    });
    const mined = mineCorrection(bare);
    expect(mined?.draft).toMatchObject({
      scope: {},
      text: 'Here, write `http.get(` instead of `axios.get(`.',
    });
    expect(mined?.about).toEqual([]);
  });
});

describe('again', () => {
  it('makes a candidate active, with both pieces of evidence and more trust', () => {
    const first = stored(mine());
    const raised = again(first, mine({ suggestion: 'g2', file: 'src/other.ts' }), NOW + 1);
    expect(raised.status).toBe('active');
    expect(raised.provenance.evidence.map((one) => one.file)).toEqual([
      'src/cart.ts',
      'src/other.ts',
    ]);
    expect(raised.provenance.trust).toBeGreaterThan(first.provenance.trust);
    expect(raised.provenance.trust).toBeLessThanOrEqual(0.9);
    expect(lowerBound(raised, NOW)).toBeGreaterThan(lowerBound(first, NOW));
  });

  it('changes nothing when the same suggestion is rewritten further', () => {
    const memory = stored(mine());
    const further = mine({ after: 'const r = http.get(url); // once', cured });
    expect(further.draft.origin).toBe(memory.origin);
    expect(again(memory, further, NOW + 1)).toBe(memory);
  });

  it.each(['quarantined', 'archived', 'superseded', 'active'] as const)(
    'leaves %s as it is',
    (status) => {
      expect(again(stored(mine(), { status }), mine({ suggestion: 'g2' }), NOW + 1).status).toBe(
        status,
      );
    },
  );

  it('never lowers the trust of what the user said', () => {
    const memory = stored(mine());
    const said = { ...memory, provenance: { ...memory.provenance, trust: 1 } };
    expect(again(said, mine({ suggestion: 'g2' }), NOW).provenance.trust).toBe(1);
  });
});
