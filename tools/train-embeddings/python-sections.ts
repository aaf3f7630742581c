import type { Section } from './section';

const DEFINITION =
  /^([ \t]*)(?:async )?(def|class) +(\w+)(\([^"]{0,600}?\))?(?: *->[^:\n]{1,80})?:[ \t]*\n[ \t]*[ru]?("""|''')([^]*?)\5/gm;
const MODULE = /^(?:#.*\n|\n)*[ru]?("""|''')([^]*?)\1/;
const LONGEST_CODE = 1500;

/**
 * What Python says of its functions: the summary of each docstring with the code under it, and the
 * name and arguments with the whole docstring.
 */
export function pythonSections(source: string): Section[] {
  const sections: Section[] = [];
  for (const match of source.matchAll(DEFINITION)) {
    const [whole, indent = '', kind, name = '', signature = '', , doc = ''] = match;
    const at = match.index + whole.length;
    const clean = doc.replace(/^[ \t]+/gm, '').replace(/\n(?!\n)/g, ' ');
    const summary = clean.trim().split('\n')[0] ?? '';
    if (!name.startsWith('test')) {
      sections.push({ title: `${name}${signature}`, text: clean });
      if (kind === 'def' && summary !== '') {
        const code = bodyOf(source, at, indent.length);
        sections.push({ title: summary, text: `${name}${signature}\n${code}` });
      }
    }
  }
  const first = MODULE.exec(source)?.[2];
  if (first !== undefined) {
    const [title = '', ...rest] = first.trim().split('\n');
    sections.push({ title, text: rest.join('\n').replace(/\n(?!\n)/g, ' ') });
  }
  return sections;
}

/** The lines from here on that stand deeper than the definition. */
function bodyOf(source: string, at: number, indent: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const line of source
    .slice(at, at + 2 * LONGEST_CODE)
    .split('\n')
    .slice(1)) {
    if (line.trim() !== '' && line.search(/\S/) <= indent) break;
    lines.push(line.trim());
    length += line.length;
    if (length > LONGEST_CODE) break;
  }
  return lines.join('\n');
}
