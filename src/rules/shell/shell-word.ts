import type { SyntaxNode } from '../../syntax/syntax-node';

/** Stands in a word's text for what is known only when the line is run: a variable, a command's output. */
export const HOLE = '\0';

/** A word as its command receives it: quotes and escapes are taken off. */
export interface ShellWord {
  readonly text: string;
  /** Where it is written, in UTF-16 units of the whole line. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** For each unit of `text`, where it is written: what is quoted may be a command line itself. */
  readonly places: readonly number[];
}

/** A line as it was given, or one that stands in a word of another, with where each unit is written. */
export interface ShellText {
  readonly text: string;
  readonly places: readonly number[];
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** Reads a word of the tree of Bash's grammar. */
export function shellWord(node: SyntaxNode, source: ShellText): ShellWord {
  const letters = new Letters(source);
  letters.read(node);
  return {
    text: letters.text,
    places: letters.places,
    start: source.places[node.start] ?? source.end,
    end: (source.places[node.end - 1] ?? source.end - 1) + 1,
  };
}

/** A part of a word, without what stands before it: `jest` of `jest@29` has `end`, too. */
export function partOf({ text, places, start, end }: ShellWord, from: number, to?: number) {
  const part = text.slice(from, to);
  const first = places[from] ?? start;
  const last = (places[from + part.length - 1] ?? end - 1) + 1;
  return { text: part, places: places.slice(from, to), start: first, end: last };
}

class Letters {
  readonly #source: ShellText;
  readonly places: number[] = [];
  text = '';

  constructor(source: ShellText) {
    this.#source = source;
  }

  read(node: SyntaxNode): void {
    switch (node.type) {
      case 'string':
      case 'translated_string':
        this.#quoted(node);
        break;
      case 'raw_string':
        this.#plain(node.start + 1, node.end - (this.#at(node.end - 1) === "'" ? 1 : 0));
        break;
      case 'ansi_c_string':
        this.#escaped(node.start + 2, node.end - 1, ANSI);
        break;
      case 'concatenation':
      case 'command_name':
        for (const child of node.children) this.read(child);
        break;
      case 'command_substitution':
        this.#substituted(node);
        break;
      case 'simple_expansion':
      case 'expansion':
      case 'process_substitution':
      case 'arithmetic_expansion':
        this.#put(HOLE, node.start);
        break;
      default:
        this.#escaped(node.start, node.end, undefined);
    }
  }

  #quoted(node: SyntaxNode): void {
    const closed = this.#at(node.end - 1) === '"' && node.end - 1 > node.start;
    const end = closed ? node.end - 1 : node.end;
    let at = node.start + (this.#at(node.start) === '$' ? 2 : 1);
    for (const child of node.children) {
      if (!OPEN.has(child.type) || child.start < at) continue;
      this.#escaped(at, child.start, QUOTED);
      this.read(child);
      at = child.end;
    }
    this.#escaped(at, end, QUOTED);
  }

  /** `$(cat <<'EOF' …)` is the text itself: so assistants write messages of several lines. */
  #substituted(node: SyntaxNode): void {
    const [only, ...more] = node.children.filter((child) => child.named);
    const parts = only?.type === 'redirected_statement' ? only.children : [];
    const body = parts
      .find((part) => part.type === 'heredoc_redirect')
      ?.children.find((part) => part.type === 'heredoc_body');
    const cat = parts.some((part) => part.type === 'command' && this.#written(part) === 'cat');
    if (more.length > 0 || body === undefined || !cat) {
      this.#put(HOLE, node.start);
      return;
    }
    // A substitution loses the line ends that it ends in.
    const text = this.#written(body);
    this.#plain(body.start, body.start + text.replace(/\n+$/, '').length);
  }

  #written({ start, end }: SyntaxNode): string {
    return this.#source.text.slice(start, end);
  }

  #plain(start: number, end: number): void {
    for (let at = start; at < end; at++) this.#put(this.#at(at), at);
  }

  /** Takes off backslashes: before anything outside of quotes, before a few marks within them. */
  #escaped(start: number, end: number, marks: ReadonlyMap<string, string> | undefined): void {
    for (let at = start; at < end; at++) {
      const next = this.#at(at + 1);
      if (this.#at(at) !== '\\' || at + 1 >= end) this.#put(this.#at(at), at);
      else if (marks === undefined || marks.has(next)) {
        this.#put(marks === undefined ? next.replace('\n', '') : (marks.get(next) ?? ''), at);
        at++;
      } else this.#put('\\', at);
    }
  }

  #at(index: number): string {
    return this.#source.text[index] ?? '';
  }

  #put(letter: string, at: number): void {
    if (letter === '') return;
    this.text += letter;
    this.places.push(this.#source.places[at] ?? this.#source.end);
  }
}

/** What within double quotes is not text. */
const OPEN = new Set([
  'simple_expansion',
  'expansion',
  'command_substitution',
  'arithmetic_expansion',
]);
const QUOTED = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['$', '$'],
  ['`', '`'],
  ['\n', ''],
]);
const ANSI = new Map([
  ["'", "'"],
  ['"', '"'],
  ['\\', '\\'],
  ['n', '\n'],
  ['t', '\t'],
]);
