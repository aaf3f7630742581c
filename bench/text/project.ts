import { type Entity } from '../../src/memory/entity';
import { entity } from '../../src/memory/entity-id';
import { Dice, seedOf } from '../dice';

const VERBS = words(
  'parse resolve load read write open close merge split apply build find fetch send queue flush ' +
    'cancel retry validate normalise render measure encode decode index rank fold prune watch ' +
    'schedule dispatch register dispose attach restore migrate compile emit collect trace lock',
);
const NOUNS = words(
  'token session cache schema config header stream buffer cursor request response route handler ' +
    'worker queue index snapshot segment posting vector edge node graph path glob rule scope model ' +
    'batch event signal listener timer clock lease chunk frame packet socket channel pool record ' +
    'column table row page query filter cluster shard replica invoice order payment customer ticket ' +
    'tenant policy audit report metric span budget quota plan job task step pipeline artifact module',
);
const QUALITIES = words(
  'async lazy shared local remote frozen pending stale partial raw nested typed atomic bounded',
);
const FOLDERS = words(
  'core api server client store index engine editor cli web worker auth billing search sync ' +
    'render network storage metrics queue plugins common internal tools migrations',
);
const EXTENSIONS = { ts: 0.45, py: 0.2, go: 0.12, rs: 0.08, tsx: 0.07, java: 0.05, sql: 0.03 };
type Extension = keyof typeof EXTENSIONS;
const LANGUAGES: Readonly<Record<Extension, string>> = {
  ts: 'typescript',
  py: 'python',
  go: 'go',
  rs: 'rust',
  tsx: 'typescriptreact',
  java: 'java',
  sql: 'sql',
};
const PACKAGE_SUFFIXES = ['', '', 'js', '-cli', '-core', '-utils', '-loader', '-plugin', 'kit'];

/** A source file with what it declares. */
export interface SourceFile {
  readonly file: Entity;
  readonly language: string;
  readonly symbols: readonly Entity[];
}

/** A repository with its files, symbols and packages: what memories of it are about. */
export interface Project {
  readonly repo: string;
  readonly files: readonly SourceFile[];
  readonly packages: readonly Entity[];
}

/** Makes a project of its number alone; `at` is when it began, in milliseconds since 1970. */
export function projectOf(seed: number, number: number, files: number, at: number): Project {
  const dice = new Dice(seedOf(seed, number));
  const repo = `github.com/${dice.of(NOUNS)}-labs/${dice.of(QUALITIES)}-${dice.of(NOUNS)}-${number}`;
  const packages = Array.from({ length: 40 }, () => packageOf(dice, at));
  return {
    repo,
    packages,
    files: Array.from({ length: files }, () => fileOf(dice, repo, at)),
  };
}

function fileOf(dice: Dice, repo: string, at: number): SourceFile {
  const extension = dice.shared(EXTENSIONS);
  const noun = dice.of(NOUNS);
  const stem = [dice.chance(0.5) ? dice.of(VERBS) : dice.of(QUALITIES), noun, dice.of(NOUNS)];
  const name = stem.join(extension === 'py' || extension === 'go' ? '_' : '-');
  const folders = [dice.of(FOLDERS), ...(dice.chance(0.6) ? [dice.of(NOUNS)] : [])];
  const path = ['src', ...folders, `${name}.${extension}`].join('/');
  const symbols = Array.from({ length: dice.between(1, 2) }, () =>
    entity({ kind: 'symbol', name: `${path}#${symbolName(dice, noun, extension)}`, repo, at }),
  );
  return {
    file: entity({ kind: 'file', name: path, repo, at }),
    language: LANGUAGES[extension],
    symbols,
  };
}

function symbolName(dice: Dice, noun: string, extension: Extension): string {
  const parts = [dice.of(VERBS), ...(dice.chance(0.4) ? [dice.of(QUALITIES)] : []), noun];
  if (dice.chance(0.5)) parts.push(dice.of(NOUNS));
  if (extension === 'py' || extension === 'rs' || extension === 'sql') return parts.join('_');
  return parts.map((part, i) => (i === 0 ? part : capital(part))).join('');
}

function packageOf(dice: Dice, at: number): Entity {
  const name = `${dice.of(NOUNS)}${dice.chance(0.5) ? `-${dice.of(NOUNS)}` : ''}${dice.of(PACKAGE_SUFFIXES)}`;
  return entity({ kind: 'package', name, at });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
