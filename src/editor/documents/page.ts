/** A stretch of a page that runs a command. */
export interface Link {
  readonly text: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** Where a link stands; lines and columns count from 0. */
export interface PlacedLink extends Link {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A page as it is shown. */
export interface Rendered {
  readonly text: string;
  readonly links: readonly PlacedLink[];
}

/** What a line is made of. */
export type Part = string | Link;

/** Puts a page of plain text together, line by line, with links whose addresses do not show. */
export class Page {
  readonly #lines: string[] = [];
  readonly #links: PlacedLink[] = [];

  /** A title of level 1, or a section's of level 2 or 3, with an empty line before it. */
  heading(level: 1 | 2 | 3, ...parts: readonly Part[]): this {
    if (this.#lines.length > 0) this.blank();
    return this.line(`${'#'.repeat(level)} `, ...parts).blank();
  }

  /** One line; what would break it is made a space. */
  line(...parts: readonly Part[]): this {
    let text = '';
    for (const part of parts) {
      const said = oneLine(typeof part === 'string' ? part : part.text);
      if (typeof part !== 'string') {
        const from = text.length;
        this.#links.push({ ...part, line: this.#lines.length, from, to: from + said.length });
      }
      text += said;
    }
    this.#lines.push(text.trimEnd());
    return this;
  }

  /** Links beside each other. */
  links(links: readonly Link[], indent = ''): this {
    return this.line(indent, ...links.flatMap((link, at) => (at === 0 ? [link] : [' · ', link])));
  }

  /** A text of any number of lines, each behind a mark. */
  quote(text: string, mark = '> '): this {
    for (const line of text.split(/\r?\n/)) this.line(mark + line);
    return this;
  }

  /** An empty line; never two in a row. */
  blank(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
    return this;
  }

  render(): Rendered {
    return { text: `${this.#lines.join('\n').trimEnd()}\n`, links: this.#links };
  }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}
