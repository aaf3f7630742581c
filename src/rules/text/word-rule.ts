import { isProhibition } from '../../memory/directive';
import { LinearExpression } from '../../syntax/linear-expression';
import { globsOf } from '../place';
import type { Said } from '../said';
import type { ReadText } from './text-family';
import { PROSE } from './text-rule';

const QUOTED = String.raw`(?:'[^'\n]{2,60}'|"[^"\n]{2,60}"|“[^”\n]{2,60}”|\`[^\`\n]{2,60}\`)`;
const WORDS = new RegExp(
  String.raw`^(?:use |write |say |using |writing |saying )(?:the (?:words?|phrases?|terms?) )?(${QUOTED}(?:(?:, | or | and |, or |, and )${QUOTED})*)(?: (?:in|within) (.{2,40}))?$`,
  'i',
);
const NAMED = /^(?:use|write|using|writing|say) the (?:words?|phrases?|terms?)\b/i;

/** "Never write 'simply' in docs": words that must not be used, where it is said that they are words. */
export function wordRule({ directive }: Said): ReadText | undefined {
  if (!isProhibition(directive) || directive.condition !== undefined) return undefined;
  const subject = directive.subject.trim();
  const [, listed, place] = WORDS.exec(subject) ?? [];
  if (listed === undefined) return undefined;
  const where = placeOf(place);
  if (where === undefined && (place !== undefined || !NAMED.test(subject))) return undefined;
  const words = [...listed.matchAll(new RegExp(QUOTED, 'g'))].map(([word]) => word.slice(1, -1));
  // Marks of code are not words of prose, unless it is said that they are.
  if (words.some((word) => !/^[\p{L}][\p{L}\p{N}' -]*$/u.test(word))) return undefined;
  return {
    spec: {
      kind: 'text',
      expression: words.map((word) => LinearExpression.quote(word)).join('|'),
      ignoreCase: true,
      wholeWords: true,
      demand: 'forbid',
      where: where?.where ?? 'file',
      files: where?.files ?? PROSE,
    },
    shown: `Never ${words.map((word) => `“${word}”`).join(' or ')}`,
  };
}

function placeOf(
  place: string | undefined,
):
  | { where: 'file' | 'comments' | 'strings'; files?: { only: string[]; except: string[] } }
  | undefined {
  if (place === undefined) return undefined;
  if (/^(?:code )?comments?$/i.test(place))
    return { where: 'comments', files: { only: [], except: [] } };
  if (/^(?:user-facing |ui )?(?:strings?|messages?|error messages?|copy|text)$/i.test(place))
    return { where: 'strings', files: { only: [], except: [] } };
  const globs = /^(?:our |the )?(?:docs|documentation|prose|markdown|readmes?)(?: files?)?$/i.test(
    place,
  )
    ? PROSE.only
    : globsOf(place);
  return globs === undefined
    ? undefined
    : { where: 'file', files: { only: [...globs], except: [] } };
}
