import { isProhibition, type Directive } from '../../memory/directive';
import { extensionsOf } from '../../memory/language';
import type { Scope } from '../../memory/scope';
import type { Said } from '../said';
import { demandsOf, type Demand } from './directive';
import { demandsTersely } from './fragment';
import { languagesOfGlob, languagesOfHeading, languagesSaid } from './language-words';
import { globWithin, placeSaid } from './place-words';
import { isAside } from './aside';
import { reasonOfNext } from './reason';
import type { Statement } from './statement';
import { sentencesOf, type Line } from './wording';

/** More than this in one breath is no rule. */
const TEXT_KEPT = 8_000;

/** What a line of a file demands. */
export interface LinedSaid extends Said {
  /** Counted from 1. */
  line: number;
  /** The words of the sentence that demand it: all of them, where it demands one thing. */
  words: string;
}

/**
 * Reads what a person said as a rule, in one sentence or several: each demand in it, with the
 * sentence that it stands in, and where it holds within `scope`. Words that say no force are an
 * order, as whoever calls this knows that a rule is meant: `Tabs for indentation`.
 */
export function saidOf(text: string, scope: Scope = {}): Said[] {
  const found = read(sentencesOf(text.slice(0, TEXT_KEPT)), {}, (sentence, first) =>
    first ? meant(sentence) : demandsOf(sentence),
  );
  return found.map(({ text: said, directive, languages, examples }) =>
    placed({ text: said, directive, languages, examples }, scope, []),
  );
}

/** Reads what a statement of a rules file demands: nothing for what tells. */
export function saidOfStatement(statement: Statement, scope: Scope): LinedSaid[] {
  const { sentences, context, item, force } = statement;
  const aboutReader = isAside(statement.text);
  const found = read(sentences, statement, (sentence, first) => {
    if (isAside(sentence) || (!first && aboutReader && /^you\b/i.test(sentence))) return [];
    const demands = demandsOf(sentence, first ? force : undefined);
    if (demands.length > 0 || !first || !item || !demandsTersely(sentence, context)) return demands;
    return demandsOf(sentence, 'must');
  });
  return found.map((said) => ({ ...placed(said, scope, context), line: said.line }));
}

/** The scope of a memory made of what was said somewhere within `scope`. */
export function scopeOfSaid({ languages, glob }: Said, { repo }: Scope): Scope {
  const [language] = languages;
  const known = glob !== undefined && languagesOfGlob(glob).length > 0;
  // A scope names one language at most: several are the files that they are written in.
  const files = `*.{${languages.flatMap(extensionsOf).join(',')}}`;
  const several = languages.length > 1 && !known && (glob === undefined || glob.endsWith('/**'));
  const where = several ? `${glob ?? '**'}/${files}` : glob;
  return {
    ...(repo !== undefined && { repo }),
    ...(where !== undefined && { glob: where }),
    ...(language !== undefined && languages.length === 1 && !known && { language }),
  };
}

type Given = Pick<Directive, 'alternative' | 'condition' | 'reason'>;

/**
 * Reads sentence by sentence with `demands`. A sentence that only gives the reason of the one
 * before it, or says what to do instead, adds to that one's directive.
 */
function read(
  sentences: readonly Line[],
  { alternative, condition, reason }: Given,
  demands: (sentence: string, first: boolean) => Demand[],
): LinedSaid[] {
  const given = {
    ...(alternative !== undefined && { alternative }),
    ...(condition !== undefined && { condition }),
    ...(reason !== undefined && { reason }),
  };
  const found: LinedSaid[] = [];
  sentences.forEach(({ text, line }, index) => {
    const last = found.at(-1)?.directive;
    const why = last && reasonOfNext(text);
    const next = why === undefined ? demands(text, index === 0) : [];
    if (last && why !== undefined) {
      last.reason ??= why;
    } else if (last && isProhibition(last) && isInstead(text)) {
      last.alternative ??= next[0]?.directive.subject ?? text;
    } else {
      for (const { directive, words } of next) {
        found.push({
          text,
          line,
          words,
          directive: { ...given, ...directive },
          languages: [],
          examples: [],
        });
      }
    }
  });
  return found;
}

function isInstead(sentence: string): boolean {
  return /^instead\b/i.test(sentence) || /\binstead[.!]?$/i.test(sentence);
}

/** What a person means who says this as a rule: an order, where no word says more. */
function meant(sentence: string): Demand[] {
  if (!/[\p{L}\p{N}]{2}|`[^`]+`/u.test(sentence) || sentence.endsWith('?')) return [];
  return demandsOf(sentence, 'must');
}

/** Adds where it holds, and takes the words that say so off the end of the subject. */
function placed<S extends Said>(said: S, scope: Scope, headings: readonly string[]): S {
  const { text, directive } = said;
  const place = placeSaid(text, directive);
  const spoken = languagesSaid(text);
  const glob = place ? globWithin(place.glob, scope.glob) : scope.glob;
  const languages =
    spoken?.languages ??
    nearest(headings) ??
    (scope.language === undefined ? undefined : [scope.language]) ??
    (glob === undefined ? [] : languagesOfGlob(glob));
  let { subject } = directive;
  for (const words of [place?.words, spoken?.words]) {
    const rest =
      words === undefined || !subject.endsWith(words) ? '' : subject.slice(0, -words.length);
    if (/[\p{L}\p{N}]/u.test(rest)) subject = rest.trim();
  }
  return {
    ...said,
    directive: { ...directive, subject },
    languages,
    ...(glob !== undefined && { glob }),
  };
}

/** The languages of the nearest heading that is about one. */
function nearest(headings: readonly string[]): readonly string[] | undefined {
  return headings.map(languagesOfHeading).findLast((languages) => languages.length > 0);
}
