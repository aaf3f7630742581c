import { isImperative } from '../words/imperative';
import { joinPhrases } from './lexicon';

/** What stands in brackets or after a dash counts for this much. */
const ASIDE = 0.15;
/** And what is said to do instead. */
const FURTHER = 0.4;
/** Why, and what comes of it: no part of what is asked for. */
const REASONS =
  /(?:,? (?:because|since|so that|so (?:we|you|it|they|the|that|there)|in order to|otherwise|that way|lest)\b|,? to (?:avoid|prevent|keep|improve|make|ensure|reduce|help|catch|aid|stay|get|be|maintain)\b|, (?:which|as|it|they|this|that|these|those|for|not because)\b|,? as (?:it|they|this|that|these) |,? for (?:better |improved |more |the sake of )?(?:readability|clarity|consistency|safety|performance|maintainability|legibility|easier|simplicity)\b).*$/;
const ASIDE_HEAD =
  /^(?:it|they|this|that|these|those|because|since|for example|e\.g|i\.e|eg|ie|such as|like|otherwise|there|you'll|we|why|reason|note)\b/;
/** A label has at most so many words. */
const LABEL = 4;
const FORBIDS = /^(?:never|no|not|do not)\b/;
const EXAMPLE_TAIL = /,? (?:e\.g\.|i\.e\.|for example|for instance|such as)[,: ].*$/;

/** A clause, and how far it counts: 1 for what is asked for. */
export interface WeighedClause {
  words: string;
  weight: number;
}

interface Part {
  words: string;
  aside: boolean;
}

/** Marks that stand in backticks by themselves. */
const LONE_MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '{': 'brace',
    '}': 'brace',
    '{ }': 'brace',
    '(': 'paren',
    ')': 'paren',
    '[': 'bracket',
    ']': 'bracket',
    ';': 'semicolon',
    ',': 'comma',
    ':': 'colon',
    '.': 'dot',
    '+': 'plus',
    '=': 'equals sign',
    '*': 'star',
    '/': 'slash',
    '"': 'double quotes',
    "'": 'single quotes',
    '&': 'bitwise',
    '|': 'bitwise',
    ';;': 'double semicolon',
    get: 'getter',
    set: 'setter',
  }),
);

/** Code within a sentence, by the names in it: values and short names are those of an example. */
function named(code: string): string {
  const mark = LONE_MARKS.get(code.trim());
  if (mark !== undefined) return ` ${mark} `;
  const called = code.replaceAll(/([\w$\]])\([^()]*\)/g, '$1');
  if (/^[\w$@#.\\-]+$/.test(called) || !/[\s\d]/.test(called)) return `\`${called}\``;
  return `\`${called.replaceAll(/\b(?:[a-z]|\d+|foo|bar|baz|obj|x\d)\b(?![.(])/g, ' ')}\``;
}

const EXAMPLES =
  /,?\s(?:like|such as|e\.g\.,?|for example|for instance|as in|say)\s`[^`]*`(?:(?:,| or| and|, or|, and)\s`[^`]*`)*/g;

const LEAD = String.raw`(?:\s*(?:[,:;.]|\s[=–—-]|[=→⇒]+>?)\s*(?:so |then |just |please |simply )*)`;
const GO_AWAY = String.raw`(?:delete|drop|kill|remove|strip|ditch|lose|scrap|take) (?:it|them|this|that|these|those|one|away|out)(?: (?:away|out|off))?|(?:it|they|these|this|that) (?:must |should |has to |have to |needs? to )?go(?:es)?(?: away)?`;
const NO = String.raw`delete|drop|kill|remove|forbidden|banned|nope|no thanks|not ok(?:ay)?|not allowed|never|not mergeable|no go|no|gone`;
/** What is said of a thing after it, to be rid of it: `X: drop it`, `X → forbidden`, `X ✗`. */
const DISMISSED = new RegExp(
  `${LEAD}(?:(?:${GO_AWAY})(?=,|[.!]+(?:\\s|$)|\\s*$)|(?:${NO})(?=\\s*(?:please|pls)?\\s*[.!]*\\s*$))|\\s*[✗✘❌🚫]`,
  'gu',
);
/** What is to be done with what stands before. */
const CURED = /\s*(?:→|⇒|➜|=>(?=\s[a-z])|->)\s*(?=\p{L})/gu;

