import type { Heading, List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isImperative } from './imperative';
import { tamedMarkdown } from './tamed-markdown';
import { looksLikeCode, sentencesOf, splitLines } from './wording';

/** One thing that a document says, with where it says so. */
export interface Statement {
  text: string;
  /** The headings and lead-ins it stands under, the widest first. */
  context: string[];
  /** Counted from 1. */
  line: number;
  /** Whether it stands in a longer paragraph: such a sentence counts only when it demands. */
  prose: boolean;
}

const PARAGRAPH_KEPT = 320;
const ITEM_KEPT = 600;
/** Short parts of a list are told with what introduces them, up to this many characters. */
const JOINED_KEPT = 300;
const SKIPPED_SECTION =
  /^(?:\W*)(?:(?:usage |code |good |bad )?examples?(?: .*)?|.* examples?|sample .*|table of contents|contents|toc|references?|resources|further reading|(?:useful |related |see also )?links|see also|change ?log|credits|authors?|licen[sc]e|acknowledge?ments|version history|metadata)\W*$/i;

/** Reads a Markdown document into statements: list items, short paragraphs and lines of them. */
export function statementsOf(markdown: string, offset = 0): Statement[] {
  return new Reader(offset).read(fromMarkdown(tamedMarkdown(markdown)).children);
}

class Reader {
  readonly #offset: number;
  readonly #found: Statement[] = [];
  #headings: { depth: number; text: string }[] = [];
  #skipBelow = Infinity;

  constructor(offset: number) {
    this.#offset = offset;
  }

  read(nodes: readonly RootContent[]): Statement[] {
    let leadIn: string | undefined;
    nodes.forEach((node, index) => {
      if (node.type === 'heading') {
        this.#heading(node);
        leadIn = undefined;
      } else if (this.#skipBelow !== Infinity) {
        return;
      } else if (node.type === 'paragraph') {
        leadIn = this.#paragraph(node, nodes[index + 1]);
      } else if (node.type === 'list') {
        this.#list(node, leadIn === undefined ? [] : [leadIn]);
        leadIn = undefined;
      } else if (node.type === 'blockquote') {
        this.read(node.children);
      }
    });
    return this.#found;
  }

  #heading(node: Heading): void {
    if (node.depth <= this.#skipBelow) this.#skipBelow = Infinity;
    const text = cleanHeading(plain(node));
    this.#headings = this.#headings.filter(({ depth }) => depth < node.depth);
    this.#headings.push({ depth: node.depth, text });
    if (SKIPPED_SECTION.test(text)) this.#skipBelow = Math.min(this.#skipBelow, node.depth);
  }

  /** Gives the lead-in when the paragraph introduces what follows it. */
  #paragraph(node: Paragraph, next: RootContent | undefined): string | undefined {
    const start = this.#lineOf(node);
    const lines = splitLines(plain(node));
    const last = lines.at(-1)?.text ?? '';
    const introduces = next?.type === 'list' && isLabel(last);
    const said = introduces || last.endsWith(':') ? lines.slice(0, -1) : lines;
    const length = said.reduce((sum, { text }) => sum + text.length, 0);
    for (const { text, line } of said) {
      const long = said.length === 1 && length > PARAGRAPH_KEPT;
      for (const sentence of long ? sentencesOf(text) : [text]) {
        this.#say(sentence, [], start + line, long);
      }
    }
    return introduces ? cleanHeading(last) : undefined;
  }

  #list(list: List, context: readonly string[]): void {
    for (const item of list.children) this.#item(item, context);
  }

  #item(item: ListItem, context: readonly string[]): void {
    const [head, ...rest] = item.children;
    if (head?.type !== 'paragraph' || isLinkOnly(head)) {
      for (const node of item.children) if (node.type === 'list') this.#list(node, context);
      return;
    }
    const text = plain(head).replace(/\s*\n\s*/g, ' ');
    const lists = rest.filter((node) => node.type === 'list');
    const line = this.#lineOf(head);
    if (lists.length === 0) {
      // What ends in a colon announced an example or code, which is no rule by itself.
      if (!text.endsWith(':')) this.#say(text, context, line, false);
    } else if (isLabel(text)) {
      if (!this.#joined(text, lists, context, line)) {
        for (const list of lists) this.#list(list, [...context, cleanHeading(text)]);
      }
    } else {
      this.#say(text, context, line, false);
      for (const list of lists) this.#list(list, [...context, cleanHeading(text)].slice(-2));
    }
  }

  /** "Only accepts merges from: hotfix/*; release/*": parts too short to stand alone. */
  #joined(label: string, lists: List[], context: readonly string[], line: number): boolean {
    const parts = lists.flatMap((list) => list.children).map((item) => plain(item).trim());
    const short = parts.every((part) => part.split(/\s+/).length <= 4 && !part.includes('\n'));
    const text = `${label.replace(/:$/, '')}: ${parts.join('; ')}`;
    if (!short || parts.length === 0 || text.length > JOINED_KEPT) return false;
    this.#say(text, context, line, false);
    return true;
  }

  #say(raw: string, context: readonly string[], line: number, prose: boolean): void {
    const text = cleanText(raw);
    if (text.length < 8 || text.length > ITEM_KEPT || looksLikeCode(text)) return;
    const headings = this.#headings.map((heading) => heading.text);
    this.#found.push({
      text,
      context: [...headings, ...context].filter(Boolean),
      line: line + this.#offset,
      prose,
    });
  }

  #lineOf(node: Nodes): number {
    return node.position?.start.line ?? 1;
  }
}

/** Whether a line introduces what follows: it ends in a colon, or reads as a title. */
function isLabel(text: string): boolean {
  if (text.endsWith(':')) return true;
  const words = text.split(/\s+/);
  return (
    words.length <= 6 &&
    !isImperative(text) &&
    !/[.!?;,]$/.test(text) &&
    /^[\p{Lu}\d*`]/u.test(text)
  );
}

/** Whether an item is a link with little around it, as in tables of contents and reading lists. */
function isLinkOnly(node: Paragraph): boolean {
  const first = node.children[0];
  if (first?.type !== 'link') return false;
  return plain(first).length * 2 > plain(node).length || /^\s*[-–—:]/.test(nextText(node));
}

function nextText(node: Paragraph): string {
  const second = node.children[1];
  return second ? plain(second) : '';
}

function cleanHeading(text: string): string {
  return cleanText(text).replace(/[\s:]+$/, '');
}

/** Takes off pictograms, checkboxes and empty brackets that dress a line. */
function cleanText(text: string): string {
  return text
    .replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, '')
    .replace(/^\s*\[[ xX]\]\s+/, '')
    .replace(/^[\s•·–—*-]+(?=\S)/, '')
    .replace(/^\d{1,2}(?:[.)]\s*|\s+)(?=[\p{Lu}`])/u, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*`;?$/, (end, at: number, all: string) => (odd(all) ? '' : end))
    .trim();
}

/** Whether a backtick stands without its partner. */
function odd(text: string): boolean {
  return (text.match(/`/g)?.length ?? 0) % 2 === 1;
}

/** A node's text with code in backticks, lines kept, pictures and comments left out. */
function plain(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'break') return '\n';
  // A tag within a sentence is a word of it; a comment is none.
  if (node.type === 'html') return node.value.startsWith('<!--') ? '' : node.value;
  return 'children' in node ? node.children.map((child) => plain(child)).join('') : '';
}
