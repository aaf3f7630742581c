import type { Section } from './section';

/** Debian's descriptions, from its files `Translation-en`: name and synopsis with the long text. */
export function packageSections(translation: string): Section[] {
  return translation.split('\n\n').map((entry) => {
    const name = /^Package: (.*)$/m.exec(entry)?.[1] ?? '';
    const [synopsis = '', ...long] = (/^Description-en: ([^]*)$/m.exec(entry)?.[1] ?? '').split(
      '\n',
    );
    const text = long.map((line) => (/^ \.?$/.test(line) ? '\n' : line)).join(' ');
    return { title: `${name}: ${synopsis}`, text };
  });
}

/** Entries of a changelog in Debian's form: what was changed under the heading it stands under. */
export function changelogSections(changelog: string): Section[] {
  const items = changelog.replace(/^\S.*$|^ -- .*$/gm, '').split(/\n\s*[-*+]\s+/);
  return items.map((item) => {
    const [, head, rest] = /^([^:.]{4,80}?[:.])\s+([^]*)$/.exec(item.replace(/\s+/g, ' ')) ?? [];
    return { title: head ?? '', text: rest ?? item };
  });
}
