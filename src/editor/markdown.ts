/**
 * Text from a repository as Markdown that says just that text: no link, picture, heading or markup
 * of it comes to life. CommonMark lets every ASCII punctuation mark be escaped.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\r?\n/g, '  \n');
}

/** A fenced block that the text cannot end by itself. */
export function codeBlock(text: string, language = ''): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Before and after as the lines of a diff. */
export function diffBlock(before: string, after: string): string {
  const marked = (text: string, mark: string) =>
    text === '' ? [] : text.split(/\r?\n/).map((line) => `${mark} ${line}`);
  return codeBlock([...marked(before, '-'), ...marked(after, '+')].join('\n'), 'diff');
}

/** Keeps `$(name)` in labels of quick picks and the status bar from becoming an icon. */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
