import type { Correction } from './idea';
import { sameWords } from './rename';
import type { Token } from './tokens';
import { KEYWORDS } from './words';

export const CORRECTION_CLASSES = [
  'API choice',
  'import path',
  'naming',
  'style',
  'type',
  'logic',
  'removed',
] as const;
export type CorrectionClass = (typeof CORRECTION_CLASSES)[number];

const IMPORT_WORDS = new Set(['import', 'from', 'require', 'use', 'include', 'using']);

/** Types that nearly every language has by such a name. */
const TYPE_WORDS = new Set(
  `any unknown never void string number boolean object bigint symbol int float double char bool str
  bytes long short Array Promise Record Partial Readonly Optional List Dict Map Set i32 i64 u32 u64
  f32 f64 usize String Vec Option Result readonly`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words and marks of which a language has several to say the same. */
const STYLE_TOKENS = new Set(
  'var let const function => === == !== != ; , { } ( ) return " \' `'.split(' '),
);

/** What kind of correction it is; the first that fits, from the most to the least telling. */
export function classOf(correction: Correction): CorrectionClass {
  const { removed, added, leading, trailing } = correction;
  if (added.length === 0 && correction.after === '') return 'removed';
  const changed = [...removed, ...added];
  if (isImport(correction)) return 'import path';
  const [old] = removed;
  const [now] = added;
  const single = removed.length === 1 && added.length === 1;
  if (single && old && now && isName(old) && isName(now) && sameWords(old.text, now.text))
    return 'naming';
  if (isType(changed, leading)) return 'type';
  if (changed.every((token) => STYLE_TOKENS.has(token.text))) return 'style';
  const callee =
    trailing[0]?.text === '(' || trailing[0]?.text === '.' || leading.at(-1)?.text === '.';
  const names = (tokens: readonly Token[]) => tokens.filter(isName);
  if (names(removed).length > 0 && names(added).length > 0) {
    if (
      callee ||
      added.some((token, i) => isName(token) && ['(', '.'].includes(added[i + 1]?.text ?? ''))
    )
      return 'API choice';
    if (single) return 'naming';
  }
  return 'logic';
}

/** Whether it is about where something is imported from, or what. */
export function isImport({ before, after, removed, added, leading }: Correction): boolean {
  if (/^\s*import\b/.test(before) && /^\s*import\b/.test(after)) return true;
  if (/\b(?:import|require|from)\b[^\n]*['"`]/.test(after) && /['"`]/.test(before)) return true;
  const changedPath = [...removed, ...added].every((token) => token.kind !== 'word');
  const nearest = leading.slice(-2).map((token) => token.text);
  return changedPath && added.some((token) => token.kind === 'string')
    ? nearest.some((text) => IMPORT_WORDS.has(text))
    : IMPORT_WORDS.has(nearest.at(-1) ?? '');
}

function isType(changed: readonly Token[], leading: readonly Token[]): boolean {
  const words = changed.filter((token) => token.kind === 'word');
  if (words.length === 0) return false;
  const annotated = [':', 'as', '->'].includes(leading.at(-1)?.text ?? '');
  if (words.every((token) => TYPE_WORDS.has(token.text))) return true;
  return annotated && words.some((token) => TYPE_WORDS.has(token.text));
}

function isName(token: Token): boolean {
  return token.kind === 'word' && !KEYWORDS.has(token.text);
}
