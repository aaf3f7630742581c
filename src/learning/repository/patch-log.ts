import type { Git } from './git';
import { records } from './records';

/** Lines of a hunk that are kept, and characters of each: enough for declarations and imports. */
const LINES_KEPT = 400;
const LINE_KEPT = 300;

/** One changed stretch of a file. */
export interface Hunk {
  /** The line that git takes for the head of the function around it; empty where there is none. */
  context: string;
  removed: string[];
  added: string[];
}

/** What one commit did to one file. */
export interface FilePatch {
  path: string;
  /** The path before a rename. */
  from?: string;
  hunks: Hunk[];
}

/** One commit with its patches. */
export interface CommitPatch {
  sha: string;
  files: FilePatch[];
}

const MARK = '\u0001';

/** The patches of commits, children before parents, with no lines of context; merges left out. */
export function patchLog(
  git: Git,
  options: {
    range: readonly string[];
    settings: readonly string[];
    pathspec: readonly string[];
    abort?: AbortSignal | undefined;
  },
): AsyncGenerator<CommitPatch> {
  const args = [
    ...options.settings.flatMap((setting) => ['-c', setting]),
    ...['log', '-p', '-U0', '-M', '--date-order', '--no-merges', '--full-history', '--no-color'],
    ...['--no-ext-diff', '--no-textconv', '--no-relative', '--no-notes', '-O/dev/null'],
    ...['--src-prefix=a/', '--dst-prefix=b/', `--format=${MARK}%H`],
    ...[...options.range, '--', ...options.pathspec],
  ];
  return parsePatchLog(records(git.stream(args, { abort: options.abort }), 10, 4 * LINE_KEPT));
}

/**
 * Reads what `git log -p --format=%x01%H` writes. The counts in a hunk's head say how many lines
 * belong to it, so a removed line `-- a/x` (shown as `--- a/x`) is not taken for a file's head.
 */
export async function* parsePatchLog(lines: AsyncIterable<string>): AsyncGenerator<CommitPatch> {
  let commit: CommitPatch | undefined;
  let file: FilePatch | undefined;
  let hunk: Hunk | undefined;
  let left = 0;
  for await (const line of lines) {
    if (left > 0) {
      if (line.startsWith('\\')) continue;
      left--;
      const side = line.startsWith('-') ? hunk?.removed : hunk?.added;
      if (side && side.length < LINES_KEPT) side.push(line.slice(1, LINE_KEPT));
      continue;
    }
    if (line.startsWith(MARK)) {
      if (commit) yield commit;
      commit = { sha: line.slice(1), files: [] };
      file = undefined;
    } else if (line.startsWith('diff --git ')) {
      file = { path: '', hunks: [] };
      commit?.files.push(file);
    } else if (!file) {
      continue;
    } else if (line.startsWith('@@ ')) {
      const head = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@ ?(.*)$/.exec(line);
      if (!head) continue;
      left = Number(head[1] ?? 1) + Number(head[2] ?? 1);
      hunk = { context: head[3] ?? '', removed: [], added: [] };
      file.hunks.push(hunk);
    } else {
      readFileHead(line, file);
    }
  }
  if (commit) yield commit;
}

function readFileHead(line: string, file: FilePatch): void {
  if (line.startsWith('rename from ')) file.from = unquote(line.slice(12));
  else if (line.startsWith('rename to ')) file.path = unquote(line.slice(10));
  else if (line.startsWith('--- ') && file.path === '') file.path = pathOf(line, 'a/') ?? file.path;
  else if (line.startsWith('+++ ')) file.path = pathOf(line, 'b/') ?? file.path;
}

/** The path in `--- a/…` or `+++ b/…`; undefined for `/dev/null`. */
function pathOf(line: string, prefix: string): string | undefined {
  // git ends a name that holds a space with a tab, so that patch programs find its end.
  const name = unquote(line.slice(4).replace(/\t$/, ''));
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Undoes git's quoting of a name with control characters, quotes or backslashes in it. */
export function unquote(name: string): string {
  if (!name.startsWith('"') || !name.endsWith('"') || name.length < 2) return name;
  const inner = name.slice(1, -1);
  const bytes: Buffer[] = [];
  for (const [part, escape] of inner.matchAll(/[^\\]+|\\([0-7]{3}|.)/g)) {
    if (escape === undefined) bytes.push(Buffer.from(part));
    else if (/^[0-7]{3}$/.test(escape)) bytes.push(Buffer.from([parseInt(escape, 8) & 255]));
    else bytes.push(Buffer.from(ESCAPES[escape] ?? escape));
  }
  return Buffer.concat(bytes).toString('utf8');
}
