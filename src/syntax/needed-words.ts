import type { StructuralRule } from './structural-rule';

/** Texts of which at least one stands wherever something matches; undefined where none is sure. */
type Needed = readonly string[] | undefined;

/**
 * Words without which a rule can match nothing in a text, so that most texts need not be parsed:
 * at least one of them must stand there. Undefined when the rule alone does not tell.
 */
export function neededWords(rule: StructuralRule): Needed {
  const found = Object.entries(rule).map(([key, value]) => neededBy(key, value));
  return rarest(found);
}

function neededBy(key: string, value: unknown): Needed {
  if (typeof value === 'string') {
    if (key === 'pattern') return ofPattern(value);
    return key === 'regex' ? ofExpression(value) : undefined;
  }
  if (key === 'pattern' && isRule(value))
    return typeof value['context'] === 'string' ? ofPattern(value['context']) : undefined;
  if (key === 'has' || key === 'inside' || key === 'follows' || key === 'precedes')
    return isRule(value) ? neededWords(value) : undefined;
  if (!Array.isArray(value)) return undefined;
  const each = value.map((one: unknown) => (isRule(one) ? neededWords(one) : undefined));
  if (key === 'all') return rarest(each);
  if (key !== 'any') return undefined;
  const every = each.flatMap((words) => (words === undefined ? [] : [words]));
  return every.length === each.length ? every.flat() : undefined;
}

/** Of demands that must all hold, the one whose shortest word is the longest. */
function rarest(all: readonly Needed[]): Needed {
  const shortest = (words: readonly string[]): number =>
    Math.min(...words.map(({ length }) => length));
  let best: Needed;
  for (const words of all)
    if (words?.length && (best === undefined || shortest(words) > shortest(best))) best = words;
  return best;
}

function ofPattern(pattern: string): Needed {
  return longest(pattern.replace(/\${1,3}\w+/g, ' '));
}

function ofExpression(expression: string): Needed {
  const listed = /^\^?\(?(?:\?:)?([\w|]+)\)?\$?$/.exec(expression)?.[1];
  if (listed !== undefined) {
    const words = listed.split('|');
    return words.includes('') ? undefined : words;
  }
  if (/[|{]|\(\?(?!:)/.test(expression)) return undefined;
  let rest = expression.replace(/\[[^\]]*\]/g, ' ').replace(/\\[A-Za-z]/g, ' ');
  let before;
  do {
    before = rest;
    rest = rest.replace(/\((?:\?:)?[^()]*\)[?*]/g, ' ');
  } while (rest !== before);
  return longest(rest.replace(/\w[?*]/g, ' '));
}

function longest(text: string): Needed {
  const words = text.match(/\w{2,}/g) ?? [];
  const best = words.reduce((one, other) => (other.length > one.length ? other : one), '');
  return best === '' ? undefined : [best];
}

function isRule(value: unknown): value is StructuralRule {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
