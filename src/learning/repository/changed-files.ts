import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LineSpan } from '../../memory/breach';
import type { Git } from './git';

/** A file as it is to be checked. */
export interface ChangedFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Lines that were added or changed; undefined for all of them. */
  readonly changed?: LineSpan[] | undefined;
}

interface Entry {
  readonly path: string;
  /** The blob that holds it; undefined for what is only on disk. */
  readonly blob: string | undefined;
  readonly changed: LineSpan[] | undefined;
}

/** Files above this are no source that a person wrote. */
const LARGEST = 1_000_000;
/** Files whose texts are held at once. */
const AT_ONCE = 50;
const DIFF = [
  ...['diff', '--raw', '--patch', '-z', '-U0', '-M', '--abbrev=64', '--diff-filter=ACMRT'],
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '-O/dev/null'],
  '--ignore-submodules',
];

/** What is staged: texts of the index, with the lines in which they differ from the last commit. */
export async function* stagedFiles(git: Git): AsyncGenerator<ChangedFile[]> {
  yield* textsOf(git, parsedDiff(await git.text([...DIFF, '--cached', '--'])));
}

/**
 * What differs from a revision, or between the two of `A..B`: texts of the work tree, or of `B`.
 * @throws GitFailure for a revision that Git does not know
 */
export async function* filesSince(git: Git, revision: string): AsyncGenerator<ChangedFile[]> {
  const entries = parsedDiff(await git.text([...DIFF, '--end-of-options', revision, '--']));
  yield* textsOf(git, entries);
}

/** Whole files at these paths from the root, those of folders with them; what Git ignores is left out. */
export async function* filesAt(git: Git, paths: readonly string[]): AsyncGenerator<ChangedFile[]> {
  const pathspec = paths.map((path) => `:(top,literal)${path}`);
  const listed = await git.text([
    ...['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--full-name', '--'],
    ...pathspec,
  ]);
  const names = [...new Set(listed.split('\0').filter(Boolean))];
  yield* textsOf(
    git,
    names.map((path) => ({ path, blob: undefined, changed: undefined })),
  );
}

/** Reads what `git diff --raw --patch -z -U0` writes: each file of the first part, in order, in the second. */
export function parsedDiff(output: string): Entry[] {
  const entries: Omit<Entry, 'changed'>[] = [];
  let at = 0;
  while (output[at] === ':') {
    const headEnd = output.indexOf('\0', at);
    const head = /^:\d+ (\d+) [\da-f]+ ([\da-f]+) ([A-Z])\d*$/.exec(output.slice(at, headEnd));
    const [, mode = '', blob = '', status = ''] = head ?? [];
    const first = output.indexOf('\0', headEnd + 1);
    const last = /[RC]/.test(status) ? output.indexOf('\0', first + 1) : first;
    const path = output.slice(last === first ? headEnd + 1 : first + 1, last);
    at = last + 1;
    entries.push({ path: isFile(mode) ? path : '', blob: /^0+$/.test(blob) ? undefined : blob });
  }
  // Contents come with a sign before each line: only a file's head starts so.
  const patches = output
    .slice(at)
    .split(/^\0?diff --git /m)
    .slice(1);
  return entries.flatMap((entry, index) =>
    entry.path === '' ? [] : [{ ...entry, changed: spansIn(patches[index] ?? '') }],
  );
}

/** Neither a submodule nor a symbolic link. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

function spansIn(patch: string): LineSpan[] {
  return [...patch.matchAll(/\n@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/g)].flatMap(
    ([, from, count]) => {
      const first = Number(from);
      const lines = Number(count ?? 1);
      return lines === 0 ? [] : [{ first, last: first + lines - 1 }];
    },
  );
}

async function* textsOf(git: Git, entries: readonly Entry[]): AsyncGenerator<ChangedFile[]> {
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const some = entries.slice(at, at + AT_ONCE);
    const blobs = await blobsOf(
      git,
      some.flatMap(({ blob }) => blob ?? []),
    );
    const files = await Promise.all(
      some.map(async ({ path, blob, changed }): Promise<ChangedFile[]> => {
        const bytes =
          (blob === undefined ? undefined : blobs.get(blob)) ?? (await onDisk(git, path));
        if (bytes === undefined || bytes.length > LARGEST || isBinary(bytes)) return [];
        return [{ path, text: bytes.toString('utf8'), ...(changed !== undefined && { changed }) }];
      }),
    );
    yield files.flat();
  }
}

async function onDisk(git: Git, path: string): Promise<Buffer | undefined> {
  const file = join(git.folder, path);
  try {
    // A link may lead out of the repository.
    return (await lstat(file)).isFile() ? await readFile(file) : undefined;
  } catch {
    // What is listed may be gone by now.
    return undefined;
  }
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0);
}

/** The contents of blobs, by one run of git. */
async function blobsOf(git: Git, names: readonly string[]): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  if (names.length === 0) return found;
  const chunks: Buffer[] = [];
  const input = names.map((name) => `${name}\n`).join('');
  for await (const chunk of git.stream(['cat-file', '--batch'], { input })) chunks.push(chunk);
  const all = Buffer.concat(chunks);
  let at = 0;
  while (at < all.length) {
    const end = all.indexOf(10, at);
    const [name = '', type, size] = all.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type === 'missing') continue;
    const length = Number(size);
    found.set(name, all.subarray(at, at + length));
    at += length + 1;
  }
  return found;
}
