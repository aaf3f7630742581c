import type { CommandSpec } from '../../memory/detector';

type Rivals = Pick<CommandSpec, 'commands' | 'except'>;

/** What npm alone does, whichever manager a project uses. */
const REGISTRY = [
  'npm',
  'publish|login|logout|whoami|view|info|config|token|access|owner|dist-tag|pack|version|deprecate',
];
const ITSELF = 'npm|pnpm|yarn|bun|corepack|pnpm@*|npm@*|yarn@*|corepack@*';
const NODE = ['npm', 'pnpm', 'yarn', 'bun'];
/** What is about packages: bun runs programs, too. */
const BUN = 'install|add|remove|update|ci|link|unlink|pm|outdated|audit';
const CHANGES: ReadonlyMap<string, string> = new Map([
  ['npm', 'install|ci|uninstall|update|link|dedupe|prune|outdated'],
  ['pnpm', 'install|add|remove|update|link|dedupe|prune|import'],
  ['yarn', 'install|add|remove|up|upgrade|link|dedupe'],
  ['bun', BUN],
]);
const PYTHON: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['pip', ['pip', 'install|uninstall|download|wheel']],
  ['poetry', ['poetry', 'add|remove|install|update|lock']],
  ['pipenv', ['pipenv', 'install|uninstall|update|lock|sync']],
  ['conda', ['conda', 'install|remove|update']],
  ['uv', ['uv', 'add|remove|sync|pip|lock']],
]);

/** Whether it is a manager of packages with others in its place. */
export function hasRivals(program: string): boolean {
  return NODE.includes(program) || (PYTHON.has(program) && program !== 'pip');
}

/** Commands of the other managers that do what this one does. */
export function rivalsOf(program: string): Rivals {
  if (NODE.includes(program)) {
    const others = NODE.filter((name) => name !== program);
    return {
      commands: others.map((name) => (name === 'bun' ? [name, BUN] : [name])),
      except: exceptions(others),
    };
  }
  const others = [...PYTHON.values()].filter(([name]) => name !== program && name !== 'conda');
  return {
    commands: others.map((shape) => [...shape]),
    except: [['pip', 'install', 'pip|uv|poetry|pipenv']],
  };
}

/** The commands of a manager with which packages come and go. */
export function packageCommands(program: string): string[] {
  const verbs = CHANGES.get(program) ?? PYTHON.get(program)?.[1];
  return verbs === undefined ? [program] : [program, verbs];
}

/** What is right although another manager is asked for: publishing, and getting that manager. */
export function exceptions(programs: readonly string[]): string[][] {
  return programs.includes('npm') ? [REGISTRY, ['npm', 'install', '--global', ITSELF]] : [];
}
