import { spawnSync } from 'node:child_process';
import { parsePatch } from 'diff';
import { languageOf } from '../../src/memory/language';
import { Dice } from '../dice';
import type { Edit } from './manner';

export type SessionKind = 'feature' | 'refactoring' | 'formatting' | 'upkeep' | 'unsaid';

/** An ordinary edit of somebody's: no correction is in it, as far as its author's words tell. */
export interface Session {
  readonly name: string;
  readonly kind: SessionKind;
  readonly language: string;
  readonly file: string;
  readonly edit: Edit;
}

/** What a commit's subject says it is; the first that fits. */
const KINDS: readonly (readonly [SessionKind, RegExp])[] = [
  ['formatting', /\b(?:format|style|prettier|indent|white ?space)/i],
  ['refactoring', /\b(?:refactor|renam|mov(?:e|ed|ing)\b|extract|split|inline|clean|reorgani)/i],
  ['feature', /^(?:feat|new|update|breaking|add|implement|support|allow|introduce|enable)\b/i],
  ['upkeep', /^(?:chore|build|test|docs|perf|ci|bump|bench)\b/i],
];

/** Subjects that announce a correction: something was wrong, or is said in another way from now on. */
const CORRECTS =
  /\b(?:fix|bug|issue|wrong|incorrect|crash|regress|instead|replac|prefer|switch|convert|migrat|correct|revert|deprecat|use|using|upgrade|typo|moderni[sz]e|es6|avoid|lint|rule|enforce|consistent|should|must|not|don't|drop|prefix|simplif)/i;

/** Lines of a suggestion (a hundred characters each at most, all in all), and of what is read around a change. */
const LONGEST = 30;
const AROUND = 6;
const EACH_COMMIT = 2;

/**
 * Ordinary edit sessions from a repository's history: each is one place of one commit, its old lines
 * with up to two lines beside them as the accepted text, its new lines as what the user made of it,
 * in the lines around as the document. From commits whose subject says that they bring a feature,
 * refactor, rename, format or keep house, spread over the whole history, and where these are too few
 * from commits that do not say; from none whose subject announces a correction (`CORRECTS`). Pure
 * additions with no line beside them are no sessions.
 */
export function sessionsOf(folder: string, wanted: number): Session[] {
  const commits = git(folder, 'log', '--no-merges', '--format=%H %s')
    .split('\n')
    .filter((line) => line !== '' && !CORRECTS.test(line.slice(41)))
    .map((line) => ({ sha: line.slice(0, 40), kind: kindOf(line.slice(41)) }));
  const said = commits.filter(({ kind }) => kind !== 'unsaid');
  const dice = new Dice(said.length);
  const sessions: Session[] = [];
  for (const left of [said, commits.filter(({ kind }) => kind === 'unsaid')])
    while (left.length > 0 && sessions.length < wanted) {
      const [commit] = left.splice(dice.below(left.length), 1);
      if (commit === undefined) break;
      const found = editsOf(folder, commit.sha, dice).map((one) => ({ ...one, kind: commit.kind }));
      sessions.push(...pick(found, EACH_COMMIT, dice));
    }
  return sessions.slice(0, wanted);
}

function kindOf(subject: string): SessionKind {
  return KINDS.find(([, says]) => says.test(subject))?.[0] ?? 'unsaid';
}

function editsOf(folder: string, sha: string, dice: Dice): Omit<Session, 'kind'>[] {
  const patch = git(folder, 'show', '--format=', '-M', `-U${AROUND}`, '--no-ext-diff', sha);
  if (patch.length > 2_000_000) return [];
  return parsePatch(patch).flatMap((diff) => {
    const file = diff.newFileName?.replace(/^b\//, '') ?? '';
    const language = languageOf(file);
    if (language === undefined || !PROGRAMS.has(language)) return [];
    return diff.hunks.flatMap(({ lines, newStart }) => {
      const edit = editOf(lines, dice);
      return edit === undefined
        ? []
        : [{ name: `${sha.slice(0, 9)} ${file}:${newStart}`, language, file, edit }];
    });
  });
}

const PROGRAMS = new Set(
  'javascript javascriptreact typescript typescriptreact python go rust java csharp c cpp'.split(
    ' ',
  ),
);

/** The old and the new lines of a hunk, between the lines that stay. */
function editOf(lines: readonly string[], dice: Dice): Edit | undefined {
  const changed = lines.flatMap((line, i) => (/^[+-]/.test(line) ? [i] : []));
  const [first, last] = [changed[0], changed.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const from = Math.max(0, first - dice.below(3));
  const to = Math.min(lines.length - 1, last + dice.below(3));
  const middle = lines.slice(from, to + 1);
  const side = (mark: '+' | '-'): string =>
    middle
      .filter((line) => line.startsWith(mark) || line.startsWith(' '))
      .map((line) => line.slice(1))
      .join('\n');
  const [accepted, becomes] = [side('-'), side('+')];
  const kept = (part: readonly string[]): string =>
    part
      .filter((line) => line.startsWith(' '))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const tooLong = [accepted, becomes].some(
    (text) => text.split('\n').length > LONGEST || text.length > LONGEST * 100,
  );
  if (tooLong || accepted.trim() === '' || accepted === becomes) return undefined;
  const host = { before: kept(lines.slice(0, from)), after: `\n${kept(lines.slice(to + 1))}` };
  return { host, accepted, becomes };
}

function pick<T>(all: T[], most: number, dice: Dice): T[] {
  const left = [...all];
  const picked: T[] = [];
  while (left.length > 0 && picked.length < most)
    picked.push(...left.splice(dice.below(left.length), 1));
  return picked;
}

/** What git says, or nothing: a partial clone lacks the files of some commits. */
function git(folder: string, ...args: string[]): string {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return status === 0 ? stdout : '';
}
