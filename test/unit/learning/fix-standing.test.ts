import { describe, expect, it } from 'vitest';
import { mineFix } from '../../../src/learning/fix';
import { standingOf } from '../../../src/learning/fix-standing';
import type { Memory } from '../../../src/memory/memory';
import type { Signal } from '../../../src/memory/signal';
import { memory, MINUTE, NOW, signal } from './samples';

const problem = {
  severity: 'error' as const,
  message: "Property 'lenght' does not exist on type 'string[]'.",
  code: '2551',
  source: 'ts',
  line: 4,
};
const cured = signal('diagnostic', {
  change: 'cured',
  problem,
  before: 'return names.lenght;',
  after: 'return names.length;',
});
const appeared = (minutes: number, file = 'src/cart.ts') =>
  signal('diagnostic', { change: 'appeared', problem, file, at: NOW + minutes * MINUTE });

function fix(fields: Partial<Memory> = {}): Memory {
  const draft = mineFix(cured)!.draft;
  return memory({ ...draft, ...fields });
}
const at = (minutes: number, since: Signal[] = [], of = fix()) =>
  standingOf(of, since, NOW + minutes * MINUTE);

describe('standingOf', () => {
  it('waits, then makes it active when the problem stayed away', () => {
    expect(at(5)).toBeUndefined();
    const stayed = at(10);
    expect(stayed?.memory.status).toBe('active');
    expect(stayed?.memory.provenance.evidence.at(-1)?.text).toBe('The problem stayed away');
    expect(at(60, [], stayed?.memory)).toBeUndefined();
  });

  it('needs no wait after a build or a test that passed', () => {
    const test = signal('terminal', { command: 'npm test', at: NOW + MINUTE });
    expect(at(1, [test])?.summary).toBe('The problem was gone when `npm test` passed');
    expect(at(1, [signal('terminal', { command: 'npm start', at: NOW + MINUTE })])).toBeUndefined();
    expect(at(1, [signal('task', { at: NOW + MINUTE, exitCode: 1 })])).toBeUndefined();
  });

  it('sinks when the problem comes back where it was cured, once for each return', () => {
    const back = appeared(3);
    const sunk = at(12, [back])?.memory;
    expect(sunk?.status).toBe('candidate');
    expect(sunk?.provenance.trust).toBeCloseTo(0.35);
    expect(sunk?.quality.prior.harmed).toBeGreaterThan(fix().quality.prior.harmed);
    expect(at(5, [back], sunk)).toBeUndefined();
    const active = fix({ status: 'active' });
    expect(at(120, [appeared(100)], active)?.memory.status).toBe('candidate');
  });

  it('is not shaken by the problem elsewhere, much later, or by another', () => {
    const active = fix({ status: 'active' });
    expect(at(120, [appeared(100, 'src/other.ts')], active)).toBeUndefined();
    expect(at(3000, [appeared(2000)], active)).toBeUndefined();
    const other = signal('diagnostic', {
      problem: { ...problem, code: '1' },
      at: NOW + 3 * MINUTE,
    });
    expect(at(120, [other], active)).toBeUndefined();
  });

  it('leaves the user’s own word alone', () => {
    const said = fix();
    said.provenance.evidence.push({ kind: 'statement', text: 'Confirmed', at: NOW });
    expect(at(12, [appeared(3)], said)).toBeUndefined();
  });
});
