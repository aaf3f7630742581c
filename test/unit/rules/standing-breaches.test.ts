import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SeenBreach, settle } from '../../../src/rules/standing-breaches';

/** A file of one-letter lines, in which capitals break the rule. */
function seenIn(file: string, touched = true, silent = ''): SeenBreach[] {
  return Array.from(file).flatMap((line, i): SeenBreach[] => {
    if (line < 'A' || line > 'Z') return [];
    const [before = '', after = ''] = [file[i - 1], file[i + 1]];
    return [{ line, before, after, touched, silent: silent.includes(line) }];
  });
}

function settled(was: string, now: string, touched = true, silent = '') {
  const result = settle(seenIn(was), seenIn(now, touched, silent), Array.from(now));
  return {
    broken: result.broken.map(({ line }) => line).join(''),
    standing: result.standing.map(({ was, now }) => was.line + now.line).join(' '),
    fixed: result.fixed.map(({ line }) => line).join(''),
    gone: result.gone.map(({ line }) => line).join(''),
  };
}

const NOTHING = { broken: '', standing: '', fixed: '', gone: '' };

describe('what became of breaches', () => {
  test.each([
    ['comes', 'ab', 'aXb', { broken: 'X' }],
    ['stands', 'aXb', 'aXb', { standing: 'XX' }],
    ['moves', 'aXb', 'nnaaXcb', { standing: 'XX' }],
    ['is rewritten and breaks the rule yet', 'aXb', 'aYb', { standing: 'XY' }],
    ['is mended', 'aXb', 'axb', { fixed: 'X' }],
    ['is deleted', 'aXb', 'ab', { gone: 'X' }],
    ['is deleted at the head', 'Xb', 'b', { gone: 'X' }],
    ['is deleted at the end', 'aX', 'a', { gone: 'X' }],
    ['is mended at the head', 'Xb', 'xb', { fixed: 'X' }],
    ['is mended while another comes elsewhere', 'aXbcd', 'axbcYd', { broken: 'Y', fixed: 'X' }],
    ['is copied', 'aXb', 'aXbcXd', { broken: 'X', standing: 'XX' }],
  ])('%s: %s → %s', (_, was, now, expected) => {
    expect(settled(was, now)).toEqual({ ...NOTHING, ...expected });
  });

  test('what nobody touched, and what a person allowed, is not counted', () => {
    expect(settled('ab', 'aXb', false)).toEqual(NOTHING);
    expect(settled('ab', 'aXb', true, 'X')).toEqual(NOTHING);
    expect(settled('aXb', 'aXb', false)).toEqual({ ...NOTHING, standing: 'XX' });
  });
});

const FILE = fc.string({ unit: fc.constantFrom(...Array.from('abcdeXYZ')), maxLength: 30 });

describe('however a file is edited', () => {
  test('each breach is in one place of the books', () => {
    fc.assert(
      fc.property(FILE, FILE, (was, now) => {
        const before = seenIn(was);
        const seen = seenIn(now);
        const { broken, standing, fixed, gone } = settle(before, seen, Array.from(now));
        expect(standing.length + fixed.length + gone.length).toBe(before.length);
        expect(standing.length + broken.length).toBe(seen.length);
      }),
    );
  });

  test('a second look at the same file counts nothing', () => {
    fc.assert(
      fc.property(FILE, (file) => {
        const { broken, fixed, gone } = settle(seenIn(file), seenIn(file), Array.from(file));
        expect([...broken, ...fixed, ...gone]).toEqual([]);
      }),
    );
  });

  test('what is written around breaches changes none of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('aXb', 'cYd', 'eZf', 'gh')), (parts) => {
        const moved = parts.join('nn');
        const { broken, fixed, gone } = settle(
          seenIn(parts.join('')),
          seenIn(moved),
          Array.from(moved),
        );
        expect([...broken, ...fixed, ...gone]).toEqual([]);
      }),
    );
  });
});
