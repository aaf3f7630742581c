import type { Fix } from '../../memory/breach';
import type { CommandSpec } from '../../memory/detector';
import type { ShellWord } from '../shell/shell-word';
import { isGroup } from './groups';

/** npm's subcommands in the words of others that do what it does. */
const PACKAGES = new Map([
  ['pnpm ci', 'install --frozen-lockfile'],
  ['pnpm uninstall', 'remove'],
  ['yarn ci', 'install --frozen-lockfile'],
  ['yarn uninstall', 'remove'],
  ['yarn update', 'upgrade'],
  ['bun ci', 'install --frozen-lockfile'],
  ['bun uninstall', 'remove'],
]);
const MANAGERS = new Set(['npm', 'pnpm', 'yarn', 'bun']);

/**
 * What mends a breach: the command to run instead, what must run before it, or the line without the
 * option. `following` are the words of the command after those that matched.
 */
export function fixesOf(
  spec: CommandSpec,
  line: string,
  all: readonly ShellWord[],
  matched: readonly ShellWord[],
  missing: readonly string[] | undefined,
): Fix[] {
  const [program] = matched;
  if (program === undefined) return [];
  if (missing !== undefined) {
    const [name = ''] = missing;
    const text = missing.join(' ');
    if (isGroup(name) || /[|*<]/.test(text)) return [];
    return [fix(`Run ${text} first`, program.start, program.start, `${text} && `)];
  }
  const { instead } = spec;
  const options = matched.filter(({ text }) => text.startsWith('-'));
  const contiguous = matched.every((word, index) => all[index] === word);
  if (instead === undefined) {
    const [option, ...more] = options;
    if (option === undefined || more.length > 0 || !option.text.startsWith('--')) return [];
    const start = option.start - (/\s/.test(line[option.start - 1] ?? '') ? 1 : 0);
    return [fix(`Leave out ${option.text}`, start, option.end, '')];
  }
  if (instead.startsWith('-')) {
    const [option, ...more] = options;
    if (option === undefined || more.length > 0) return [];
    return [fix(`Use ${instead}`, option.start, option.end, instead)];
  }
  const last = matched.at(-1);
  if (!contiguous || last === undefined) return [];
  if (matched.length === 1 && MANAGERS.has(program.text) && MANAGERS.has(instead)) {
    return [inTheWordsOf(instead, all)];
  }
  return [fix(`Run ${instead}`, program.start, last.end, instead)];
}

/** `npm install x` is `pnpm add x`: the same for the manager of packages that is wanted. */
function inTheWordsOf(manager: string, [program, verb, ...rest]: readonly ShellWord[]): Fix {
  const start = program?.start ?? 0;
  const end = program?.end ?? 0;
  if (program?.text !== 'npm' || verb === undefined) {
    return fix(`Run ${manager}`, start, end, manager);
  }
  const named = rest.some(({ text }) => !text.startsWith('-'));
  const installs = /^(?:i|install|add)$/.test(verb.text);
  const said = installs
    ? named
      ? 'add'
      : 'install'
    : (PACKAGES.get(`${manager} ${verb.text}`) ?? verb.text);
  return fix(`Run ${manager} ${said}`, start, verb.end, `${manager} ${said}`);
}

function fix(title: string, start: number, end: number, text: string): Fix {
  return { title, edits: [{ start, end, text }] };
}
