/** A part of a commit's message, with where it starts. */
export interface MessagePart {
  readonly text: string;
  readonly start: number;
}

/** Below this line, `git commit --verbose` shows what is committed. */
const SCISSORS = /^# -+ >8 -+$/m;
/** What Git writes itself, or folds away before anybody reads it. */
const OWN =
  /^(?:Merge (?:branch|remote-tracking|tag|pull request|commit)\b|Revert "|(?:fixup|squash|amend)! )/;

/**
 * The part that a rule is about, without the comments that Git puts into the file it has edited;
 * `undefined` where there is none, and for subjects that Git writes itself.
 */
export function partOfMessage(
  message: string,
  of: 'message' | 'subject' | 'body',
): MessagePart | undefined {
  const cut = SCISSORS.exec(message)?.index ?? message.length;
  // Blanks keep the places of what is left; "#12" opens a reference, no comment.
  const text = message
    .slice(0, cut)
    .replace(/^#(?:[ \t].*)?$/gm, (comment) => ' '.repeat(comment.length));
  const start = text.search(/\S/);
  if (start === -1) return undefined;
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const subject = text.slice(start, end).trimEnd();
  if (/^Merge /.test(subject) && OWN.test(subject)) return undefined;
  if (of === 'subject') return OWN.test(subject) ? undefined : { text: subject, start };
  if (of === 'message') return { text: text.slice(start).trimEnd(), start };
  const body = text.slice(end).search(/\S/);
  return body === -1 ? undefined : { text: text.slice(end + body).trimEnd(), start: end + body };
}
