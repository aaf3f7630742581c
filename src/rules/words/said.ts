import type { Directive } from '../../memory/directive';
import type { Scope } from '../../memory/scope';
import type { Said } from '../said';
import { parseDirective } from './directive';
import { sentencesOf } from './wording';

/**
 * Reads what a person said as a rule, in one sentence or several: each demand in it, with the
 * sentence that it stands in, and where it holds within `scope`. Words that say no force are an
 * order, as whoever calls this knows that a rule is meant: `Tabs for indentation`.
 */
export function saidOf(text: string, scope: Scope = {}): Said[] {
  return sentencesOf(text.replace(/\s+/g, ' ').trim()).flatMap((sentence) => {
    if (!/[\p{L}\p{N}]{2}/u.test(sentence) || sentence.endsWith('?')) return [];
    const directive: Directive = parseDirective(sentence) ?? {
      force: 'must',
      subject: sentence.replace(/[\s.!]+$/, ''),
    };
    return [
      {
        text: sentence,
        directive,
        languages: scope.language === undefined ? [] : [scope.language],
        ...(scope.glob !== undefined && { glob: scope.glob }),
        examples: [],
      },
    ];
  });
}

/** The scope of a memory made of what was said somewhere within `scope`. */
export function scopeOfSaid(said: Said, scope: Scope): Scope {
  const [language, ...more] = said.languages;
  return {
    ...(scope.repo !== undefined && { repo: scope.repo }),
    ...(said.glob !== undefined && { glob: said.glob }),
    ...(language !== undefined && more.length === 0 && { language }),
  };
}
