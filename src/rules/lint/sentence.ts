import { measure, NUMBERS } from './bound';
import { clausesOf } from './clauses';
import { isHyphenated, termOf, weightOf } from './lexicon';

/** What a sentence says of a thing: to do it, not to do it, or nothing, since it tells where. */
export type Sign = 1 | 0 | -1;

/** A thing that a sentence speaks of. */
export interface Term {
  sign: Sign;
  /** 1 for what is asked for, less for what is said by the way. */
  weight: number;
}

/** A sentence, read: what it speaks of, in which sense, and the number it names. */
export interface Sentence {
  terms: ReadonlyMap<string, Term>;
  /** With `{n}`, any number: so sayings of the catalogue are written. */
  numbers: readonly (number | '{n}')[];
}

/** Marks that are spoken of. Commas, colons and the like belong to the sentence itself. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['===', 'strict-equality'],
  ['!==', 'strict-equality'],
  ['==', 'loose-equality'],
  ['!=', 'loose-equality'],
  ['++', 'increment'],
  ['--', 'increment'],
  ['**', 'exponent'],
  ['!!', 'double-negation'],
  ['=>', 'arrow'],
  ['?.', 'optional-chain'],
  ['??', 'nullish'],
  ['//', 'line comment'],
  ['/*', 'block comment'],
  ['{}', 'brace'],
  ['()', 'paren'],
  ['[]', 'bracket'],
  ['...', 'spread'],
  ['${}', 'template'],
  ['?:', 'ternary'],
  ['+=', 'shorthand assign'],
  ['||=', 'logical shorthand assign'],
  ['&&=', 'logical shorthand assign'],
  ['??=', 'logical shorthand assign'],
]);
const COUNTED =
  /^(?:lines?|spaces?|param(?:eter)?s?|arg(?:ument)?s?|statements?|class(?:es)?|levels?|char(?:acter)?s?|columns?|blank-line|consecutive|callbacks?|letters?|nested|deep)$/;

const TOKEN =
  /\{n\}|\\+\d+|(?:\d*\.)+\d+|[@#]?[\w$][\w$-]*(?:\.[\w$]+)*(?:<\w+>|\[\])?|===|!==|[!=]=|\*\*|\+\+|--|\|\|=|&&=|\?\?=|\+=|!!|=>|\?\.|\?\?|\/\/|\/\*|\.\.\.|\$\{\}|\{\}|\(\)|\[\]|\?:/g;

/**
 * Words of the language that are words of English too: they are meant as the former at the end of a
 * clause, and before these.
 */
const KEYWORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    'any: type types typed keyword as in is for when where anywhere unless instead-of explicitly annotation annotations use with or and to should must not',
    'as: keyword casts cast const assertions',
    'for: loop loops statement statements and while',
    'if: statement statements inside in with without and else body bodies as returns block branch that',
    'in: and or operator expressions instanceof',
    'of: operator',
    'this: keyword keywords in inside outside before and after is binding context or must should needs unless where when without to alias value never',
    'while: loop loops statement statements condition',
    'with: statement statements keyword',
  ].map((line) => {
    const [keyword = '', before = ''] = line.split(': ');
    return [keyword, new Set(before.split(' '))] as const;
  }),
);

/** Whole clauses are turned by these, wherever they stand in them. */
const TURNS_CLAUSE = new Set([
  'never',
  'not',
  'cannot',
  'forbidden',
  'banned',
  'prohibited',
  'disallowed',
  'discouraged',
  'unacceptable',
  'evil',
]);
/** What follows these is turned. */
const TURNS_REST = new Set(
  `no without avoid avoiding disallow forbid ban prohibit prevent remove drop eliminate stop omit omitted omitting skip
  skipping forget forgetting lack lacks lacking missing unless except nor ditch kill reject refuse exclude strip trim scrap collapse`.split(
    /\s+/,
  ),
);
const NEUTRAL = new Set(
  `in inside within for when if after before from to per between with on at by as into around where while until via
  through that which whose during`.split(/\s+/),
);
/** What follows is said of what stood before, in the clause's own sense. */
const STARTS_ANEW = /^(?:must|should|shall|may|can|could|needs?)$/;
const MODAL =
  /^(?:do|does|did|should|must|can|could|may|might|are|is|be|will|would|shall|has|have|had|to|or|if|why)$/;

