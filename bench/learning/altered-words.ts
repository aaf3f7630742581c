import type { Dice } from '../dice';

/** Words that people say for one another. Each row's words stand for each other. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['get', 'fetch', 'obtain', 'retrieve'],
  ['remove', 'delete', 'drop'],
  ['make', 'create', 'build'],
  ['check', 'test', 'verify'],
  ['fail', 'break'],
  ['fails', 'breaks'],
  ['error', 'failure', 'problem'],
  ['fix', 'repair', 'correct'],
  ['add', 'insert', 'append'],
  ['change', 'update', 'modify'],
  ['find', 'locate', 'search'],
  ['show', 'display', 'print'],
  ['file', 'document'],
  ['string', 'text'],
  ['list', 'array'],
  ['function', 'method'],
  ['directory', 'folder'],
  ['convert', 'turn', 'transform'],
  ['start', 'begin', 'launch'],
  ['stop', 'end', 'halt'],
  ['when', 'while'],
  ['big', 'large'],
  ['wrong', 'incorrect', 'invalid'],
  ['missing', 'absent'],
  ['value', 'number'],
  ['friend', 'companion'],
  ['kids', 'children'],
  ['job', 'work'],
  ['trip', 'journey'],
  ['bought', 'purchased'],
  ['like', 'enjoy'],
];
const ALIKE = new Map(SYNONYMS.flatMap((row) => row.map((word) => [word, row] as const)));

/** Shares of words that are left out, and of the words with synonyms that are replaced. */
const DROPPED = 0.2;
const REPLACED = 0.6;
/** A question keeps at least so many words. */
const LEAST = 2;

/** The question as somebody else would put it: words left out, replaced, and in another order. */
export function altered(text: string, dice: Dice): string {
  const words = text.split(/\s+/).filter(Boolean);
  const kept = words.filter(() => !dice.chance(DROPPED));
  const chosen = (kept.length >= LEAST ? kept : words).map((word) => {
    const alike = ALIKE.get(word.toLowerCase());
    return alike !== undefined && dice.chance(REPLACED) ? dice.of(alike) : word;
  });
  // Whole stretches change places, as clauses do.
  const cut = dice.below(chosen.length);
  return [...chosen.slice(cut), ...chosen.slice(0, cut)].join(' ');
}
