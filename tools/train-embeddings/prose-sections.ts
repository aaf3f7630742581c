import type { Section } from './section';

const UNDERLINE = /^([=\-~^"'*+#`.:])\1{2,}\s*$/;
const HEADING = /^(?:#{1,6}|=head\d|=item)\s+(.*?)#*$/;
const LOOSE = /^[A-Z0-9][^\n]{3,60}$/;

/**
 * The sections of Markdown, reStructuredText, POD, AsciiDoc and plain text: told by headings that
 * are marked or underlined; wrapped lines are joined.
 */
export function proseSections(text: string): Section[] {
  const sections: Section[] = [];
  let title = '';
  let body = '';
  let last = '';
  for (const raw of `${text}\n\n`.split('\n')) {
    const line = raw.trimEnd();
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined || (UNDERLINE.test(line) && LOOSE.test(last))) {
      sections.push({ title, text: heading === undefined ? body : `${body} ${last}` });
      title = heading ?? last;
      body = '';
      last = '';
      continue;
    }
    body += starts(line) ? `\n${last}` : ` ${last}`;
    last = line.trim();
    if (last === '' || starts(line)) {
      body += '\n';
    }
  }
  sections.push({ title, text: `${body} ${last}` });
  return sections.map((section) => ({ title: bare(section.title), text: bare(section.text) }));
}

function starts(line: string): boolean {
  return /^\s*(?:[-*+•]|\d+[.)])\s/.test(line);
}

/** Without links' targets, HTML tags, directives and the signs of emphasis. */
function bare(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/<[^<>\n]{1,200}>/g, ' ')
    .replace(/:[a-z]+:`~?([^`<]*)[^`]*`/g, '$1')
    .replace(/[BCFILSEX]<+\s?([^<>]*?)\s?>+/g, '$1')
    .replace(/\*\*|``|__/g, ' ');
}
