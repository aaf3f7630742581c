import { Parser } from 'htmlparser2';
import type { Section } from './section';

const SKIPPED = new Set(['script', 'style', 'nav', 'svg', 'footer', 'head', 'button', 'form']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt']);
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'dd',
  'dl',
  'tr',
  'table',
  'pre',
  'section',
  'blockquote',
  'br',
]);
/** A heading of fewer words says little without the page's own. */
const TELLING_WORDS = 3;

/** The sections of a page: what stands under each heading, and what describes each term of a list. */
export function htmlSections(html: string): Section[] {
  const sections: Section[] = [];
  let page = '';
  let title = '';
  let under = '';
  let heading: string | undefined;
  let text = '';
  let skipping = 0;
  const end = () => {
    sections.push({ title, text });
    text = '';
  };
  const parser = new Parser({
    onopentagname(name) {
      if (SKIPPED.has(name)) skipping++;
      else if (HEADINGS.has(name)) {
        end();
        heading = '';
      } else if (BLOCKS.has(name)) text += '\n';
    },
    ontext(part) {
      if (skipping > 0) return;
      if (heading === undefined) text += part;
      else heading += part;
    },
    onclosetag(name) {
      if (SKIPPED.has(name)) skipping = Math.max(0, skipping - 1);
      else if (HEADINGS.has(name) && heading !== undefined) {
        const own = heading.replaceAll('¶', ' ').trim();
        heading = undefined;
        if (name === 'h1') page = own;
        title = own.split(/\s+/).length < TELLING_WORDS && own !== page ? `${page} ${own}` : own;
        if (name !== 'dt') under = title;
      } else if (name === 'dd') {
        end();
        title = under;
      } else if (BLOCKS.has(name)) text += '\n';
    },
  });
  parser.end(html);
  end();
  return sections;
}
