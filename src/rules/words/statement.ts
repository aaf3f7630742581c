import type { Heading, List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Force } from '../../memory/directive';
import { demandsOf } from './directive';
import { cleanHeading, cleanText, isLinkOnly, plain } from './markdown-text';
import { reasonOfNote } from './reason';
import {
  conditionOfLeadIn,
  forceOfHeading,
  forceOfLeadIn,
  forceOfMark,
  isSkipped,
} from './section';
import { rowsOf } from './table';
import { tamedMarkdown } from './tamed-markdown';
import { undressed } from './undressed';
import { looksLikeCode, sentencesOf, splitLines, type Line } from './wording';

/** One thing that a document says, with where it says so. */
export interface Statement {
  text: string;
  /** Its sentences, with their lines counted from 1. */
  sentences: Line[];
  /** The headings and lead-ins it stands under, the widest first. */
  context: string[];
  /** Counted from 1. */
  line: number;
  /** Whether it stands in a longer paragraph: such a sentence counts only when it demands. */
  prose: boolean;
  /** Whether it is an item of a list or a table. */
  item: boolean;
  /** What its section, its lead-in or its mark makes of words that say no force themselves. */
  force?: Force;
  /** What to do instead, from the column beside. */
  alternative?: string;
  /** What its lead-in makes it wait for. */
  condition?: string;
  /** Why, from a remark beneath it or the column beside. */
  reason?: string;
}

/** What the items of a list take over from the line before it. */
interface LeadIn {
  texts: readonly string[];
  force?: Force;
  condition?: string;
}

type Given = Pick<Statement, 'force' | 'alternative' | 'condition' | 'reason'>;

const PARAGRAPH_KEPT = 320;
const ITEM_KEPT = 600;
/** Short parts of a list are told with what introduces them, up to this many characters. */
const JOINED_KEPT = 300;
/** A line that says of what it is. */
const NAMED_LINE = /^[A-Z][\w ]{2,30}:\s/;
const NO_LEAD_IN: LeadIn = { texts: [] };
/** "Do the following:" announces a demand; "Use stores for global state:" is one. */
const ANNOUNCES =
  /\b(?:following|these|this|below|as follows|steps|here)\b|\b(?:to|for|should|must|not|never|always|that|with|when|if|from|as|by|are|is|be|include|avoid|prefer|of)\W*$/i;

/** Reads a rules file in Markdown or what passes for it: list items, paragraphs, lines, tables. */
export function statementsOf(markdown: string, offset = 0): Statement[] {
  const text = tamedMarkdown(undressed(markdown));
  return new Reader(text.split('\n'), offset).read(fromMarkdown(text).children);
}

class Reader {
  readonly #lines: readonly string[];
  readonly #offset: number;
  readonly #found: Statement[] = [];
  #headings: { depth: number; text: string }[] = [];
  #skipBelow = Infinity;

  constructor(lines: readonly string[], offset: number) {
    this.#lines = lines;
    this.#offset = offset;
  }

  read(nodes: readonly RootContent[]): Statement[] {
    let leadIn = NO_LEAD_IN;
    nodes.forEach((node, index) => {
      if (node.type === 'heading') {
        this.#heading(node);
        leadIn = NO_LEAD_IN;
      } else if (this.#skipBelow !== Infinity) {
        return;
      } else if (node.type === 'paragraph') {
        leadIn = this.#paragraph(node, nodes[index + 1]);
      } else if (node.type === 'list') {
        this.#list(node, leadIn);
        leadIn = NO_LEAD_IN;
      } else if (node.type === 'blockquote') {
        if (!this.#note(node)) this.read(node.children);
      }
    });
    return this.#found;
  }

  #heading(node: Heading): void {
    if (node.depth <= this.#skipBelow) this.#skipBelow = Infinity;
    const text = cleanHeading(plain(node));
    this.#headings = this.#headings.filter(({ depth }) => depth < node.depth);
    this.#headings.push({ depth: node.depth, text });
    if (isSkipped(text)) this.#skipBelow = Math.min(this.#skipBelow, node.depth);
  }

  /** Gives the lead-in when the paragraph introduces what follows it. */
  #paragraph(node: Paragraph, next: RootContent | undefined): LeadIn {
    const start = this.#lineOf(node);
    const text = plain(node);
    this.#table(text, start);
    const lines = splitLines(text);
    const last = lines.at(-1);
    const introduces = last !== undefined && next?.type === 'list' && isLabel(last.text);
    const length = lines.reduce((sum, line) => sum + line.text.length, 0);
    for (const { text: said, line } of lines) {
      if (introduces && line === last.line) break;
      const long = lines.length === 1 && length > PARAGRAPH_KEPT;
      this.#say(said, NO_LEAD_IN, start + line, long ? 'prose' : 'line');
    }
    if (!introduces) return NO_LEAD_IN;
    this.#announcing(last.text, NO_LEAD_IN, start + last.line);
    return leadInOf(last.text, NO_LEAD_IN);
  }

