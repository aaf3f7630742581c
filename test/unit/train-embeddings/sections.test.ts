import { describe, expect, test } from 'vitest';
import { htmlSections } from '../../../tools/train-embeddings/html-sections';
import { manSections } from '../../../tools/train-embeddings/man-sections';
import {
  changelogSections,
  packageSections,
} from '../../../tools/train-embeddings/package-sections';
import { proseSections } from '../../../tools/train-embeddings/prose-sections';
import { pythonSections } from '../../../tools/train-embeddings/python-sections';
import { scriptSections } from '../../../tools/train-embeddings/script-sections';
import type { Section } from '../../../tools/train-embeddings/section';

/** With text, and its blanks made one. */
function tidy(sections: Section[]): Section[] {
  const one = (text: string) => text.replace(/\s+/g, ' ').trim();
  return sections
    .map(({ title, text }) => ({ title: one(title), text: one(text) }))
    .filter(({ text }) => text !== '');
}

describe('Sections', () => {
  test('of a page stand under their headings and terms, without menus and scripts', () => {
    const page = `<nav>Menu</nav><h1>Lists of things</h1><p>All about <b>lists</b>.</p>
      <dl><dt>append(x)</dt><dd>Adds <code>x</code> at the end.</dd></dl><p>More.</p>
      <h2>See also</h2><p>Tuples.</p><script>let a;</script>`;
    expect(tidy(htmlSections(page))).toEqual([
      { title: 'Lists of things', text: 'All about lists.' },
      { title: 'Lists of things append(x)', text: 'Adds x at the end.' },
      { title: 'Lists of things', text: 'More.' },
      { title: 'Lists of things See also', text: 'Tuples.' },
    ]);
  });

  test('of a manual page stand under headings and tags, without macros and fonts', () => {
    const page = `.TH CP 1\n.SH NAME\ncp \\- copy files\n.SH OPTIONS\n.TP\n\\fB\\-f\\fR\nforce it`;
    expect(tidy(manSections(page))).toEqual([
      { title: 'CP NAME', text: 'cp - copy files' },
      { title: '-f', text: 'force it' },
    ]);
  });

  test('of prose are told by marked and underlined headings', () => {
    const text = '# Usage\n\nCall [it](x.md)\nonce.\n\nErrors\n------\n\n- one\n- two\n';
    expect(tidy(proseSections(text))).toEqual([
      { title: 'Usage', text: 'Call it once.' },
      { title: 'Errors', text: '- one - two' },
    ]);
  });

  test('of Python are a docstring with its name, and its summary with the function', () => {
    const source =
      'def add(a, b):\n    """Sum of two.\n\n    Both count."""\n    return a + b\n\nx = 1\n';
    expect(tidy(pythonSections(source))).toEqual([
      { title: 'add(a, b)', text: 'Sum of two. Both count.' },
      { title: 'Sum of two.', text: 'add(a, b) Sum of two. Both count. return a + b' },
    ]);
  });

  test('of Python without docstrings are names that say something with the code', () => {
    const body =
      '    with open(path) as file:\n        text = file.read()\n    return json.loads(text)\n';
    const source = `def read_json(path):\n${body}\ndef main(path):\n${body}`;
    expect(tidy(pythonSections(source))).toEqual([
      {
        title: 'read_json',
        text: '(path) with open(path) as file: text = file.read() return json.loads(text)',
      },
    ]);
  });

  test('of scripts are a comment with what it stands before, and take no time on long lines', () => {
    const source = `/** Opens the file. */\nexport function open(path: string): File {\n}\n/** x */${'a'.repeat(1e6)}`;
    expect(tidy(scriptSections(source))).toEqual([
      { title: 'export function open(path: string): File {', text: 'Opens the file.' },
    ]);
  });

  test('of packages are name and synopsis with the long text, and entries of changelogs', () => {
    const entry = 'Package: jq\nDescription-en: JSON processor\n Cuts and maps.\n .\n Fast.\n';
    expect(tidy(packageSections(entry))).toEqual([
      { title: 'jq: JSON processor', text: 'Cuts and maps. Fast.' },
    ]);
    const log =
      'jq (1.6) unstable;\n\n  * parser: do not read\n    past the end\n\n -- A <a@b>  Mon\n';
    expect(tidy(changelogSections(log))).toEqual([
      { title: 'parser:', text: 'do not read past the end' },
    ]);
  });
});
