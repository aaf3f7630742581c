import { isProhibition } from '../../memory/directive';
import type { Scope } from '../../memory/scope';
import type { Said } from '../said';
import { demandsOf, type Demand } from './directive';
import { placed } from './holding';
import { isImperative } from './imperative';
import { cleanText } from './markdown-text';
import { readSentences } from './reading';
import { forceOfMark } from './section';
import { sentencesOf } from './wording';

/** More than this in one breath is no rule. */
const TEXT_KEPT = 8_000;
/** What names a thing, and says nothing of it, has no more words. */
const NAME_WORDS = 3;

/**
 * Reads what a person said as a rule, in one sentence or several: each demand in it, with the
 * sentence that it stands in, and where it holds within `scope`. Words that say no force are an
 * order, as whoever calls this knows that a rule is meant: `Tabs for indentation`.
 */
export function saidOf(text: string, scope: Scope = {}): Said[] {
  const found = readSentences(sentencesOf(text.slice(0, TEXT_KEPT)), {}, (sentence, first) =>
    first ? meant(sentence) : demandsOf(cleanText(sentence)),
  );
  return found.map(({ text: said, directive, languages, examples }) =>
    placed({ text: said, directive, languages, examples }, scope, []),
  );
}

/** What a person means who says this as a rule: an order, where no word says more. */
function meant(sentence: string): Demand[] {
  if (!/[\p{L}\p{N}]{2}|`[^`]+`/u.test(sentence) || sentence.endsWith('?')) return [];
  return joined(demandsOf(cleanText(sentence), forceOfMark(sentence) ?? 'must'));
}

/** In `pnpm, never npm` the first half only names what the second says to use instead. */
function joined(demands: Demand[]): Demand[] {
  const [first, second, ...more] = demands;
  if (first === undefined || second === undefined) return demands;
  const { subject } = first.directive;
  const names = !isImperative(subject) && subject.split(/\s+/).length <= NAME_WORDS;
  const open = isProhibition(second.directive) && second.directive.alternative === undefined;
  if (!names || !open || isProhibition(first.directive)) return demands;
  return [{ ...second, directive: { ...second.directive, alternative: subject } }, ...more];
}
