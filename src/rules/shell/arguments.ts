import type { SimpleCommand } from './simple-command';
import { HOLE, type ShellWord } from './shell-word';
import { programOf } from './program';

/** An option as it was given. */
export interface Option {
  /** With its dashes, long where it has a long name: `--force` for `-f`. */
  readonly name: string;
  /** Absent where it has none, or its value is a word that is not known to belong to it. */
  readonly value?: string | undefined;
  readonly word: ShellWord;
}

/** A command's words by what they are. */
export interface Arguments {
  /** Without its folder and ending. */
  readonly program: string;
  readonly options: readonly Option[];
  /** What is neither program nor option, the subcommand first, in the form that it is known by. */
  readonly operands: readonly { readonly text: string; readonly word: ShellWord }[];
}

const listed = (text: string): readonly string[] => text.split(' ');

/** Options whose value is the next word, by program, or by program and subcommand. */
const VALUED: Readonly<Record<string, readonly string[]>> = {
  git: listed('-C -c --git-dir --work-tree --namespace --exec-path'),
  'git commit': listed(
    '-m --message -F --file -C --reuse-message -c --reedit-message -t --template --author --date --trailer --fixup --squash',
  ),
  'git push': listed('-o --push-option --receive-pack --repo'),
  'git merge': listed('-m -F -s --strategy -X --strategy-option'),
  'git checkout': listed('-b -B --orphan'),
  'git switch': listed('-c -C --create --force-create --orphan'),
  'git rebase': listed('--onto -s -X -x --exec'),
  'git tag': listed('-m -F -u'),
  npm: listed('--prefix -w --workspace --registry --tag --otp --loglevel'),
  pnpm: listed('-C --dir -F --filter --registry --tag'),
  yarn: listed('--cwd --registry'),
  pip: listed('-r --requirement -c --constraint -i --index-url --extra-index-url -t --target'),
  make: listed('-C -f --directory --file'),
  docker: listed('--context -H --host --config -l'),
  kubectl: listed('-n --namespace --context --cluster --kubeconfig'),
  cargo: listed('--manifest-path -p --package --color --config -C'),
  gh: listed('-R --repo'),
};

/** Short options by their long names, of programs and subcommands; others keep theirs. */
const LONG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'git commit': {
    n: '--no-verify',
    a: '--all',
    m: '--message',
    F: '--file',
    S: '--gpg-sign',
    s: '--signoff',
  },
  'git push': { f: '--force', u: '--set-upstream', d: '--delete', n: '--dry-run' },
  'git add': { A: '--all', f: '--force', u: '--update', p: '--patch', n: '--dry-run' },
  'git clean': { f: '--force', n: '--dry-run' },
  'git checkout': { f: '--force' },
  'git switch': { f: '--discard-changes' },
  'git stash': { u: '--include-untracked' },
  'git rebase': { i: '--interactive' },
  rm: { r: '--recursive', R: '--recursive', f: '--force', i: '--interactive' },
  npm: { g: '--global', D: '--save-dev', S: '--save', f: '--force' },
  pnpm: { g: '--global', D: '--save-dev', r: '--recursive', w: '--workspace-root' },
  yarn: { D: '--dev' },
  pip: { r: '--requirement', e: '--editable' },
  chmod: { R: '--recursive' },
};

/** Subcommands by the name they are known by. */
const SUBCOMMANDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  npm: {
    i: 'install',
    in: 'install',
    add: 'install',
    isntall: 'install',
    un: 'uninstall',
    rm: 'uninstall',
    r: 'uninstall',
    remove: 'uninstall',
    unlink: 'uninstall',
    up: 'update',
    upgrade: 'update',
    t: 'test',
    tst: 'test',
    'run-script': 'run',
    x: 'exec',
    'clean-install': 'ci',
  },
  pnpm: { i: 'install', rm: 'remove', un: 'remove', uninstall: 'remove', up: 'update', t: 'test' },
  bun: { i: 'install', a: 'add', rm: 'remove' },
  cargo: { t: 'test', b: 'build', r: 'run', c: 'check' },
};

/** Scripts that npm runs by their names alone. */
const PLAIN_SCRIPTS = new Set(['test', 'start', 'stop', 'restart']);
const RUNNERS = new Set(['npm', 'pnpm', 'yarn', 'bun']);
/** Programs that go by another name where an older one was there. */
const SAME: Readonly<Record<string, string>> = { pip3: 'pip', python3: 'python', nodejs: 'node' };

/** A table's entry; what every object has by birth is none (`constructor` may be a word of a command). */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Sorts a command's words into options and operands, whichever way and order they were given in. */
export function argumentsOf({ words }: Pick<SimpleCommand, 'words'>): Arguments {
  const name = programOf(words[0]?.text ?? '');
  const program = own(SAME, name) ?? name;
  const options: Option[] = [];
  const operands: { text: string; word: ShellWord }[] = [];
  let ended = false;
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const of = `${program} ${operands[0]?.text ?? ''}`;
    if (!ended && word.text === '--') ended = true;
    else if (ended || !/^-./.test(word.text)) {
      const first = operands.length === 0;
      operands.push({ text: first ? subcommand(program, word.text) : word.text, word });
    } else {
      const found = optionsOf(word, program, of);
      const last = found.at(-1);
      const next = words[at + 1];
      if (last?.value === undefined && valued(last?.name, program, of) && next !== undefined) {
        at++;
        options.push(...found.slice(0, -1), {
          ...last,
          name: last?.name ?? '',
          value: next.text,
          word,
        });
      } else options.push(...found);
    }
  }
  return { program, options, operands: runScript(program, operands) };
}

function subcommand(program: string, text: string): string {
  return own(own(SUBCOMMANDS, program) ?? {}, text) ?? text;
}

/** `pnpm run lint` is `pnpm lint`, and `npm run test` is `npm test`. */
function runScript(program: string, operands: Arguments['operands']): Arguments['operands'] {
  const [run, script] = operands;
  if (run?.text !== 'run' || script === undefined || !RUNNERS.has(program)) return operands;
  return program !== 'npm' || PLAIN_SCRIPTS.has(script.text) ? operands.slice(1) : operands;
}

function valued(name: string | undefined, program: string, of: string): boolean {
  if (name === undefined) return false;
  const names = [...(own(VALUED, program) ?? []), ...(own(VALUED, of) ?? [])];
  return names.some((one) => longName(one, program, of) === name);
}

function longName(option: string, program: string, of: string): string {
  if (!/^-[A-Za-z]$/.test(option)) return option;
  const letter = option.slice(1);
  return own(own(LONG, of) ?? {}, letter) ?? own(own(LONG, program) ?? {}, letter) ?? option;
}

/** A word's options: `-am` is two, `--to=x` has its value, and `-rauto` may be one of its own. */
function optionsOf(word: ShellWord, program: string, of: string): Option[] {
  const { text } = word;
  const equals = text.indexOf('=');
  if (text.startsWith('--') || equals !== -1) {
    const name = equals === -1 ? text : text.slice(0, equals);
    const value = equals === -1 ? undefined : text.slice(equals + 1);
    return [{ name: longName(name, program, of), value, word }];
  }
  const found: Option[] = text.length > 2 ? [{ name: text, word }] : [];
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (!/[A-Za-z\d]/.test(letter) || letter === HOLE) break;
    const name = longName(`-${letter}`, program, of);
    const value = text.slice(at + 1);
    if (valued(name, program, of)) {
      found.push({ name, ...(value !== '' && { value }), word });
      break;
    }
    found.push({ name, word });
  }
  return found;
}
