import type { Section } from './section';

const COMMENTED = /\/\*\*([^]*?)\*\/\s*((?:.*\n){0,4})/g;

/** The doc comments of TypeScript and JavaScript, each with the declaration that it stands before. */
export function scriptSections(source: string): Section[] {
  const sections: Section[] = [];
  for (const [, comment = '', following = ''] of source.matchAll(COMMENTED)) {
    const text = comment
      .replace(/^\s*\* ?/gm, '')
      .replace(/\{@\w+\s+([^}]*)\}/g, '$1')
      .replace(/@(?:see|license|copyright|author)\b[^\n]*/g, '')
      .replace(/@(\w+)/g, '\n$1')
      .trim();
    const declaration = (following.split(/\/\*\*|\n\s*\}/)[0] ?? '').slice(0, 400);
    if (/[a-z]{3}\s+[a-z]{2}/i.test(text)) sections.push({ title: declaration, text });
  }
  return sections;
}
