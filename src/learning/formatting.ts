import type { Token } from './tokens';

/**
 * Whether two runs of tokens differ only in what formatters put in and take out: semicolons, trailing
 * commas, the manner of quotes, quotes around keys, the brackets of a lone parameter; and, where lines
 * were broken anew too, any round brackets.
 */
export function isFormatting(before: readonly Token[], after: readonly Token[]): boolean {
  if (same(plain(before), plain(after))) return true;
  const brokenAnew = linesOf(before) !== linesOf(after);
  return brokenAnew && same(withoutBrackets(plain(before)), withoutBrackets(plain(after)));
}

function plain(tokens: readonly Token[]): string[] {
  return tokens
    .filter((token, i) => {
      if (token.text === ';') return false;
      const next = tokens[i + 1]?.text;
      if (token.text === ',' && (next === undefined || ')]}'.includes(next))) return false;
      return !isLoneParameterBracket(tokens, i);
    })
    .map((token) => (token.kind === 'string' ? unquoted(token.text) : token.text));
}

/** A text without its quotes and without the backslashes that one manner of quotes needs. */
function unquoted(text: string): string {
  if (text.startsWith('`')) return text;
  return text.slice(1, -1).replace(/\\(['"])/g, '$1');
}

const withoutBrackets = (texts: readonly string[]): string[] =>
  texts.filter((text) => text !== '(' && text !== ')');

/** The brackets of `(x) =>`. */
function isLoneParameterBracket(tokens: readonly Token[], at: number): boolean {
  const open = tokens[at]?.text === '(' ? at : at - 2;
  return (
    tokens[open]?.text === '(' &&
    tokens[open + 1]?.kind === 'word' &&
    tokens[open + 2]?.text === ')' &&
    tokens[open + 3]?.text === '=>'
  );
}

function linesOf(tokens: readonly Token[]): number {
  return tokens.filter((token) => token.firstInLine).length;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}
