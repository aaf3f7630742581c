import type { Memory } from '../../src/memory/memory';
import { meaningful, tokenise } from '../../src/learning/tokens';
import { filled, matchesOf } from '../../src/learning/template-match';
import type { Parse } from '../../src/syntax/syntax-node';
import { renamed } from './renaming';
import type { Pair } from './rule-set';
import { isWholeIn, statementsOf } from './whole-nodes';

type Detail = Memory['detail'];

/**
 * Whether a memory's pair is rightly bounded: its old side stands word for word in the incorrect
 * code and its new side, if it has one, in the correct code, each as whole nodes as TypeScript's own
 * parser sees them; and neither begins nor ends with a statement that both sides share.
 */
export function isBounded({ before = '', after = '' }: Detail, pair: Pair): boolean {
  const { language, incorrect, correct } = pair;
  if (before === '' || !isWholeIn(before, incorrect, language)) return false;
  if (after !== '' && !isWholeIn(after, correct, language)) return false;
  const [old, now] = [before, after].map((side) => statementsOf(side, language));
  const few = (old?.length ?? 0) < 2 || (now?.length ?? 0) < 2;
  return few || (old?.[0] !== now?.[0] && old?.at(-1) !== now?.at(-1));
}

/**
 * Whether a memory's general form applies elsewhere. Where its rule has other incorrect examples, it
 * must find its old side in one of them and in none of the other correct ones. Where there are none,
 * the same pair is written with other names and values (`renamed`): the old side must be found there,
 * and the new side, filled with what was found, must stand in the renamed correct code. Of a pair
 * with nothing to rename the pair itself is taken.
 */
export function isGeneral({ pattern }: Detail, pair: Pair, parse: Parse): boolean {
  if (pattern === undefined) return false;
  const { language, others } = pair;
  const places = (code: string) => matchesOf(pattern.before, code, parse(code), language);
  if (others.incorrect.length > 0) {
    const finds = (code: string): boolean => places(code).length > 0;
    return others.incorrect.some(finds) && !others.correct.some(finds);
  }
  const other = renamed([pair.incorrect, pair.correct], language);
  const [incorrect, correct] = other.map((text) => words(text, language));
  return places(other[0]).some(({ start, end, holes }) => {
    const becomes = words(filled(pattern.after, holes), language);
    const was = words(other[0].slice(start, end), language);
    return incorrect?.includes(was) && correct?.includes(becomes);
  });
}

function words(text: string, language: string): string {
  const tokens = meaningful(tokenise(text, language)).map((token) => token.text);
  return ` ${tokens.join(' ')} `;
}
