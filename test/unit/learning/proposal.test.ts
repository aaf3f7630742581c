import { describe, expect, it } from 'vitest';
import { mineCorrection } from '../../../src/learning/correction';
import type { Mined } from '../../../src/learning/mined';
import { worthProposing } from '../../../src/learning/proposal';
import type { SignalOf } from '../../../src/memory/signal';
import { memory, signal } from './samples';

function mine(before: string, after: string, fields: Partial<SignalOf<'rewritten'>> = {}): Mined {
  const mined = mineCorrection(signal('rewritten', { before, after, context: after, ...fields }));
  if (mined === undefined) throw new Error('nothing was mined');
  return mined;
}
const cured = [{ severity: 'error' as const, message: 'wrong', line: 1 }];

describe('worthProposing', () => {
  it('asks about what says something beyond its place', () => {
    expect(worthProposing(mine('axios.get(u)', 'http.get(u)'), [])).toContain('API choice');
  });

  it('lets a change of logic wait, unless it cured something', () => {
    expect(worthProposing(mine('if (i <= n) {}', 'if (i < n) {}'), [])).toBeUndefined();
    expect(worthProposing(mine('if (i <= n) {}', 'if (i < n) {}', { cured }), [])).toContain(
      'cured',
    );
  });

  it('asks once', () => {
    const mined = mine('axios.get(u)', 'http.get(u)');
    const known = memory({ text: 'Something else.', origin: mined.draft.origin });
    expect(worthProposing(mined, [known])).toBeUndefined();
  });

  it('asks when a correction is taken back', () => {
    const known = memory({ kind: 'correction', detail: { before: 'i <= n', after: 'i < n' } });
    expect(worthProposing(mine('if (i < n) {}', 'if (i <= n) {}'), [known])).toContain(
      'takes back',
    );
  });
});
