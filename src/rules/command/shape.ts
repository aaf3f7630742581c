import { argumentsOf, type Arguments } from '../shell/arguments';
import type { ShellWord } from '../shell/shell-word';
import type { SimpleCommand } from '../shell/simple-command';
import { isGroup, shapesOfGroup } from './groups';

/** How a command compares with a shape. */
export interface ShapeMatch {
  /** Whether all of the shape is there; else only its program and subcommand are. */
  readonly whole: boolean;
  /** The words that matched, in the order of the shape. */
  readonly words: readonly ShellWord[];
}

type Alternatives = readonly string[];

/** After these stands a name that belongs to them: what follows it is another matter. */
const NAMING = new Set(['run', 'exec', 'compose', 'workspace', 'rule']);

/**
 * A command's form, as a spec writes it: the program, then what must be among its arguments. `|`
 * parts words of which one is enough, `*` in a word is any text. Options stand in any order and
 * under any of their names; of the other words the last may have more before it (`npm install
 * <name>`), and more may follow, unless `$` ends the shape.
 */
export class Shape {
  readonly #programs: Alternatives;
  readonly #operands: readonly Alternatives[];
  readonly #options: readonly Alternatives[];
  readonly #ends: boolean;

  constructor(words: readonly string[]) {
    this.#ends = words.at(-1) === '$';
    const [program = '', ...rest] = this.#ends ? words.slice(0, -1) : words;
    const programs = program.split('|');
    const isOption = (word: string): boolean => /^-./.test(word);
    const operands = rest.filter((word) => !isOption(word)).map((word) => word.split('|'));
    // Aliases, short options and what is short for `run` are read as those of commands will be.
    const [name = ''] = programs;
    const read = readAs(
      name,
      operands.map(([one = '']) => one),
    ).operands;
    const [verbs = [], ...others] = operands.slice(operands.length - read.length);
    const known = verbs.map((verb) => readAs(name, [verb]).operands[0]?.text ?? verb);
    this.#programs = programs.map((one) => readAs(one, []).program);
    this.#operands = verbs.length > 0 ? [known, ...others] : [];
    this.#options = rest.filter(isOption).flatMap((word) => optionsIn(word, name, known[0]));
  }

  /** The shapes that the words of a spec stand for: one, or those of a group. */
  static of(words: readonly string[]): Shape[] {
    const [group = '', ...rest] = words;
    if (!isGroup(group)) return [new Shape(words)];
    return shapesOfGroup(group).map((shape) => new Shape([...shape, ...rest]));
  }

  /** `undefined` for a command that it does not speak of. */
  match(given: Arguments, command: SimpleCommand): ShapeMatch | undefined {
    const [program] = command.words;
    if (program === undefined || !fits(this.#programs, given.program)) return undefined;
    const words = [program];
    let whole = true;
    let at = 0;
    for (const [index, wanted] of this.#operands.entries()) {
      const last = index > 0 && index === this.#operands.length - 1;
      const before = given.operands[index - 1]?.text ?? '';
      const free = last && index > 0 && !NAMING.has(before);
      while (free && at < given.operands.length - 1 && !fits(wanted, given.operands[at]?.text))
        at++;
      const operand = given.operands[at++];
      if (operand === undefined || !fits(wanted, operand.text)) {
        if (index === 0) return undefined;
        whole = false;
        break;
      }
      words.push(operand.word);
    }
    if (this.#ends && at < given.operands.length) return undefined;
    for (const names of this.#options) {
      const option = given.options.find(
        ({ name, value }) => fits(names, name) || fits(names, `${name}=${value ?? ''}`),
      );
      if (option === undefined) whole = false;
      else words.push(option.word);
    }
    return { whole, words };
  }
}

function readAs(program: string, rest: readonly string[]): Arguments {
  const words = [program, ...rest].map((text) => ({ text, start: 0, end: 0, places: [] }));
  return argumentsOf({ words });
}

/** What each of the options is called; `-rf` asks for two, however they are given. */
function optionsIn(word: string, program: string, verb: string | undefined): Alternatives[] {
  const names = (option: string): string[] => {
    if (option.includes('=')) return [option];
    const { options } = readAs(program, [...(verb === undefined ? [] : [verb]), option]);
    const letters = options.filter(({ name }) => name !== option).map(({ name }) => name);
    return letters.length === 0 || option.length > 4 ? [option] : letters;
  };
  const [only = '', ...more] = word.split('|');
  if (more.length === 0) return names(only).map((name) => [name]);
  return [[only, ...more].map((option) => names(option)[0] ?? option)];
}

/** Whether a text is one of these, in which `*` is any text; a text that is open is none but `*`. */
export function fits(wanted: Alternatives, text: string | undefined): boolean {
  return text !== undefined && wanted.some((one) => matchesWildcard(one, text));
}

function matchesWildcard(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === text;
  const [head = ''] = parts;
  const tail = parts.at(-1) ?? '';
  if (!text.startsWith(head) || text.length < head.length + tail.length) return false;
  if (!text.endsWith(tail)) return false;
  let at = head.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > text.length - tail.length) return false;
    at = found + part.length;
  }
  return true;
}