function partsOf(text: string): Part[] {
  const plain = ` ${text} `
    .toLowerCase()
    .replaceAll(/`(get|set) [^`]*`/g, (_, kind: string) => `${kind}ter`)
    .replaceAll(/\?\s*(?:true\s*:\s*false|false\s*:\s*true)\b/g, ' ternary true false ')
    .replaceAll(/\s\?\s*[\w.]+\s*:\s*[\w.]+/g, ' ternary ')
    .replaceAll('?:', 'ternary')
    .replaceAll(/(?<=\s)\+(?=\s)/g, 'plus')
    .replaceAll(DISMISSED, ' forbidden')
    .replaceAll(CURED, ', use ')
    .replaceAll(EXAMPLES, ' ')
    .replaceAll(/`([^`]+)`/g, (_, code: string) => named(code))
    .replaceAll(/\b(that|it|there|what|who|here|he|she)['’]s\b/g, '$1 is')
    .replaceAll(/\b(you|we|they)['’]re\b/g, '$1 are')
    .replaceAll(/['’](?:ll|ve|d)\b/g, '')
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
  let said = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece === '') continue;
    // What follows a whole sentence explains it; what follows a label is the matter.
    const aside = index > 0 && (ASIDE_HEAD.test(piece) || said > LABEL) && !FORBIDS.test(piece);
    said += piece.split(' ').length;
    const main = piece.replace(EXAMPLE_TAIL, '').replace(REASONS, '');
    const rest = piece.slice(main.length);
    if (main.trim() !== '') parts.push({ words: main, aside });
    if (rest.trim() !== '') parts.push({ words: rest, aside: true });
  }
  return parts;
}

/** A clause of its own opens with these. */
const OPENS_CLAUSE =
  /^(?:please |and |but |or |so |then |also )*(?:not|never|no|do not|use|always|prefer|avoid|only|must|should|just|instead|rather|we|they|you|it|that|this|these|those|he|there|above all|at least|especially|in particular|also|even|including|preferably|unless|except)\b/;
/** Verbs that stand in lists of what a language has, too. */
const NOT_A_VERB =
  /^(?:and |or )?(?:return|throw|break|continue|export|import|delete|await|yield|catch|case|default|switch|label|type|call|apply|bind|spread|rest|map|filter|reduce|set|get|debug|log|space|tab|indent|name|comment|test|function|object|class|block|function)\b/;
const LEADS_IN =
  /^(?:in|inside|within|when|whenever|if|for|after|before|on|with|as|where|unless|once|while|at) /;
const DENIES = /^(?:and |but |or )?(?:not|never|no|do not|avoid|without|nor|don't)\b/;

interface Clause {
  words: string;
  /** What goes on to say what to do instead, or what else: said by the way. */
  further: boolean;
}

/** The clauses of a sentence in lower case, several words for one thing brought together. */
export function clausesOf(text: string): WeighedClause[] {
  return partsOf(text).flatMap(({ words, aside }) =>
    split(words).map((clause) => ({
      words: clause.words,
      weight: (aside ? ASIDE : 1) * (clause.further ? FURTHER : 1),
    })),
  );
}

function split(words: string): Clause[] {
  const joined = joinPhrases(words.replaceAll('`', ''));
  const pieces = joined.split(
    /(?:, |; )| (?=but )| (?=(?:and|or) (?:never|not|do not|use|always|avoid|prefer|no|require|must|should)\b)/,
  );
  const clauses: Clause[] = [];
  let main = false;
  for (const piece of pieces) {
    const words = piece.trim();
    if (words === '') continue;
    const last = clauses.at(-1);
    const opens =
      OPENS_CLAUSE.test(words) ||
      /^but /.test(words) ||
      (!NOT_A_VERB.test(words) && isImperative(words));
    if (last !== undefined && !opens) last.words += `, ${words}`;
    else clauses.push({ words, further: main && !DENIES.test(words) });
    main ||= !LEADS_IN.test(words);
  }
  return clauses;
}
