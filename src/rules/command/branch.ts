import type { Arguments } from '../shell/arguments';
import { HOLE } from '../shell/shell-word';
import { chained, type SimpleCommand } from '../shell/simple-command';
import { argumentsOf } from '../shell/arguments';

/** Options of `git push` with which its words name no branch to push to. */
const ALL = new Set(['--all', '--mirror', '--tags', '--branches']);

/**
 * The branches that a command concerns: those that `git push` pushes to, else the one that is
 * checked out once what stands before it in the line is done. Nothing for what can not be known.
 */
export function branchesOf(
  command: SimpleCommand,
  { program, operands, options }: Arguments,
  checkedOut: string | undefined,
): readonly string[] {
  const elsewhere = options.some(({ name }) => name === '-C' || name === '--git-dir');
  const here = elsewhere ? undefined : (switchedTo(command) ?? checkedOut);
  const known = here === undefined || here.includes(HOLE) ? [] : [here];
  if (program !== 'git' || operands[0]?.text !== 'push') return known;
  const [, , ...refs] = operands;
  if (refs.length > 0) return refs.flatMap(({ text }) => target(text, known));
  return options.some(({ name }) => ALL.has(name)) ? [] : known;
}

/** `+src:dst` goes to `dst`. */
function target(refspec: string, here: readonly string[]): readonly string[] {
  const name = refspec.slice(refspec.lastIndexOf(':') + 1).replace(/^\+/, '');
  if (name === 'HEAD' || name === '@') return here;
  return name === '' || name.includes(HOLE) ? [] : [name.replace(/^refs\/heads\//, '')];
}

/** The branch that an earlier command of the line has checked out, as far as one has. */
function switchedTo({ before }: SimpleCommand): string | undefined {
  for (const chain of [before.passed, before.ran]) {
    for (const earlier of chained(chain)) {
      const { program, operands, options } = argumentsOf(earlier);
      const [verb, name, ...more] = operands.map(({ text }) => text);
      if (program !== 'git' || (verb !== 'checkout' && verb !== 'switch')) continue;
      const created = options.find(({ name: option }) => CREATES.has(option))?.value;
      if (created !== undefined) return created;
      if (name !== undefined && more.length === 0) return name;
    }
  }
  return undefined;
}
const CREATES = new Set(['-b', '-B', '-c', '-C', '--create', '--force-create', '--orphan']);
