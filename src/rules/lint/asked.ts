import { isProhibition } from '../../memory/directive';
import type { Said } from '../said';

const LANGUAGES = /^(?:javascript|typescript)(?:react)?$/;
/** Files that ESLint reads, as globs end. */
const EXTENSION = /\.(?:\{[^}]*\}|[a-z]+)$/i;
const JAVASCRIPT = /\b[cm]?[jt]sx?\b/i;
/** What goes on from what was said before, and says nothing by itself. */
const GOES_ON =
  /^(?:at|in|on|inside|within|with|after|before|for|from|to|as|otherwise|should|same|also|else|then|watch for it)\b/i;
/** Code with a body or a value of its own shows something that words tell. */
const EXAMPLE_ONLY = /^[\s.]*`[^`]*(?:[;{…]|[^=!<>]=(?![=>]))[^`]*`[\s.]*$/;
/** A sentence of which the directive tells this much says nothing else. */
const WHOLE = 0.75;

/**
 * What a lint rule may be looked for by: the whole sentence when it is one directive, else the
 * directive's own words. Nothing for what holds in other languages.
 */
export function askedOf(said: Said): string[] {
  const { languages, glob, text, directive } = said;
  if (languages.length > 0 && !languages.some((language) => LANGUAGES.test(language))) return [];
  const extension = glob === undefined ? undefined : EXTENSION.exec(glob)?.[0];
  if (extension !== undefined && !JAVASCRIPT.test(extension)) return [];
  const { force, subject, alternative, condition, reason } = directive;
  if (EXAMPLE_ONLY.test(subject)) return [];
  if (GOES_ON.test(subject) && GOES_ON.test(alternative ?? subject)) return [];
  const told = [subject, alternative, condition, reason].join(' ');
  const whole = words(told) >= WHOLE * words(text);
  const own = [
    isProhibition({ force, subject }) ? 'never' : 'always',
    subject,
    ...(alternative === undefined
      ? []
      : [isProhibition({ force, subject }) ? `, use ${alternative}` : `instead of ${alternative}`]),
    ...(condition === undefined ? [] : [condition]),
  ].join(' ');
  return whole ? [text, own] : [own];
}

function words(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
