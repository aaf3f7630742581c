import type { CommandSpec } from '../../memory/detector';
import type { CheckedCommand } from '../detector';
import { argumentsOf, type Arguments } from '../shell/arguments';
import type { ShellWord } from '../shell/shell-word';
import { chained, type SimpleCommand } from '../shell/simple-command';
import { branchesOf } from './branch';
import type { History } from './history';
import { fits, Shape, type ShapeMatch } from './shape';

/** What a rule says of one command: nothing, that it was kept, or the words that break it. */
export type Verdict =
  | { readonly kept: true }
  | {
      readonly kept: false;
      /** The words that break it, the program first. */
      readonly words: readonly ShellWord[];
      /** What should have been run before and was not, as its spec writes it. */
      readonly missing?: readonly string[] | undefined;
      /** Whether it was run, and failed or was outrun by an edit. */
      readonly stale?: 'failed' | 'edited' | undefined;
    };

/** Asking a program what it is or would do breaks nothing. */
const HARMLESS = new Set(['--help', '--version', '--dry-run']);

/** A spec made ready to be held against one command after the other. */
export class CommandRule {
  readonly #spec: CommandSpec;
  readonly #commands: readonly Shape[];
  readonly #except: readonly Shape[];
  readonly #after: readonly { words: readonly string[]; shapes: readonly Shape[] }[];
  readonly #instead: readonly Shape[];

  constructor(spec: CommandSpec) {
    this.#spec = spec;
    this.#commands = spec.commands.flatMap((words) => Shape.of(words));
    this.#except = (spec.except ?? []).flatMap((words) => Shape.of(words));
    this.#after = (spec.after ?? []).map((words) => ({ words, shapes: Shape.of(words) }));
    const instead = spec.instead?.split(/\s+/).filter(Boolean) ?? [];
    this.#instead = instead.length > 0 && !instead[0]?.startsWith('-') ? Shape.of(instead) : [];
  }

  /** `undefined` for a command that it says nothing of. */
  judge(command: SimpleCommand, checked: CheckedCommand, history: History): Verdict | undefined {
    const given = argumentsOf(command);
    const matches = this.#commands.flatMap((shape) => shape.match(given, command) ?? []);
    const whole = matches.find((match) => match.whole);
    if (whole === undefined) {
      return matches.length > 0 || matched(this.#instead, command, given)
        ? { kept: true }
        : undefined;
    }
    if (given.options.some(({ name }) => HARMLESS.has(name))) return undefined;
    if (
      matched(this.#except, command, given) ||
      this.#instead.some((one) => isWhole(one.match(given, command)))
    ) {
      return { kept: true };
    }
    const { branches, naming } = this.#spec;
    if (branches !== undefined) {
      const concerned = branchesOf(command, given, checked.branch);
      // Where it goes is not known: then nobody can say that it is kept either.
      if (concerned.length === 0) return undefined;
      if (!concerned.some((branch) => fits(branches, branch))) return { kept: true };
    }
    if (naming !== undefined && !names(command, naming)) return { kept: true };
    return this.#after.length > 0 ? this.#ranBefore(command, whole, history) : broken(whole);
  }

  #ranBefore(command: SimpleCommand, whole: ShapeMatch, history: History): Verdict | undefined {
    let unknown = false;
    for (const { words, shapes } of this.#after) {
      const is = (earlier: SimpleCommand): boolean =>
        matched(shapes, earlier, argumentsOf(earlier));
      if ([...chained(command.before.passed)].some(is)) continue;
      if ([...chained(command.before.ran)].some(is)) {
        unknown = true;
        continue;
      }
      const last = history.last(is);
      if (last === 'passed') continue;
      return { ...broken(whole), missing: words, stale: last };
    }
    return unknown ? undefined : { kept: true };
  }
}

function broken({ words }: ShapeMatch): Extract<Verdict, { kept: false }> {
  return { kept: false, words };
}

function isWhole(match: ShapeMatch | undefined): boolean {
  return match?.whole === true;
}

function matched(shapes: readonly Shape[], command: SimpleCommand, given: Arguments): boolean {
  return shapes.some((shape) => isWhole(shape.match(given, command)));
}

/** Whether a word or a variable has one of the names as a part of it: `--env=production`. */
function names({ words, variables }: SimpleCommand, wanted: readonly string[]): boolean {
  const said = [...words.slice(1).map(({ text }) => text), ...variables.values()];
  const parts = said.flatMap((text) => text.toLowerCase().split(/[^a-z\d]+/));
  return wanted.some((name) => parts.includes(name.toLowerCase()));
}
