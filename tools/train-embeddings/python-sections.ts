import type { Section } from './section';

const DEFINITION =
  /^([ \t]*)(?:async )?(def|class) +(\w+)(\([^"]{0,600}?\))?(?: *->[^:\n]{1,80})?:[ \t]*\n(?:[ \t]*[ru]?("""|''')([^]*?)\5)?/gm;
const MODULE = /^(?:#.*\n|\n)*[ru]?("""|''')([^]*?)\1/;
const LONGEST_CODE = 1500;
/** So much of a docstring stands with the code, as it does where functions are searched. */
const LONGEST_SAID = 300;
/** What has no docstring is told by its name, if that says something. */
const TELLING_NAME = /[a-z0-9](?:_[a-z]|[A-Z])/;
const FEWEST_LINES = 3;

/** A function or class of Python; without a docstring, `doc` is empty. */
export type Definition = {
  kind: string;
  name: string;
  signature: string;
  doc: string;
  code: string;
};

/** The functions and classes of a file, those within others too. */
export function* pythonDefinitions(source: string): Generator<Definition> {
  for (const match of source.matchAll(DEFINITION)) {
    const [whole, indent = '', kind = '', name = '', signature = '', , doc = ''] = match;
    const at = match.index + whole.length - (doc === '' ? 1 : 0);
    yield { kind, name, signature, doc, code: bodyOf(source, at, indent.length) };
  }
}

/**
 * What Python says of its functions: the summary of each docstring with the whole function, the name
 * and arguments with the docstring; and where there is none, the name with the code.
 *
 * @param held what must not be learned from.
 */
export function pythonSections(
  source: string,
  held: (definition: Definition) => boolean = () => false,
): Section[] {
  const sections: Section[] = [];
  for (const definition of pythonDefinitions(source)) {
    const { kind, name, signature, doc, code } = definition;
    if (name.startsWith('test') || held(definition)) continue;
    const clean = doc.replace(/^[ \t]+/gm, '').replace(/\n(?!\n)/g, ' ');
    const summary = clean.trim().split('\n')[0] ?? '';
    if (summary !== '') {
      sections.push({ title: `${name}${signature}`, text: clean });
      if (kind === 'def' && code !== '') {
        const said = clean.replace(/\s+/g, ' ').slice(0, LONGEST_SAID);
        sections.push({
          title: summary,
          text: `${name}${signature}\n${said}\n${code}`,
          code: true,
        });
      }
    } else if (
      kind === 'def' &&
      TELLING_NAME.test(name) &&
      code.split('\n').length >= FEWEST_LINES
    ) {
      sections.push({ title: name, text: `${signature}\n${code}`, code: true });
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
    if (line.trim() !== '') lines.push(line.trim());
    length += line.length;
    if (length > LONGEST_CODE) break;
  }
  return lines.join('\n');
}
