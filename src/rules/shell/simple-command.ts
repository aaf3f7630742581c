import type { Parse, SyntaxNode } from '../../syntax/syntax-node';
import { shellWord, type ShellText, type ShellWord } from './shell-word';
import { wrappedIn, type Wrapped } from './wrapper';

/** A command with its words, wherever in a line it stands. */
export interface SimpleCommand {
  /** Its program and what it is given; at least one. */
  readonly words: readonly ShellWord[];
  /** Variables that are set for it, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** What stands before it in the line. */
  readonly before: Before;
}

/** What was run in a line before some place of it. */
export interface Before {
  /** What must have ended well, or that place would not be reached; the latest first. */
  readonly passed: Chain | undefined;
  /** What was run and may have failed; the latest first. */
  readonly ran: Chain | undefined;
}

/** Commands, the latest first. */
export interface Chain {
  readonly command: SimpleCommand;
  readonly rest: Chain | undefined;
}

/** Lines longer than this are no commands that anybody gives; they are looked at up to there. */
const LONGEST = 20_000;
const MOST_COMMANDS = 200;
/** `sh -c "sh -c '…'"`. */
const DEEPEST = 4;
const NOTHING: Before = { passed: undefined, ran: undefined };

/**
 * All commands of a line by Bash's grammar: those in pipes, lists, groups and substitutions, and
 * those that another one runs (`sudo`, `env`, `npx`, `xargs`, `sh -c`), after the one that runs
 * them. What can not be read is passed over.
 */
export function commandsIn(line: string, parse: Parse): SimpleCommand[] {
  const text = line.slice(0, LONGEST);
  const places = Array.from({ length: text.length }, (_, at) => at);
  const reader = new Reader(parse);
  reader.read({ text, places, end: text.length }, NOTHING, 0);
  return reader.found;
}

/** The commands of a chain, the latest first. */
export function* chained(chain: Chain | undefined): Generator<SimpleCommand> {
  for (let at = chain; at !== undefined; at = at.rest) yield at.command;
}

class Reader {
  readonly found: SimpleCommand[] = [];
  readonly #parse: Parse;

  constructor(parse: Parse) {
    this.#parse = parse;
  }

  /** Gives what was run by the end of the text. */
  read(source: ShellText, before: Before, depth: number): Before {
    const walk = new Walk(source, (words, variables, at) =>
      this.#command(words, variables, at, depth),
    );
    return walk.node(this.#parse(source.text), before);
  }

  #command(
    words: readonly ShellWord[],
    variables: ReadonlyMap<string, string>,
    before: Before,
    depth: number,
  ): Before {
    if (words.length === 0 || this.found.length >= MOST_COMMANDS) return before;
    const command = { words, variables, before };
    this.found.push(command);
    const after = passedToo(before, command);
    const inner: Wrapped | undefined = depth < DEEPEST ? wrappedIn(words) : undefined;
    if (inner === undefined) return after;
    if ('script' in inner) return this.read(inner.script, after, depth + 1);
    const all = new Map([...variables, ...inner.variables]);
    return this.#command(inner.words, all, after, depth + 1);
  }
}

/** Nodes whose parts are no steps: each is over when all are. */
const TOGETHER = new Set(['pipeline', 'redirected_statement']);

type Enter = (
  words: readonly ShellWord[],
  variables: ReadonlyMap<string, string>,
  before: Before,
) => Before;

/** Goes through the tree of one text, with what was run before each node. */
class Walk {
  readonly #source: ShellText;
  readonly #enter: Enter;

  constructor(source: ShellText, enter: Enter) {
    this.#source = source;
    this.#enter = enter;
  }

  /** Gives what was run once the node is done, and ended well. */
  node(node: SyntaxNode, before: Before): Before {
    switch (node.type) {
      case 'command':
        return this.#command(node, before);
      case 'list':
        return this.#list(node, before);
      case 'pipeline':
      case 'redirected_statement':
      case 'subshell':
      case 'compound_statement':
      case 'do_group':
      case 'program':
        return this.#sequence(node.children, before, TOGETHER.has(node.type));
      case 'negated_command':
        return uncertain(before, this.#sequence(node.children, before, false));
      default:
        // Branches and loops: what is run in them may have been, and nothing more is known.
        return uncertain(before, this.#sequence(node.children, before, false));
    }
  }

  /** One after the other; only in a pipe, and for the last of them, is it known to have passed. */
  #sequence(nodes: readonly SyntaxNode[], before: Before, together: boolean): Before {
    let at = before;
    nodes.forEach((node, index) => {
      const own = nodes.slice(index + 1).some(({ named }) => named);
      const done = this.node(node, at);
      at = together || !own ? done : uncertain(at, done);
    });
    return at;
  }

  #list(node: SyntaxNode, before: Before): Before {
    const [left, mark, right] = node.children;
    if (left === undefined || right === undefined) return before;
    const first = this.node(left, before);
    if (mark?.type === '&&') return this.node(right, first);
    // After `||` stands what is run when the first failed: then it has not passed.
    const second = uncertain(before, this.node(right, before));
    return uncertain(before, { passed: first.passed, ran: second.ran });
  }

  #command(node: SyntaxNode, before: Before): Before {
    const words: ShellWord[] = [];
    const variables = new Map<string, string>();
    for (const child of node.children) {
      // What is substituted is run first, whatever the command makes of it.
      if (child.named) this.#substituted(child, before);
      if (child.type === 'variable_assignment') {
        const { text } = shellWord(child, this.#source);
        const value = child.children.find(({ named, type }) => named && type !== 'variable_name');
        const name = text.slice(0, text.indexOf('='));
        variables.set(name, value === undefined ? '' : shellWord(value, this.#source).text);
      } else if (child.named && !/redirect/.test(child.type)) {
        words.push(shellWord(child, this.#source));
      }
    }
    return this.#enter(words, variables, before);
  }

  #substituted(node: SyntaxNode, before: Before): void {
    if (node.type === 'command_substitution' || node.type === 'process_substitution') {
      this.#sequence(node.children, before, false);
    } else {
      for (const child of node.children) this.#substituted(child, before);
    }
  }
}

function passedToo(before: Before, command: SimpleCommand): Before {
  return { passed: { command, rest: before.passed }, ran: before.ran };
}

/** What was run, where it is not known whether it ended well: all that `done` has and `before` not. */
function uncertain(before: Before, done: Before): Before {
  let { ran } = done;
  const late: SimpleCommand[] = [];
  for (let at = done.passed; at !== undefined && at !== before.passed; at = at.rest) {
    late.push(at.command);
  }
  for (const command of late.reverse()) ran = { command, rest: ran };
  return { passed: before.passed, ran };
}