/** Reads a sentence as the catalogue's sayings are read, so that both can be compared. */
export function readSentence(text: string): Sentence {
  const terms = new Map<string, Term>();
  const numbers: (number | '{n}')[] = [];
  for (const { words, weight } of clausesOf(text)) readClause(words, weight, terms, numbers);
  return { terms, numbers };
}

function readClause(
  clause: string,
  weight: number,
  terms: Map<string, Term>,
  numbers: (number | '{n}')[],
): void {
  const measured = measure(clause);
  const tokens: readonly string[] = measured.text.match(TOKEN) ?? [];
  const turned = tokens.some((token, at) => TURNS_CLAUSE.has(token) && !isMiddleNot(tokens, at));
  const base: Sign = turned ? -1 : 1;
  let sign: Sign = base;
  let current: Sign = base;
  for (const [at, token] of tokens.entries()) {
    if (STARTS_ANEW.test(token)) {
      sign = base;
      current = sign;
    } else if (
      TURNS_REST.has(token) ||
      (token === 'delete' && at === 0) ||
      (token === 'not' && isMiddleNot(tokens, at))
    ) {
      sign = sign === 1 ? -1 : 1;
      current = sign;
    } else if (token === 'instead-of' || token === 'over') {
      sign = base === 1 ? -1 : 1;
      current = sign;
    } else if (token === 'in-favour-of') {
      sign = 1;
      current = sign;
    } else if (NEUTRAL.has(token)) {
      current = 0;
    }
    if (token === 'require' && isVerb(tokens, at)) continue;
    for (const term of termsOf(token, numbers, tokens[at + 1])) {
      const before = terms.get(term);
      const own = weightOf(term);
      const meant: Sign = measured.compared ? 0 : current;
      if (before === undefined || before.weight < weight * own) {
        terms.set(term, { sign: meant, weight: weight * own });
      } else if (before.sign !== meant && meant !== 0) {
        terms.set(term, { ...before, sign: before.sign === 0 ? meant : 0 });
      }
    }
  }
  if (measured.bound !== undefined) terms.set(measured.bound, { sign: 0, weight });
}

function isMiddleNot(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at] === 'not' && before !== undefined && !MODAL.test(before) && at > 1;
}

/** `Require x` asks for x; `require` elsewhere is a function's name. */
function isVerb(tokens: readonly string[], at: number): boolean {
  return at === 0 || /^(?:always|should|must|to|or|and|we|please)$/.test(tokens[at - 1] ?? '');
}

function termsOf(token: string, numbers: (number | '{n}')[], next: string | undefined): string[] {
  const symbol = SYMBOLS.get(token);
  if (symbol !== undefined) return symbol.split(' ');
  if (token.startsWith('\\')) return [`escaped-${token.replaceAll('\\', '')}`, 'escape'];
  if (/^[\d.]+\.\d+$|^\.\d/.test(token)) return ['decimal'];
  if (token === '{n}' || /^\d+$/.test(token)) {
    // Nothing is limited to none: a zero is a value.
    if (token !== '0') numbers.push(token === '{n}' ? token : Number(token));
    return [];
  }
  const word = NUMBERS.indexOf(token);
  if (word >= 0) {
    if (next !== undefined && COUNTED.test(next)) numbers.push(word);
    return [];
  }
  const keyword = KEYWORDS.get(token);
  if (keyword !== undefined && (next === undefined || keyword.has(next))) return [`kw_${token}`];
  if (keyword !== undefined || (NEUTRAL.has(token) && weightOf(token) === 1)) return [];
  const parts =
    token.includes('-') && !token.startsWith('@') && !isHyphenated(token)
      ? token.split('-')
      : [token];
  return parts.flatMap((part) => {
    const term = termOf(part);
    return term === undefined || term === '' ? [] : [term];
  });
}
