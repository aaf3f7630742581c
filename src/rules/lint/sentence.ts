import { isHyphenated, isPlace, joinPhrases, PLACE_WEIGHT, termOf } from './lexicon';

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

/** What stands in brackets or after a dash counts for this much. */
const ASIDE = 0.25;
/** Why, and what comes of it: no part of what is asked for. */
const REASONS =
  /(?:,? (?:because|since|so that|so (?:we|you|it|they|the|that|there)|in order to|otherwise|that way|lest)\b|,? to (?:avoid|prevent|keep|improve|make|ensure|reduce|help|catch|aid|stay|get|be|maintain)\b|, (?:which|as|it|they|this|that|these|those|for|not because)\b|,? as (?:it|they|this|that|these) |,? for (?:better |improved |more |the sake of )?(?:readability|clarity|consistency|safety|performance|maintainability|legibility|easier|simplicity)\b).*$/;
const ASIDE_HEAD =
  /^(?:it|they|this|that|these|those|because|since|for example|e\.g|i\.e|eg|ie|such as|like|otherwise|there|you'll|we|why|reason|note)\b/;
const EXAMPLE_TAIL = /,? (?:e\.g\.|i\.e\.|for example|for instance|such as)[,: ].*$/;

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
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

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
  skipping forget forgetting lack lacks lacking missing unless except nor ditch kill reject refuse exclude`.split(
    /\s+/,
  ),
);
const NEUTRAL = new Set(
  `in inside within for when if after before from to per between with on at by as into around where while until via
  through that which whose during`.split(/\s+/),
);
const MODAL =
  /^(?:do|does|did|should|must|can|could|may|might|are|is|be|will|would|shall|has|have|had|to|or|if|why)$/;

/** Reads a sentence as the catalogue's sayings are read, so that both can be compared. */
export function readSentence(text: string): Sentence {
  const terms = new Map<string, Term>();
  const numbers: (number | '{n}')[] = [];
  for (const { words, aside } of partsOf(text)) {
    for (const clause of clausesOf(words)) readClause(clause, aside ? ASIDE : 1, terms, numbers);
  }
  return { terms, numbers };
}

interface Part {
  words: string;
  aside: boolean;
}

function partsOf(text: string): Part[] {
  const plain = ` ${text} `
    .toLowerCase()
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\b(?:can't|cannot|can not)\b/g, 'can not')
    .replaceAll(/\bdont\b/g, 'do not')
    .replaceAll(/n't\b/g, ' not')
    .replaceAll(/\s+/g, ' ')
    // Words of the language that are words of English too are told by their backticks.
    .replaceAll(/`(any|as|for|if|in|of|this|while|with)`/g, 'kw_$1')
    // A call is named by what is called.
    .replaceAll(/([\w$\]])\(\)/g, '$1')
    .replaceAll(/`\.(?=\w)/g, '`')
    .replaceAll(/ \.(?=[a-z]+\b)/g, ' ');
  const parts: Part[] = [];
  const kept = plain.replaceAll(/(?<=\s)\(([^()]{2,})\)/g, (_, inner: string) => {
    parts.push({ words: inner, aside: true });
    return ' ';
  });
  const pieces = kept
    .split(/(?<=[\w`"')}\]])[.!?;] |: | [—–-] | -- |—/)
    .map((piece) => piece.trim());
  for (const [index, piece] of pieces.entries()) {
    if (piece === '') continue;
    const aside = index > 0 && ASIDE_HEAD.test(piece);
    const main = piece.replace(EXAMPLE_TAIL, '').replace(REASONS, '');
    const rest = piece.slice(main.length);
    if (main.trim() !== '') parts.push({ words: main, aside });
    if (rest.trim() !== '') parts.push({ words: rest, aside: true });
  }
  return parts;
}

function clausesOf(words: string): string[] {
  return joinPhrases(words.replaceAll('`', ''))
    .split(
      /, (?=(?:not|never|no|do not|use|always|prefer|avoid|but|and|or|so|only|must|should)\b)| but | (?:and|or) (?=(?:never|not|do not|use|always|avoid|prefer|no|require|must|should)\b)/,
    )
    .filter((clause) => clause.trim() !== '');
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
    if (TURNS_REST.has(token) || (token === 'not' && isMiddleNot(tokens, at))) {
      sign = sign === 1 ? -1 : 1;
      current = sign;
    } else if (token === 'instead-of' || (token === 'over' && tokens.includes('prefer'))) {
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
      const own = isPlace(term) ? PLACE_WEIGHT : 1;
      const meant: Sign = measured.compared ? 0 : current;
      if (before === undefined || before.weight < weight * own) {
        terms.set(term, { sign: meant, weight: weight * own });
      } else if (before.sign !== meant) {
        terms.set(term, { ...before, sign: 0 });
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
    numbers.push(token === '{n}' ? token : Number(token));
    return [];
  }
  const word = NUMBERS.indexOf(token);
  if (word >= 0) {
    if (next !== undefined && COUNTED.test(next)) numbers.push(word);
    return [];
  }
  const keyword = KEYWORDS.get(token);
  if (keyword !== undefined && (next === undefined || keyword.has(next))) return [`kw_${token}`];
  if (keyword !== undefined || (NEUTRAL.has(token) && !isPlace(token))) return [];
  const parts = token.includes('-') && !isHyphenated(token) ? token.split('-') : [token];
  return parts.flatMap((part) => {
    const term = termOf(part);
    return term === undefined || term === '' ? [] : [term];
  });
}

const COUNT = String.raw`(?:\d+|\{n\}|one|two|three|four|five|six|seven|eight|nine|ten)`;

/** Brings all ways of naming a bound (`at most 3`, `under 4`, `no more than 3`) to one. */
function measure(clause: string): { text: string; compared: boolean; bound?: 'max' | 'min' } {
  const denied = /\b(?:no|not|never|avoid|disallow|forbid|without|nor)\b/.test(clause);
  let bound: 'max' | 'min' | undefined;
  const set = (to: 'max' | 'min', step: number) => (_: string, count: string) => {
    bound = to;
    return ` ${stepped(count, step)} `;
  };
  const text = clause
    .replace(
      new RegExp(
        `\\b(?:at most|up to|no more than|not more than|max(?: of| is)?|a max of|limit(?:ed)? (?:of|to)|capped at|cap (?:of|at)|not exceed(?:ing)?|within|no (?:longer|deeper|larger|bigger|greater|wider) than) (?:a max of )?(${COUNT})(?![\\w.])`,
      ),
      set('max', 0),
    )
    .replace(
      new RegExp(
        `\\b(?:at least|no (?:fewer|less|shorter) than|min(?: of)?|not (?:fewer|less|shorter) than) (${COUNT})(?![\\w.])`,
      ),
      set('min', 0),
    )
    .replace(
      new RegExp(
        `\\b(?:more|longer|greater|larger|bigger|higher|deeper|wider) than (${COUNT})(?![\\w.])`,
      ),
      denied ? set('max', 0) : set('min', 1),
    )
    .replace(
      new RegExp(`\\b(?:over|above|beyond|past|exceed(?:s|ing)?) (${COUNT})(?![\\w.])`),
      denied ? set('max', 0) : set('min', 1),
    )
    .replace(
      new RegExp(
        `\\b(?:(?:fewer|less|shorter|smaller|lower) than|under|below) (${COUNT})(?![\\w.])`,
      ),
      denied ? set('min', 0) : set('max', -1),
    )
    .replace(
      new RegExp(`(${COUNT}) (?:or|and) (?:fewer|less|shorter|under|below)\\b`),
      set('max', 0),
    )
    .replace(
      new RegExp(`(${COUNT}) or (?:more|greater|longer)\\b`),
      denied ? set('max', -1) : set('min', 0),
    );
  if (bound !== undefined) return { text, compared: true, bound };
  const either = /\b(?:require|enforce|disallow) or (?:require|enforce|disallow)\b/;
  if (either.test(clause)) return { text: clause.replace(either, ''), compared: true };
  if (
    /\b(?:max|limit(?:s|ed)?|too (?:many|long|deep(?:ly)?|much|complex|large|big)|cap)\b/.test(
      clause,
    )
  ) {
    return {
      text: clause.replaceAll(/\b(?:max|limit(?:s|ed)?|too|cap)\b/g, ' '),
      compared: true,
      bound: 'max',
    };
  }
  return { text, compared: false };
}

function stepped(count: string, step: number): string {
  if (count === '{n}') return count;
  const word = NUMBERS.indexOf(count);
  return String((word < 0 ? Number(count) : word) + step);
}
