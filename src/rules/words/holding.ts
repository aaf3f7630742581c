import { extensionsOf } from '../../memory/language';
import type { Scope } from '../../memory/scope';
import type { Said } from '../said';
import { languagesOfGlob, languagesOfHeading, languagesSaid } from './language-words';
import { globWithin, placeSaid } from './place-words';

/**
 * Adds the languages and the place that something said holds for, by its words, by the headings it
 * stands under (the nearest last) and within `scope`; takes such words off the end of the subject.
 */
export function placed<S extends Said>(said: S, scope: Scope, headings: readonly string[]): S {
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
