import { unmarked } from './fingerprint';

/** Of nothing but plain letters and signs that begin no mark; most text is. */
const PLAIN = /^[\t\n !-%'-;=-Z\]-~]*$/;
/** All that a reader takes for the end of a line. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/**
 * What a person does not see and a model reads: controls, marks that turn the direction of writing,
 * blanks without width, fillers, tag characters and the selectors next to them.
 */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const SEEN_CONTROLS = /[\t\n]/;
/** Emoji and some scripts are written with these; between plain letters they hide a mark. */
const JOINERS = /(?<=[ -~])(?:\u200c|\u200d|[\ufe00-\ufe0f])+(?=[ -~])/g;
/** Marks by which assistants are told who speaks; a memory speaks for nobody. */
const ROLES =
  /[<＜](?=\s*[/\\]?\s*(?:antml:)?(?:system|assistant|user|human|developer|instructions?|functions?|tools?|invoke)(?:[-_][a-z_]+)?\s*[\s/>＞]|\|\w+\|[>＞])/gi;
const BRACKETED_ROLES = /\[(?=\/?(?:INST|SYS|SYSTEM)\])/gi;

/**
 * Text that does nothing but say what it says: it ends no block, opens none, speaks in nobody's
 * name, and hides nothing. Its lines end with `\n`. Ordinary prose and code pass unchanged.
 */
export function harmless(text: string): string {
  if (PLAIN.test(text)) return text;
  const seen = text
    .replace(LINE_ENDS, '\n')
    .replace(UNSEEN, (sign) => (SEEN_CONTROLS.test(sign) ? sign : ''))
    .replace(JOINERS, '')
    .toWellFormed();
  return unmarked(seen.replace(ROLES, '‹').replace(BRACKETED_ROLES, '('));
}
