import { isProhibition, type Directive } from '../../memory/directive';
import type { CommandSpec } from '../../memory/detector';
import type { Parse } from '../../syntax/syntax-node';
import type { Compiled, Detector, DetectorFamily } from '../detector';
import type { Said } from '../said';
import { CommandDetector } from './command-detector';
import { gitNamed } from './git-phrase';
import { GROUP_WORDS, isGroup } from './groups';
import { exceptions, hasRivals, packageCommands, rivalsOf } from './package-managers';
import { commandsNamed, type Named } from './phrase';
import { ranBefore } from './ran-before';
import { taskNamed } from './task-phrase';

/** What can not be seen from a command line: then a rule that depends on it is not checked. */
const UNSEEN =
  /\b(?:unless|except|if|without (?:asking|approval|permission|confirm\w*|explicit|being asked|consent|my|the user)|until|only when|in ci|inside (?:of )?(?:docker|containers?)|in (?:docker(?:files?)?|scripts?|documentation|docs|examples?|readme))\b/i;
const MANAGEMENT = /\b(?:package|dependency|dependencies|packages|deps)\b/i;

/** What must not be run, or must be run first, by the words of a command line. */
export class CommandFamily implements DetectorFamily<'command'> {
  readonly kind = 'command';
  readonly #parserOf: (language: string) => Promise<Parse | undefined>;

  /** `parserOf` gives the parser for a VS Code language id. */
  constructor(parserOf: (language: string) => Promise<Parse | undefined>) {
    this.#parserOf = parserOf;
  }

  compile(said: Said): Promise<Compiled<'command'> | undefined> {
    const read = specOf(said);
    return Promise.resolve(read && { ...read, shown: shown(read.spec) });
  }

  async prepare(spec: CommandSpec): Promise<Detector> {
    const parse = await this.#parserOf('shellscript');
    if (parse === undefined) throw new Error('There is no grammar of command lines.');
    return new CommandDetector(spec, parse);
  }
}

type Read = Pick<Compiled<'command'>, 'spec' | 'confidence'>;

function specOf({ text, directive, glob }: Said): Read | undefined {
  // A command is run in a repository, not in some of its files.
  if (glob !== undefined) return undefined;
  const first = ranBefore(text);
  if (first !== undefined) return { spec: { kind: 'command', ...first }, confidence: 0.85 };
  const { subject, condition } = directive;
  if (UNSEEN.test(text)) return undefined;
  const { wanted, forbidden } = sidesOf(text, directive);
  const instead = wanted === undefined ? undefined : insteadOf(wanted);
  if (forbidden !== undefined) return forbids(withCondition(forbidden, condition), instead);
  return condition === undefined ? asksFor(text, subject) : undefined;
}

interface Sides {
  readonly wanted: string | undefined;
  readonly forbidden: string | undefined;
}

/** What is asked for and what is forbidden; "X not Y" and "X, never Y" name both. */
function sidesOf(text: string, { force, subject, alternative }: Directive): Sides {
  if (isProhibition({ force, subject })) {
    const before = /^([^,;]+)[,;]\s+(?:but |and )?(?:never|not)\s/i.exec(text)?.[1];
    return { wanted: alternative ?? before, forbidden: subject };
  }
  const [, wanted, forbidden] = /^(.+?),?\s+(?:and |but )?not\s+(.+)$/i.exec(subject) ?? [];
  return alternative === undefined && wanted !== undefined
    ? { wanted, forbidden }
    : { wanted: subject, forbidden: alternative };
}

/** What narrows a command stands in its phrase as often as behind it. */
function withCondition(phrase: string, condition: string | undefined): string {
  return condition === undefined ? phrase : `${phrase} ${condition}`;
}

function forbids(phrase: string, instead: string | undefined): Read | undefined {
  const named =
    gitNamed(phrase) ?? taskNamed(phrase) ?? commandsNamed(phrase, instead?.includes(' '));
  if (named === undefined) return undefined;
  const exact = named.shapes.every(([program = '']) => !isGroup(program));
  return { spec: specWith(named, instead), confidence: exact ? 0.9 : 0.8 };
}

function specWith({ shapes, branches, naming, packages }: Named, instead?: string): CommandSpec {
  const commands =
    packages === true
      ? shapes.flatMap((shape) =>
          shape.length === 1 ? (shape[0] ?? '').split('|').map(packageCommands) : [shape],
        )
      : shapes;
  const except = packages === true ? exceptions(commands.map(([name = '']) => name)) : [];
  return {
    kind: 'command',
    commands,
    ...(except.length > 0 && { except }),
    ...(branches !== undefined && { branches }),
    ...(naming !== undefined && { naming }),
    ...(instead !== undefined && { instead }),
  };
}

/** The command that is to be run in another's place, where one is named. */
function insteadOf(phrase: string): string | undefined {
  const option = /^(?:use |prefer )?`?(--[a-z-]+)`?$/i.exec(phrase.trim())?.[1];
  if (option !== undefined) return option;
  const [shape, ...more] = commandsNamed(phrase)?.shapes ?? [];
  return shape === undefined || more.length > 0 || shape.some((word) => word.includes('|'))
    ? undefined
    : shape.join(' ');
}

/** "Use pnpm for packages" forbids what the other managers do; it must say that it is about that. */
function asksFor(text: string, phrase: string): Read | undefined {
  const named = commandsNamed(phrase.replace(/\s+only$/i, ''));
  const [shape, ...more] = named?.shapes ?? [];
  const [program = '', ...rest] = shape ?? [];
  if (more.length > 0 || rest.length > 0 || !hasRivals(program)) return undefined;
  const only = /\b(?:only|exclusively|always|must)\b/i.test(text);
  if (!only && named?.packages !== true && !MANAGEMENT.test(text)) return undefined;
  return { spec: { kind: 'command', ...rivalsOf(program), instead: program }, confidence: 0.8 };
}

/** The detector in words. */
export function shown({ commands, except, after, branches, naming, instead }: CommandSpec): string {
  const where = [
    branches === undefined ? '' : ` on ${list(branches, 'or')}`,
    naming === undefined ? '' : ` that names ${list(naming, 'or')}`,
  ].join('');
  if (after !== undefined) {
    return `Flags ${list(commands.map(inWords), 'or')}${where} unless ${list(after.map(inWords), 'and')} passed before`;
  }
  const but = except === undefined ? '' : `, but for ${list(except.map(inWords), 'and')}`;
  const use = instead === undefined ? '' : `; ${code(instead)} is right`;
  return `Flags ${list(commands.map(inWords), 'or')}${where} as a command${but}${use}`;
}

function inWords(shape: readonly string[]): string {
  const [name = '', ...rest] = shape;
  return isGroup(name) ? [GROUP_WORDS[name], ...rest].join(' ') : code(shape.join(' '));
}

function code(text: string): string {
  return `\`${text}\``;
}

function list(parts: readonly string[], word: 'or' | 'and'): string {
  const [last = '', ...before] = [...parts].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${word} ${last}`;
}
