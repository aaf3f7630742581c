import { differences, lengthOf } from './token-diff';
import type { Token } from './tokens';
import { KEYWORDS, nameParts } from './words';

/** Words after which a name is declared, in the languages at hand. */
const DECLARES = new Set(
  'const let var val function class def func fn type interface enum struct trait fun mut for'.split(
    ' ',
  ),
);

/**
 * Names that a rename refactoring changed: each was declared in the text, and every occurrence
 * became the same new name. Names that say the same in another manner (`user_id` → `userId`) are left
 * out: what changed there is a convention, and that is worth knowing.
 */
export function renames(before: readonly Token[], after: readonly Token[]): Map<string, string> {
  const became = new Map<string, Set<string>>();
  for (const region of differences(before, after) ?? []) {
    if (lengthOf(region.before) !== lengthOf(region.after)) continue;
    for (let i = 0; i < lengthOf(region.before); i++) {
      const old = before[region.before.from + i];
      const now = after[region.after.from + i];
      if (old === undefined || now === undefined || old.text === now.text) continue;
      if (isName(old) && isName(now))
        became.set(old.text, (became.get(old.text) ?? new Set()).add(now.text));
    }
  }
  const renamed = new Map<string, string>();
  for (const [old, names] of became) {
    const [name = ''] = names;
    if (names.size !== 1 || after.some((token, i) => token.text === old && isFree(after, i)))
      continue;
    if (isDeclared(before, old) && !sameWords(old, name)) renamed.set(old, name);
  }
  return renamed;
}

/** Whether two names say the same words in another manner. */
export function sameWords(one: string, other: string): boolean {
  const words = nameParts(one).join(' ');
  return one !== other && words !== '' && words === nameParts(other).join(' ');
}

function isName(token: Token): boolean {
  return token.kind === 'word' && !KEYWORDS.has(token.text);
}

/** Whether a name stands for itself there, and is no member of something else nor a key. */
function isFree(tokens: readonly Token[], at: number): boolean {
  const previous = tokens[at - 1]?.text;
  return previous !== '.' && previous !== '?.' && tokens[at + 1]?.text !== ':';
}

function isDeclared(tokens: readonly Token[], name: string): boolean {
  return tokens.some((token, i) => {
    if (token.text !== name) return false;
    const previous = tokens[i - 1]?.text ?? '';
    const next = tokens[i + 1]?.text ?? '';
    if (DECLARES.has(previous) || next === '=>' || next === ':=') return true;
    // A parameter, a destructured or an assigned name.
    if (!isFree(tokens, i)) return false;
    return next === '=' || isParameter(tokens, i) || isDestructured(tokens, i);
  });
}

/** Within the round brackets after `function`, a declared name, or before `=>` or `{` or `:`. */
function isParameter(tokens: readonly Token[], at: number): boolean {
  let open = at;
  while (open >= 0 && tokens[open]?.text !== '(') {
    if (tokens[open]?.text === ')' || tokens[open]?.text === ';') return false;
    open--;
  }
  if (open < 0) return false;
  if (DECLARES.has(tokens[open - 1]?.text ?? '') || DECLARES.has(tokens[open - 2]?.text ?? ''))
    return true;
  let close = at;
  while (close < tokens.length && tokens[close]?.text !== ')') close++;
  const next = tokens[close + 1]?.text;
  return next === '=>' || (next === '{' && !KEYWORDS.has(tokens[open - 1]?.text ?? ''));
}

/** Within the curly or square brackets after `const`. */
function isDestructured(tokens: readonly Token[], at: number): boolean {
  let open = at;
  while (open >= 0 && !'{['.includes(tokens[open]?.text ?? '')) {
    if (
      !['word', 'mark'].includes(tokens[open]?.kind ?? '') ||
      '}];()'.includes(tokens[open]?.text ?? '')
    )
      return false;
    open--;
  }
  return DECLARES.has(tokens[open - 1]?.text ?? '');
}
