import { describe, expect, it } from 'vitest';
import { mineFix } from '../../../src/learning/fix';
import { MemoryDraft } from '../../../src/memory/memory';
import type { SignalOf } from '../../../src/memory/signal';
import { signal } from './samples';

const problem = {
  severity: 'error' as const,
  message: "Property 'lenght' does not exist on type 'string[]'.",
  code: '2551',
  source: 'ts',
  line: 4,
};
const cured = (fields: Partial<SignalOf<'diagnostic'>> = {}) =>
  signal('diagnostic', {
    change: 'cured',
    problem,
    before: '  return names.lenght;',
    after: '  return names.length;',
    ...fields,
  });

describe('mineFix', () => {
  it('makes a candidate from a problem and the edit that cured it', () => {
    const mined = mineFix(cured());
    const draft = MemoryDraft.parse(mined?.draft);
    expect(draft).toMatchObject({
      kind: 'fix',
      status: 'candidate',
      detail: { problem: problem.message, solution: 'return names.length;' },
      scope: { repo: 'host/me/shop', language: 'typescript' },
    });
    expect(draft.text).toContain(problem.message.replace(/\.$/, ''));
    expect(draft.text).toContain('return names.length;');
    expect(draft.provenance.evidence.map((one) => one.kind)).toEqual(['diagnostic', 'diff']);
  });

  it('rests on the suggestion that was mended, so that mending it again is no second word', () => {
    const refs = (fields: Partial<SignalOf<'diagnostic'>>) =>
      mineFix(cured(fields))?.draft.provenance.evidence.map((one) => one.ref);
    expect(refs({ id: 's_a', suggestion: 'g1' })).toEqual(['g1', 'g1']);
    expect(refs({ id: 's_a' })).toEqual(['s_a', 's_a']);
  });

  it('hangs on the signature of the error, so that the next one like it finds the way', () => {
    const mined = mineFix(cured());
    const error = mined?.about.find((one) => one.kind === 'error');
    expect(error?.name).toBe('ts 2551: property … does not exist on type ….');
    expect(mined?.edges('m_1')).toContainEqual({
      from: 'm_1',
      type: 'fixes',
      to: error?.id,
      weight: 1,
    });
  });

  it('has one origin for one error and edit', () => {
    const one = mineFix(cured())?.draft.origin;
    expect(mineFix(cured({ before: 'return names . lenght;', file: 'b.ts' }))?.draft.origin).toBe(
      one,
    );
    expect(mineFix(cured({ after: 'return names.size;' }))?.draft.origin).not.toBe(one);
  });

  it.each<[string, Partial<SignalOf<'diagnostic'>>]>([
    ['a problem that appeared', { change: 'appeared' }],
    ['a problem that went by itself', { after: '  return names.lenght;' }],
    ['spacing', { after: 'return   names.lenght;' }],
    ['a comment', { after: '  // @ts-ignore\n  return names.lenght;' }],
    ['deleting it', { after: '' }],
    ['a hint', { problem: { ...problem, severity: 'hint' } }],
    ['an edit all over the place', { after: 'a();\n'.repeat(20) }],
  ])('learns nothing from %s', (_, fields) => {
    expect(mineFix(cured(fields))).toBeUndefined();
  });
});