  #table(paragraph: string, start: number): void {
    const lines = paragraph.split('\n').map((text, line) => ({ text: text.trim(), line }));
    for (const row of rowsOf(lines.filter(({ text }) => text.startsWith('|')))) {
      const { text, head, line, ...given } = row;
      this.#say(text, { texts: [head] }, start + line, 'item', given);
    }
  }

  #list(list: List, leadIn: LeadIn): void {
    for (const item of list.children) this.#item(item, leadIn);
  }

  #item(item: ListItem, leadIn: LeadIn): void {
    const [head, ...rest] = item.children;
    const lists = rest.filter((node) => node.type === 'list');
    if (head?.type !== 'paragraph' || isLinkOnly(head)) {
      for (const node of item.children) if (node.type === 'list') this.#list(node, leadIn);
      return;
    }
    const line = this.#lineOf(head);
    const text = plain(head);
    if (lists.length > 0 && isLabel(text)) {
      if (!this.#joined(text, lists, leadIn, line)) {
        this.#announcing(text, leadIn, line);
        for (const list of lists) this.#list(list, leadInOf(text, leadIn));
      }
      return;
    }
    for (const said of this.#partsOf(text, line)) {
      this.#say(said.text, leadIn, line + said.line, 'item');
    }
    for (const node of rest) {
      if (node.type === 'blockquote') this.#note(node);
      if (node.type === 'list') {
        const within = { texts: [...leadIn.texts, cleanHeading(text)].slice(-2) };
        for (const part of node.children) {
          if (!this.#note(part)) this.#item(part, within);
        }
      }
    }
  }

  /**
   * An item's text; apart from it the lines that Markdown counts with it though they stand at the
   * margin and begin anew, as do those that name something each (`Scope: …`).
   */
  #partsOf(text: string, first: number): Line[] {
    const parts: Line[] = [];
    text.split('\n').forEach((said, line) => {
      const last = parts.at(-1);
      const source = this.#lines[first + line - 1] ?? '';
      const anew = (/^\p{Lu}/u.test(source) && demandsOf(said).length > 0) || NAMED_LINE.test(said);
      if (last === undefined || anew) parts.push({ text: said, line });
      else last.text += `\n${said}`;
    });
    return parts;
  }

  /** A remark that gives the reason of the statement before it. */
  #note(node: Nodes): boolean {
    const reason = reasonOfNote(plain(node));
    const last = this.#found.at(-1);
    if (reason === undefined || last === undefined) return false;
    last.reason ??= reason;
    return true;
  }

  /** "Only accepts merges from: hotfix/*; release/*": parts too short to stand alone. */
  #joined(label: string, lists: List[], leadIn: LeadIn, line: number): boolean {
    if (forceOfLeadIn(label) !== undefined) return false;
    const parts = lists.flatMap((list) => list.children).map((item) => plain(item).trim());
    const short = parts.every(
      (part) =>
        part.split(/\s+/).length <= 4 && !part.includes('\n') && demandsOf(part).length === 0,
    );
    const text = `${label.replace(/:$/, '')}: ${parts.join('; ')}`;
    if (!short || parts.length === 0 || text.length > JOINED_KEPT) return false;
    this.#say(text, leadIn, line, 'item');
    return true;
  }

  /** What a line that introduces others demands by itself, and the sentences before it. */
  #announcing(text: string, leadIn: LeadIn, line: number): void {
    const sentences = sentencesOf(text);
    for (const [index, said] of sentences.entries()) {
      const last = index === sentences.length - 1;
      if (!last || announcesDemand(said.text)) {
        this.#say(said.text.replace(/[:：]$/, ''), leadIn, line + said.line, 'line');
      }
    }
  }

  #say(
    raw: string,
    leadIn: LeadIn,
    line: number,
    as: 'item' | 'line' | 'prose',
    given: Given = {},
  ): void {
    const text = cleanText(raw);
    // What ends in a colon announces an example or code, and may demand besides.
    if (/[:：]$/.test(text)) {
      if (given.force === undefined) this.#announcing(raw.trim(), leadIn, line);
      return;
    }
    if (text.length < 3 || (as !== 'prose' && text.length > ITEM_KEPT)) return;
    const headings = this.#headings.map((heading) => heading.text);
    const nearest = headings.at(-1);
    const force =
      given.force ??
      forceOfMark(raw) ??
      leadIn.force ??
      (nearest === undefined ? undefined : forceOfHeading(nearest, text));
    // A name alone is code, unless something around it says what to make of it.
    if (force === undefined && looksLikeCode(text)) return;
    this.#found.push({
      text,
      sentences: sentencesOf(raw).map((said) => ({
        text: cleanText(said.text),
        line: line + said.line + this.#offset,
      })),
      context: [...headings, ...leadIn.texts].filter(Boolean),
      line: line + this.#offset,
      prose: as === 'prose',
      item: as === 'item',
      ...(leadIn.condition !== undefined && { condition: leadIn.condition }),
      ...given,
      ...(force !== undefined && { force }),
    });
  }

  #lineOf(node: Nodes): number {
    return node.position?.start.line ?? 1;
  }
}

function leadInOf(text: string, within: LeadIn): LeadIn {
  const said = cleanHeading(text);
  const force = forceOfMark(text) ?? forceOfLeadIn(said) ?? within.force;
  const condition = conditionOfLeadIn(said) ?? within.condition;
  return {
    texts: [...within.texts, said],
    ...(force !== undefined && { force }),
    ...(condition !== undefined && { condition }),
  };
}

/** Whether a line that ends in a colon demands something without what follows it. */
function announcesDemand(text: string): boolean {
  const bare = cleanHeading(text);
  return bare.split(/\s+/).length >= 4 && !ANNOUNCES.test(bare) && demandsOf(bare).length > 0;
}

/** Whether a line introduces what follows: it ends in a colon, or reads as a title. */
function isLabel(text: string): boolean {
  if (/[:：]$/.test(text)) return true;
  const words = text.split(/\s+/);
  return (
    words.length <= 6 &&
    demandsOf(text).length === 0 &&
    !/[.!?;,]$/.test(text) &&
    /^[\p{Lu}\d*`]/u.test(text)
  );
}
