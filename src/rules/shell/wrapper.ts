import { programOf } from './program';
import { partOf, type ShellText, type ShellWord } from './shell-word';

/** What a command runs in its turn. */
export type Wrapped =
  | { readonly words: readonly ShellWord[]; readonly variables: ReadonlyMap<string, string> }
  | { readonly script: ShellText };

/** How a program names the command that it runs. */
interface Wrapper {
  /** Options whose value is the next word. */
  readonly valued?: readonly string[];
  /** Words of its own before the command. */
  readonly own?: number;
  /** The first words that make it one: `exec` of `npm exec`. */
  readonly verbs?: readonly string[];
  /** Options with which it runs nothing. */
  readonly not?: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: { valued: words('-u -g -h -p -C -D -R -T -U -r -t --user --group --chdir'), not: ['-l'] },
  doas: { valued: words('-u -C') },
  env: { valued: words('-u -C --unset --chdir') },
  'cross-env': {},
  dotenv: { valued: words('-e -f -v -c') },
  time: {},
  command: { not: words('-v -V') },
  builtin: {},
  exec: { valued: ['-a'] },
  nohup: {},
  setsid: {},
  nice: { valued: words('-n --adjustment') },
  ionice: { valued: words('-c -n -p') },
  stdbuf: { valued: words('-i -o -e') },
  timeout: { valued: words('-s -k --signal --kill-after'), own: 1 },
  watch: { valued: words('-n --interval') },
  xargs: { valued: words('-n -I -P -L -d -a -E -s') },
  winpty: {},
  start: {},
  call: {},
  npx: { valued: words('-p --package'), not: words('-c --call') },
  bunx: { valued: words('-p --package') },
  pnpx: {},
  npm: { verbs: words('exec x'), valued: words('-p --package --prefix -w --workspace') },
  pnpm: { verbs: words('exec dlx'), valued: words('-C --dir -F --filter') },
  yarn: { verbs: words('exec dlx'), valued: words('-p --package --cwd') },
  bun: { verbs: ['x'] },
  corepack: { not: words('enable disable prepare use install up pack') },
  uv: { verbs: ['run'], valued: words('--with --python -p --directory --project --env-file') },
  uvx: { valued: words('--with --from --python -p') },
  poetry: { verbs: ['run'], valued: words('-C --directory -P --project') },
  pipenv: { verbs: ['run'] },
  rye: { verbs: ['run'] },
  hatch: { verbs: ['run'], valued: words('-e --env') },
  pdm: { verbs: ['run'] },
  pipx: { verbs: ['run'], valued: ['--spec'] },
  conda: { verbs: ['run'], valued: words('-n --name -p --prefix') },
  bundle: { verbs: ['exec'] },
  mise: { verbs: words('exec x') },
  doppler: { verbs: ['run'], valued: words('-p --project -c --config') },
  op: { verbs: ['run'], valued: ['--env-file'] },
};

const SHELLS = new Set(words('sh bash zsh dash ksh fish ash'));
const POWERSHELLS = new Set(words('powershell pwsh'));
const ASSIGNED = /^[A-Za-z_]\w*=/;

/** The command that a command runs, read from its words; `undefined` where it runs none. */
export function wrappedIn(all: readonly ShellWord[]): Wrapped | undefined {
  const program = programOf(all[0]?.text ?? '');
  if (SHELLS.has(program)) return scriptAfter(all, (word) => /^-[a-z]*c$/.test(word));
  if (POWERSHELLS.has(program)) return scriptAfter(all, (word) => /^-c(?:ommand)?$/i.test(word));
  if (program === 'cmd') return joined(afterWord(all, (word) => /^\/[ck]$/i.test(word)));
  if (program === 'eval') return joined(all.slice(1));
  if (program === 'find') {
    return inner(afterWord(all, (word) => /^-(?:exec|ok)(?:dir)?$/.test(word)));
  }
  if (/^(?:python[\d.]*|py)$/.test(program)) {
    const [flag, ...module] = all.slice(1);
    return flag?.text === '-m' ? inner(module) : undefined;
  }
  const wrapper = Object.hasOwn(WRAPPERS, program) ? WRAPPERS[program] : undefined;
  return wrapper && runBy(wrapper, all.slice(1));
}

function runBy(wrapper: Wrapper, given: readonly ShellWord[]): Wrapped | undefined {
  const variables = new Map<string, string>();
  let { own = 0 } = wrapper;
  let verbs = wrapper.verbs;
  for (let at = 0; at < given.length; at++) {
    const { text } = given[at] ?? { text: '' };
    if (wrapper.not?.includes(text)) return undefined;
    if (text === '--') {
      if (verbs !== undefined) return undefined;
    } else if (text.startsWith('-')) {
      if (wrapper.valued?.includes(text)) at++;
    } else if (verbs !== undefined) {
      if (!verbs.includes(text)) return undefined;
      verbs = undefined;
    } else if (ASSIGNED.test(text)) {
      variables.set(text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1));
    } else if (own > 0) own--;
    else return inner(given.slice(at), variables);
  }
  return undefined;
}

/** A package's version is no part of the program's name: `jest@29`. */
function inner(
  given: readonly ShellWord[],
  variables: ReadonlyMap<string, string> = new Map(),
): Wrapped | undefined {
  const [first, ...rest] = given;
  if (first === undefined) return undefined;
  const version = first.text.indexOf('@', 1);
  const named = version === -1 ? first : partOf(first, 0, version);
  return { words: [named, ...rest], variables };
}

function afterWord(all: readonly ShellWord[], is: (word: string) => boolean): readonly ShellWord[] {
  const at = all.findIndex(({ text }, index) => index > 0 && is(text));
  return at === -1 ? [] : all.slice(at + 1);
}

function scriptAfter(
  all: readonly ShellWord[],
  is: (word: string) => boolean,
): Wrapped | undefined {
  const [script] = afterWord(all, is);
  return script && { script: { text: script.text, places: script.places, end: script.end } };
}

/** Words that are put together to a line, as `eval` does. */
function joined(given: readonly ShellWord[]): Wrapped | undefined {
  const last = given.at(-1);
  if (last === undefined) return undefined;
  const places: number[] = [];
  for (const word of given) {
    if (places.length > 0) places.push(word.start);
    places.push(...word.places);
  }
  return { script: { text: given.map(({ text }) => text).join(' '), places, end: last.end } };
}
