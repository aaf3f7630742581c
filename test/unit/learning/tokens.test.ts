import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { meaningful, tokenise } from '../../../src/learning/tokens';
import { seeded } from './seeded';

const texts = (code: string, language?: string): string[] =>
  meaningful(tokenise(code, language)).map((token) => token.text);

describe('tokenise', () => {
  it.each<[string, string | undefined, string[]]>([
    ['a?.b ?? c // no', 'typescript', ['a', '?.', 'b', '??', 'c']],
    ['x = 1 # no', 'python', ['x', '=', '1']],
    ['this.#field', 'typescript', ['this', '.', '#field']],
    ['-- no\nselect 1', 'sql', ['select', '1']],
    ['"it\\"s" + \'b\'', 'javascript', ['"it\\"s"', '+', "'b'"]],
    ['`a ${b}\n c`', 'typescript', ['`a ${b}\n c`']],
    ['f(/a(b/g, c / d / e)', 'javascript', ['f', '(', '/a(b/g', ',', 'c', '/', 'd', '/', 'e', ')']],
    ['größe => x', undefined, ['größe', '=>', 'x']],
    ['<p><!-- no --></p>', 'html', ['<', 'p', '>', '<', '/', 'p', '>']],
    // A suggestion that begins within a comment.
    [' * @returns {number}\n */\nfoo()', 'javascript', ['foo', '(', ')']],
    // One that is cut within a string.
    ["say('hel", 'javascript', ['say', '(', "'", 'hel']],
  ])('cuts %j (%s)', (code, language, expected) => {
    expect(texts(code, language)).toEqual(expected);
  });

  it('loses nothing of any text', () => {
    const own = readFileSync('src/learning/tokens.ts', 'utf8');
    const random = seeded(2);
    for (let i = 0; i < 300; i++) {
      const from = Math.floor(random() * own.length);
      const piece = own.slice(from, from + Math.floor(random() * 300));
      for (const language of ['typescript', 'python', 'sql', 'html', undefined]) {
        const tokens = tokenise(piece, language);
        expect(tokens.map((token) => token.text).join('')).toBe(piece);
        for (const { start, text } of tokens) expect(piece.startsWith(text, start)).toBe(true);
      }
    }
  });
});
