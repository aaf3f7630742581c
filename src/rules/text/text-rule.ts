import type { TextSpec } from '../../memory/detector';

/** A demand that people make of texts, as they say it. */
export interface TextRule {
  /** Its words in lower case, without marks of code; all of the subject must match. */
  readonly said: RegExp;
  /** `forbid`: only where it is said as a ban; `demand`: only where it is said as an order. */
  readonly as: 'ban' | 'order';
  readonly spec: Omit<TextSpec, 'kind' | 'ignoreCase'> & { ignoreCase?: boolean };
  readonly shown: string;
}

const MARKERS = String.raw`(?:todo|fixme|xxx|hack)`;
const PROSE = { only: ['**/*.{md,mdx,rst,adoc,txt}', '**/docs/**'], except: [] };
const OF_FILES = String.raw`(?: (?:in|from|at the end of|on) (?:any |all |source |the |our )*(?:files?|lines?|code|codebase))?`;

/** Scripts of other languages than those in Latin letters. */
const OTHER_SCRIPTS =
  '[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}\\p{Cyrillic}\\p{Arabic}\\p{Hebrew}\\p{Thai}\\p{Devanagari}]{2,}';

/** What texts must or must not hold, and how it is said. */
export const TEXT_RULES: readonly TextRule[] = [
  {
    as: 'ban',
    said: new RegExp(
      String.raw`^(?:leav(?:e|ing) |commit(?:ting)? |add(?:ing)? |any |stale )*${MARKERS}s?(?:(?:\/|, | or | and )${MARKERS}s?)*(?: comments?| markers?| notes?)?(?: behind)?(?: in (?:the |your |committed )*(?:code|codebase|comments))?$`,
    ),
    spec: {
      expression: 'TODO|FIXME|XXX|HACK',
      wholeWords: true,
      where: 'comments',
      demand: 'forbid',
    },
    shown: 'No TODO, FIXME, XXX or HACK in comments',
  },
  {
    as: 'ban',
    said: new RegExp(
      String.raw`^(?:use |using |add |adding |include |write |any )*emojis?(?: in (?:the |your |any )*(?:code|comments?|code(?: or| and|,) comments?|documentation|docs|files?|source))?$`,
    ),
    spec: {
      expression: '[\\x{1F300}-\\x{1FAFF}\\x{2705}\\x{274C}\\x{2728}\\x{26A0}\\x{2B50}]+',
      where: 'file',
      demand: 'forbid',
    },
    shown: 'No emoji in files',
  },
  {
    as: 'ban',
    said: new RegExp(
      String.raw`^(?:leave |leaving |have |any )*trailing (?:white ?space|spaces?|blanks?)${OF_FILES}$`,
    ),
    spec: {
      expression: '[ \\t]+$',
      where: 'file',
      demand: 'forbid',
      files: { only: [], except: ['**/*.{md,mdx,diff,patch,snap}'] },
      replacement: '',
    },
    shown: 'No spaces or tabs at the ends of lines',
  },
  {
    as: 'order',
    said: /^(?:end )?(?:(?:all |every )?files? (?:must |should |shall )?(?:always )?ends? |end (?:all |every )?files? )?with (?:a |one |exactly one |a single )?(?:final |trailing )?(?:newline|new line|line ?feed)(?: character)?$|^(?:(?:use|add|insert|keep|have) )?(?:a )?(?:final|trailing) newlines?(?: (?:in|at the end of) (?:all |every )?files?)?$/,
    spec: { expression: '\\n\\z', where: 'end', demand: 'require', replacement: '\n' },
    shown: 'Files end with a newline',
  },
  {
    as: 'ban',
    said: /^(?:use |using )?(?:tabs|tab characters|hard tabs)(?: for (?:indentation|indenting))?$/,
    spec: {
      expression: '^ *\\t+',
      where: 'file',
      demand: 'forbid',
      files: { only: [], except: ['**/Makefile', '**/*.{mk,go,tsv,diff,patch}'] },
    },
    shown: 'No tabs before the first character of a line',
  },
  {
    as: 'order',
    said: /^(?:use |using |indent with |prefer )?(?:\d )?spaces(?: for (?:indentation|indenting))?(?:,? (?:not|instead of|rather than|over|never) tabs)?$/,
    spec: {
      expression: '^ *\\t+',
      where: 'file',
      demand: 'forbid',
      files: { only: [], except: ['**/Makefile', '**/*.{mk,go,tsv,diff,patch}'] },
    },
    shown: 'No tabs before the first character of a line',
  },
  {
    as: 'order',
    said: /^(?:write |keep |use )?(?:all |code |the |your )*comments?(?: and (?:documentation|docstrings|docs))? (?:(?:must |should )?(?:be )?(?:written )?)?(?:only )?in english(?: only)?$|^(?:write|use) english(?: only)? (?:for|in) (?:all |code )*comments?$/,
    spec: { expression: OTHER_SCRIPTS, where: 'comments', demand: 'forbid' },
    shown: 'No words of other scripts than the Latin in comments',
  },
  {
    as: 'ban',
    said: /^(?:use |using |add |hard-?code )*(?:plain |insecure |unencrypted )*http:\/\/(?: (?:urls?|links?))?$|^(?:use )?(?:plain |insecure )http (?:urls?|links?)$/,
    spec: {
      expression: 'http://[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+[^\\s"\'`)<>]*',
      where: 'strings',
      demand: 'forbid',
      files: { only: [], except: ['**/*.{svg,xml,xsd}'] },
    },
    shown: 'No address that begins with http:// in strings',
  },
  {
    as: 'ban',
    said: /^select ?\*(?: (?:queries|statements))?(?: (?:in|on) (?:queries|sql|production(?: code)?))?$/,
    spec: {
      expression: '\\bselect\\s+\\*\\s+from\\b',
      ignoreCase: true,
      where: 'file',
      demand: 'forbid',
      files: { only: [], except: [...PROSE.only] },
    },
    shown: 'No SELECT * FROM',
  },
];
export { PROSE };
