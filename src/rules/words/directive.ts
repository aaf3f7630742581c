import { isProhibition, type Directive, type Force } from '../../memory/directive';
import { isImperative } from './imperative';
import { sentencesOf } from './wording';

/** Where a clause can begin: the head of the sentence, or after a mark or a joining word. */
const CLAUSE = String.raw`(?:^|[,;:.(—–]\s*|\s-\s|\b(?:please|and|but|or|so|then|also|you|we|they|it)\s+)`;
/** A word in the third person or the past tells what happens, and orders nothing. */
const NOT_TOLD = String.raw`(?!\w+(?:[^s'\s]s|ed)\b)`;

/**
 * Words that carry a force, in groups from the first line to the last; where several match, the one
 * that stands first in the sentence counts. The whole match is what is taken off the subject.
 */
const FORCES: readonly (readonly [Force, RegExp])[] = [
  [
    'never',
    /\b(?:must|shall|may|can|could)\s*(?:not|n't)\b(?:\s+ever)?|\bcannot\s+be\b|\bmay never\b/i,
  ],
  [
    'never',
    new RegExp(
      `(?<=${CLAUSE})(?:do not|don't|don’t|dont)\\s+(?:ever\\s+)?(?!need\\b|have to\\b|worry\\b)`,
      'i',
    ),
  ],
  [
    'never',
    new RegExp(
      `(?<!\\b(?:is|are|was|were|has|have|had|will)\\s+)\\bnever\\s+${NOT_TOLD}(?:ever\\s+)?`,
      'i',
    ),
  ],
  [
    'never',
    /\b(?:is|are)\s+(?:strictly\s+|never\s+|not\s+)?(?:forbidden|prohibited|disallowed|banned)\b|\b(?:is|are)\s+(?:not|never)\s+(?:allowed|permitted|acceptable)\b/i,
  ],
  ['never', /^no\s+(?=[\w`@-]+(?:\s|$))(?!longer\b|matter\b|need\b|one\b|more\b)/i],
  ['never', /^under no circumstances,?\s+/i],
  ['avoid', /\b(?:should|ought to)\s*(?:not|n't|n’t)\b|\bshould never\b|\btry not to\b/i],
  ['avoid', /(?<!\b(?:to|and|that|which|helps?|can|will)\s+)\bavoid(?:ing)?\b\s*/i],
  [
    'avoid',
    /\b(?:is|are)\s+(?:strongly\s+)?discouraged\b|^(?:refrain from|stay away from|steer clear of|minimi[sz]e)\b\s*/i,
  ],
  ['must', /\b(?:must|shall)\s+(?:always\s+)?(?!not\b)/i],
  [
    'must',
    /\b(?:is|are)\s+(?:always\s+)?(?:required|mandatory|compulsory)\b|(?<!\b(?:that|which|who|may|might|not|\w+n't|\w+n’t)\s+)\b(?:has|have|needs?)\s+to\s+(?=\w)/i,
  ],
  [
    'must',
    new RegExp(`(?<!\\b(?:is|are|was|were|has|have|will|not)\\s+)\\balways\\s+${NOT_TOLD}`, 'i'),
  ],
  ['must', /^(?:\w+:\s*)?(?:make sure|be sure|remember)(?:\s+(?:to|that))?\s+/i],
  ['prefer', /\bshould\b\s+(?:always\s+|only\s+)?(?!not\b|n't\b|never\b)/i],
  [
    'prefer',
    /(?<!\b(?:if you|user|users|you'd|they|who)\s+)\b(?:prefer(?:ably)?|favou?r)\b(?!\s*[-:=])\s*/i,
  ],
  [
    'prefer',
    /\b(?:is|are)\s+(?:strongly\s+)?(?:preferred|recommended|encouraged|favou?red)\b|^(?:consider|try to|strive (?:for|to)|aim (?:for|to)|ideally,?)\s+/i,
  ],
];
const SOFTENED =
  /\b(?:when(?:ever)? (?:possible|appropriate|applicable|feasible|practical|it makes sense)|where(?:ver)? (?:possible|appropriate|applicable|feasible|practical)|if (?:possible|feasible)|as much as possible|ideally)\b/i;
/** Orders that say how a thing is done, and bind nobody. */
const HOW_TO =
  /^(?:run|start|build|install|open|see|read|visit|refer|check out|learn|find|view|look|download|launch|serve|execute|note)\b/i;
const BINDING = /\b(?:before|after|when|whenever|always|every|each|only|until|unless|instead)\b/i;

/**
 * Reads the force and the subject of a statement, by its words alone; undefined for a statement that
 * demands nothing. For `prefer` and orders, `alternative` is what it is preferred to; for `never`
 * and `avoid`, what to do instead.
 */
export function parseDirective(statement: string): Directive | undefined {
  const sentences = sentencesOf(statement.replace(/\s+/g, ' ').trim());
  for (const [index, sentence] of sentences.entries()) {
    const found = sentence.endsWith('?') ? undefined : demandOf(sentence);
    if (!found) continue;
    const next = sentences[index + 1] ?? '';
    const mends = isProhibition(found) && /^(?:instead|always|use|prefer)\b/i.test(next);
    return mends && !found.alternative ? { ...found, alternative: trimmed(next) } : found;
  }
  return undefined;
}

function demandOf(sentence: string): Directive | undefined {
  const words = sentence.replace(/^[^:`]{2,40}(?::|\s[—–-])\s+/, '');
  return (
    explicit(sentence) ?? implied(sentence) ?? implied(words) ?? implied(afterCondition(words))
  );
}

function explicit(text: string): Directive | undefined {
  let best: { force: Force; index: number; length: number } | undefined;
  for (const [force, pattern] of FORCES) {
    const match = pattern.exec(text);
    if (match && (!best || match.index < best.index)) {
      best = { force, index: match.index, length: match[0].length };
    }
  }
  if (!best) return undefined;
  // An order that stands before the force word is the statement's own: "Use X, never Y" orders X.
  if (best.index > 0 && isImperative(text) && !HOW_TO.test(text)) return undefined;
  const rest = `${text.slice(0, best.index)} ${text.slice(best.index + best.length)}`;
  return directive(best.force, rest);
}

function implied(text: string): Directive | undefined {
  if (!isImperative(text) || (HOW_TO.test(text) && !BINDING.test(text))) return undefined;
  return directive(SOFTENED.test(text) ? 'prefer' : 'must', text);
}

/** "When adding a route, update the map" orders what stands after the comma. */
function afterCondition(text: string): string {
  return (
    /^(?:when(?:ever)?|if|for|before|after|while|unless|in|during|once|where|on|as|with|by|to)\b[^,]{3,80},\s+(.+)$/i.exec(
      text,
    )?.[1] ?? ''
  );
}

const INSTEAD =
  /(?:\s+(?:instead of|rather than|in favou?r of|over)\s+|[;,.]\s+(?:instead,?\s+)?(?:always\s+)?(?=(?:use|prefer)\b))/i;

function directive(force: Force, words: string): Directive | undefined {
  const text = words.replace(/\s+/g, ' ').trim();
  const split = INSTEAD.exec(text);
  const subject = trimmed(split ? text.slice(0, split.index) : text);
  const alternative = split ? trimmed(firstClause(text.slice(split.index + split[0].length))) : '';
  if (!/[\p{L}\p{N}]{2}/u.test(subject)) return undefined;
  return { force, subject, ...(alternative && { alternative }) };
}

/** What is named, without what the sentence goes on to say of other things. */
function firstClause(text: string): string {
  return text.split(/[;.]\s|,\s+(?:and|but|or)\s/)[0] ?? text;
}

function trimmed(text: string): string {
  return text.replace(/^[\s:;,.–—-]+|[\s:;,.]+$/g, '').replace(/^please\s+/i, '');
}
