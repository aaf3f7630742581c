import { describe, expect, it } from 'vitest';
import { readRewrite } from '../../../src/learning/rewrite';
import { shapeOf } from '../../../src/learning/shape';
import { readable } from '../../../src/learning/template';
import { filled, matchesOf, standsIn } from '../../../src/learning/template-match';
import { usageOf } from '../../../src/learning/usage';
import { grammarOf } from './grammar';
import { memory, signal } from './samples';

const grammars = new Map(
  await Promise.all(
    ['typescript', 'python', 'go', 'java'].map(
      async (language) => [language, await grammarOf(language)] as const,
    ),
  ),
);

function grammar(language: string) {
  const parse = grammars.get(language);
  if (parse === undefined) throw new Error(language);
  return parse;
}

function template(before: string, after: string, language = 'typescript') {
  const file = `src/a.${language}`;
  const rewritten = signal('rewritten', { before, after, context: after, language, file });
  const reading = readRewrite(rewritten, { parse: grammar(language) });
  if ('none' in reading) throw new Error(reading.none);
  return reading.correction.template;
}

describe('what both sides share becomes a hole', () => {
  it.each<[string, string, string, string, string?]>([
    ['if (a == null) go();', 'if (a === null) go();', '$A == null', '$A === null'],
    ['var x = f(1);', 'const x = f(1);', 'var $A = $B;', 'const $A = $B;'],
    ['const n = parseInt(x);', 'const n = parseInt(x, 10);', 'parseInt($A)', 'parseInt($A, 10)'],
    [
      'send(new Buffer(a, b));',
      'send(Buffer.from(a, b));',
      'new Buffer($$$A)',
      'Buffer.from($$$A)',
    ],
    ['return user.name;', 'return user?.name;', '$A.name', '$A?.name'],
    [
      'items.forEach(i => sum += i.price)',
      'for (const i of items) sum += i.price',
      '$A.forEach($B => $C)',
      'for (const $B of $A) $C',
    ],
    ['go();\nconsole.log(x, y);\nend();', 'go();\nend();', 'console.log($$$A);', ''],
    ['if x == None:\n    go()', 'if x is None:\n    go()', '$A == None', '$A is None', 'python'],
    ['x := ioutil.ReadAll(r)', 'x := io.ReadAll(r)', 'ioutil.ReadAll', 'io.ReadAll', 'go'],
  ])('%j → %j', (before, after, was, is, language) => {
    expect(template(before, after, language)).toEqual({ before: was, after: is });
  });
});

describe('a template', () => {
  const find = (pattern: string, code: string) =>
    matchesOf(pattern, code, grammar('typescript')(code), 'typescript').map(({ start, end }) =>
      code.slice(start, end),
    );

  it('applies to other names, over whole nodes alone', () => {
    expect(find('$A == null', 'if (user.name == null && b) {}')).toEqual(['user.name == null']);
    expect(find('parseInt($A)', 'parseInt(f(x, y)); parseInt(a, 10);')).toEqual([
      'parseInt(f(x, y))',
    ]);
    expect(find('new Buffer($$$A)', 'new Buffer(); new Buffer(a, [b]);')).toEqual([
      'new Buffer()',
      'new Buffer(a, [b])',
    ]);
    expect(find('$A + 1', 'const b = 2 * a + 1;')).toEqual(['2 * a + 1']);
  });

  it('takes the same hole for the same code', () => {
    expect(find('$A = $A + $B', 'a = a + 1; b = c + 1;')).toEqual(['a = a + 1']);
  });

  it('says what should stand there', () => {
    const code = 'save(new Buffer(secret, "hex"));';
    const [match] = matchesOf('new Buffer($$$A)', code, grammar('typescript')(code), 'typescript');
    expect(match && filled('Buffer.from($$$A)', match.holes)).toBe('Buffer.from(secret, "hex")');
    expect(readable('Buffer.from($$$A)')).toBe('Buffer.from(…)');
  });

  it('is not searched for without end', () => {
    const code = `f(${'a, '.repeat(400)}b);`;
    expect(find('$$$A $$$B $$$C $$$D nowhere', code)).toEqual([]);
  });
});

describe('without a grammar', () => {
  it('a hole takes closed code within one statement', () => {
    expect(standsIn('new Buffer($$$A)', 'send(new Buffer(f(a), [b]));', 'typescript')).toBe(true);
    expect(standsIn('$A ?? null', 'go(); a ?? null', 'typescript')).toBe(true);
    expect(standsIn('f($A) + $B', 'f(a); + b', 'typescript')).toBe(false);
  });

  it('a general correction is followed or gone against in other code', () => {
    const wide = memory({
      kind: 'correction',
      detail: { pattern: { before: 'new Buffer ( $$$A )', after: 'Buffer . from ( $$$A )' } },
    });
    expect(usageOf(wide, 'save(Buffer.from(key));', 'typescript')).toMatchObject({
      way: 'followed',
    });
    expect(usageOf(wide, 'save(new Buffer(key));', 'typescript')).toMatchObject({ way: 'against' });
    expect(usageOf(wide, 'save(key);', 'typescript')).toBeUndefined();
  });
});

describe('a shape', () => {
  const of = (before: string, after: string, around: string[] = [], repo = 'host/me/shop') =>
    shapeOf({ before, after }, 'typescript', around, repo);

  it('holds no name of a project and no text of one', () => {
    expect(of('new Buffer(ledger, "secret")', 'Buffer.from(ledger, "secret")')).toEqual({
      before: 'new Buffer ( $A0 , $A1 )',
      after: 'Buffer . from ( $A0 , $A1 )',
    });
    expect(of('ledger.read($A)', 'vault.read($A)')).toBeUndefined();
  });

  it('keeps what is imported from a package, unless it is the owner’s own or within the repository', () => {
    const kept = (source: string) =>
      of('axios.get', 'got.get', [`import axios from '${source}';`])?.before.includes('axios');
    expect(kept('axios')).toBe(true);
    expect(kept('./axios')).not.toBe(true);
    expect(kept('@/axios')).not.toBe(true);
    expect(kept('@me/axios')).not.toBe(true);
  });
});
