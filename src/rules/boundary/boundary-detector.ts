import { posix } from 'node:path';
import type { BoundarySpec } from '../../memory/detector';
import { matchesGlob } from '../../memory/glob';
import { languageOf } from '../../memory/language';
import type { Seeker } from '../../syntax/structural-rule';
import type { Breach, Checked, CheckedFile, Detector, FileTree, Findings } from '../detector';
import { FUNCTION_KINDS } from './function-kinds';
import { IMPORTED, pathImported } from './imported';

type Check = BoundarySpec['check'];
type CheckOf<T extends Check['of']> = Extract<Check, { of: T }>;

/** Holds a file against what is said of files. Each grammar that it needs is there already. */
export class BoundaryDetector implements Detector {
  readonly #check: Check;
  readonly #languages: readonly string[];
  readonly #seekers: ReadonlyMap<string, Seeker>;

  constructor({ check, languages }: BoundarySpec, seekers: ReadonlyMap<string, Seeker>) {
    this.#check = check;
    this.#languages = languages ?? [];
    this.#seekers = seekers;
  }

  check(file: Checked): Findings | undefined {
    if (file.kind !== 'file') return undefined;
    if (this.#languages.length > 0 && !this.#languages.includes(file.language)) return undefined;
    const check = this.#check;
    switch (check.of) {
      case 'imports':
        return imports(check, file, this.#seekers.get(file.language));
      case 'companion':
        return companion(check, file);
      case 'name':
        return name(check, file);
      case 'forbidden':
        return matchesGlob(check.files, file.path) && !isExample(file.path)
          ? { breaches: [atHead(file, 'Such a file must not be here.')] }
          : undefined;
      case 'size':
        return size(check, file, this.#seekers.get(file.language));
    }
  }
}

function imports(
  { from, to, except = [] }: CheckOf<'imports'>,
  { path, language, text }: CheckedFile,
  seeker: Seeker | undefined,
): Findings | undefined {
  const rule = IMPORTED[language];
  if (seeker === undefined || rule === undefined || !matchesGlob(from, path)) return undefined;
  if (except.some((glob) => matchesGlob(glob, path))) return undefined;
  const breaches: Breach[] = [];
  if (!to.some((glob) => mayName(glob, text) || mayName(glob, path))) return { breaches };
  for (const { start, end } of seeker.find(text, rule)) {
    const target = pathImported(text.slice(start, end), path, language);
    if (target !== '' && to.some((glob) => isNamed(glob, target)))
      breaches.push({ start, end, message: `${path} imports ${target}.`, fixes: [] });
  }
  return { breaches };
}

/** Whether the folders of a glob stand in a text at all: most texts need not be parsed. */
function mayName(glob: string, text: string): boolean {
  const folders = /[{[]/.test(glob) ? [] : (glob.match(/[\w-]+/g) ?? []);
  const last = folders.at(-1);
  return last === undefined || text.includes(last);
}

/** Imports by an alias or from a base folder leave out what a glob begins with. */
function isNamed(glob: string, target: string): boolean {
  return matchesGlob(glob, target) || matchesGlob(glob, `src/${target}`);
}

function companion(
  { files, except = [], beside, absent }: CheckOf<'companion'>,
  file: CheckedFile,
): Findings | undefined {
  const { path, tree } = file;
  if (!matchesGlob(files, path) || except.some((glob) => matchesGlob(glob, path))) return undefined;
  const { name: stem, ext } = posix.parse(path);
  const folder = posix.dirname(path) === '.' ? '' : posix.dirname(path);
  const wanted = beside.map((pattern) =>
    posix.normalize(
      pattern
        .replaceAll('{folder}', folder === '' ? '.' : literal(folder))
        .replaceAll('{name}', literal(stem))
        .replaceAll('{extension}', ext.slice(1)),
    ),
  );
  const found = wanted.some((pattern) => isThere(tree, pattern));
  if (found !== absent) return { breaches: [] };
  const message = absent
    ? 'A file must not be beside it.'
    : `None of ${wanted.join(', ')} is there.`;
  return { breaches: [atHead(file, message)] };
}

function isThere(tree: FileTree, pattern: string): boolean {
  const folder = posix.dirname(pattern) === '.' ? '' : posix.dirname(pattern).replaceAll('\\', '');
  return tree.within(folder).some((path) => matchesGlob(`/${pattern}`, `/${path}`));
}

function literal(path: string): string {
  return path.replace(/[[\](){}*?!+@\\]/g, '\\$&');
}

const STYLES: Readonly<Record<CheckOf<'name'>['style'], RegExp>> = {
  'kebab-case': /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  PascalCase: /^[A-Z][a-zA-Z0-9]*$/,
  snake_case: /^[a-z0-9]+(?:_[a-z0-9]+)*$/,
  SCREAMING_CASE: /^[A-Z0-9]+(?:_[A-Z0-9]+)*$/,
};
/** Files that are named by others: by tools, by frameworks, by custom. */
const GIVEN_NAMES =
  /^(?:index|main|mod|lib|conftest|setup|manage|page|layout|route|loading|error|not-found|middleware|default|template|global-error|readme|license|changelog|contributing|agents|claude|dockerfile|makefile|jenkinsfile|rakefile|gemfile|__\w+__|test_\w+|.*config|.*rc)$/i;
const NOT_SOURCE = new Set(['markdown', 'json', 'yaml', 'toml', 'xml', undefined]);

function name(
  { files, style, parts = 'files' }: CheckOf<'name'>,
  file: CheckedFile,
): Findings | undefined {
  const { path } = file;
  if (!matchesGlob(files, path) || NOT_SOURCE.has(languageOf(path))) return undefined;
  const stem = (posix.basename(path).split('.')[0] ?? '').replace(/^_+/, '');
  const folders = path.split('/').slice(0, -1);
  const stems = [...(parts === 'folders' ? [] : [stem]), ...(parts === 'files' ? [] : folders)];
  const chosen = stems.filter((one) => /^[A-Za-z0-9][\w-]*$/.test(one) && !GIVEN_NAMES.test(one));
  if (chosen.length === 0) return undefined;
  const wrong = chosen.find((one) => !STYLES[style].test(one));
  if (wrong === undefined) return { breaches: [] };
  return { breaches: [atHead(file, `${wrong} is not in ${style}.`)] };
}

function size(
  { unit, lines }: CheckOf<'size'>,
  file: CheckedFile,
  seeker: Seeker | undefined,
): Findings | undefined {
  const { text, language } = file;
  if (unit === 'file') {
    if (NOT_SOURCE.has(languageOf(file.path))) return undefined;
    const count = linesOf(text.replace(/\r?\n$/, ''));
    const message = `The file has ${count} lines, ${lines} are allowed.`;
    return { breaches: count > lines ? [atHead(file, message)] : [] };
  }
  const kinds = FUNCTION_KINDS[language];
  if (seeker === undefined || kinds === undefined) return undefined;
  const findings: Required<Findings> = { breaches: [], kept: [] };
  for (const { start, end } of seeker.find(text, { any: kinds.map((kind) => ({ kind })) })) {
    const count = linesOf(text.slice(start, end));
    const head = start + (text.slice(start, end).split('\n', 1)[0]?.trimEnd().length ?? 0);
    if (count <= lines) findings.kept?.push({ start, end: head });
    else
      findings.breaches.push({
        start,
        end: head,
        message: `The function has ${count} lines, ${lines} are allowed.`,
        fixes: [],
      });
  }
  return findings;
}

function linesOf(text: string): number {
  return text.split('\n').length;
}

function atHead({ text }: CheckedFile, message: string): Breach {
  const end = text.indexOf('\n');
  return { start: 0, end: end < 0 ? text.length : end, message, fixes: [] };
}

function isExample(path: string): boolean {
  return /\.(?:example|sample|template|dist)$/.test(path);
}
