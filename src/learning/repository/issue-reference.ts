/** Words by which a message says that it closes the issue named next. */
export const CLOSING_WORD = String.raw`(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)`;
/** One issue or several: `#3`, `#3, #4 and GH-5`. */
export const ISSUES = String.raw`(?:#|GH-)\d{1,7}(?:(?:,? (?:and|&)|,)?\s*(?:#|GH-)\d{1,7})*`;

/** What sets a reference off from the words after it; a dash or a dot only where no word begins. */
const SEPARATOR = String.raw`(?:[:;,]|\s?[:;,.](?=\s|$)|\s[–—-]{1,3}(?=\s|$))`;
/** `(fixes #3)`, `see issue #4 -`, `, refs #5`, `[#6]`. */
const REFERENCE = new RegExp(
  String.raw`([\s,;:–—-]{0,8})` +
    String.raw`(?:[([]?\b(?:${CLOSING_WORD}|refs?|see):?\s+(?:(?:issue|bug|PR)\s+)?${ISSUES}[)\]]?` +
    String.raw`|[([]${ISSUES}[)\]])(${SEPARATOR}?)`,
  'gi',
);
/** `#9: `, `PR #9 - `: without a separator the number belongs to the sentence. */
const LEADING = new RegExp(String.raw`^(?:(?:issue|bug|PR)\s+)?${ISSUES}${SEPARATOR}`, 'i');
const CLOSING = new RegExp(
  String.raw`(?:^|(?<=[.!?] ))${CLOSING_WORD}:? ${ISSUES}(?:${SEPARATOR} ?|\s|$)`,
  'gi',
);
/** Left over at a text's ends. What clings to a word belongs to it: `.npmrc`, `--quiet`, `:hover`. */
const STRAY_START = /^(?:[.:;,*•–—-]{1,8}(?=\s|$)|\s)+/;
const STRAY_END = /(?<![\s.:;,–—-])[\s.:;,–—-]+$/;
const DOUBLED = /([:;,])(?:\s[:;,]|[;,])+/g;

/** A line without references to issues, nor the punctuation that set them off. */
export function withoutReferences(line: string): string {
  const bare = line.replace(REFERENCE, (whole, before: string, after: string, at: number) => {
    const end = at + whole.length;
    if (at === 0 || end === line.length) return '';
    const gap = /[\p{L}\p{N}`]/u.test(line.charAt(end)) ? ' ' : '';
    return `${(after === '' ? before : after).trimEnd()}${gap}`;
  });
  return bare
    .replace(STRAY_START, '')
    .replace(LEADING, '')
    .replace(/\s+/g, ' ')
    .replace(DOUBLED, '$1')
    .replace(STRAY_START, '')
    .replace(STRAY_END, '');
}

/** A paragraph without its `Fixes #3.`, at its start or as a sentence of its own. */
export function withoutClosings(paragraph: string): string {
  return paragraph.replace(/\s+/g, ' ').replace(CLOSING, '').trim();
}
