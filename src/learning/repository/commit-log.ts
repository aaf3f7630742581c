import type { Commit, FileChange } from './commit';
import type { Git } from './git';
import { records } from './records';

/** Bytes of a commit's message that are kept. */
const MESSAGE_KEPT = 8_000;
const FORMAT = ['%H', '%P', '%ct', '%an', '%B'].join('%x00');
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const SUBMODULE = '160000';

/**
 * The history of `HEAD`, children before parents, each commit with the files it touched. Renames
 * are found by likeness, or only where nothing else changed when `exactRenames` is set (a partial
 * clone has not got the contents to compare).
 */
export function commitLog(
  git: Git,
  options: { head: string; exactRenames: boolean; abort?: AbortSignal | undefined },
): AsyncGenerator<Commit> {
  const args = [
    ...[
      'log',
      '-z',
      '--raw',
      '--date-order',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
      '-O/dev/null',
    ],
    ...['--no-relative', '--no-notes', '--encoding=UTF-8', '--abbrev=7'],
    ...[options.exactRenames ? '-M100%' : '-M', `--format=${FORMAT}`, options.head, '--'],
  ];
  return parseCommitLog(records(git.stream(args, { abort: options.abort }), 0, MESSAGE_KEPT * 2));
}

/**
 * Reads what `git log -z --raw --format=FORMAT` writes: five fields for each commit, then for each
 * file one field of modes and status and one or two of paths, all ended by NUL. Neither messages
 * nor paths can hold a NUL, so nothing in them can be taken for the next field.
 */
export async function* parseCommitLog(fields: AsyncIterable<string>): AsyncGenerator<Commit> {
  const iterator = fields[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const result = await iterator.next();
    return result.done ? undefined : result.value;
  };
  try {
    let field = await next();
    while (field !== undefined) {
      // Between two commits git leaves a newline or an empty field, depending on what came before.
      const sha = field.trim();
      if (!SHA.test(sha)) {
        field = await next();
        continue;
      }
      const parents = (await next()) ?? '';
      const time = (await next()) ?? '';
      const author = (await next()) ?? '';
      const message = (await next()) ?? '';
      const changes: FileChange[] = [];
      field = await next();
      while (field !== undefined && !SHA.test(field.trim())) {
        const change = await readChange(field.trim(), next);
        if (change) changes.push(change);
        field = await next();
      }
      yield {
        sha,
        parents: parents.split(' ').filter(Boolean),
        at: Number(time) * 1000,
        author,
        ...splitMessage(message.slice(0, MESSAGE_KEPT)),
        changes,
      };
    }
  } finally {
    await iterator.return?.(undefined);
  }
}

/** `:100644 100644 a0d67a4 886c6ad M`, followed by its paths; submodules are passed over. */
async function readChange(
  head: string,
  next: () => Promise<string | undefined>,
): Promise<FileChange | undefined> {
  const match = /^:(\d{6}) (\d{6}) \S+ \S+ ([A-Z])\d*$/.exec(head);
  if (!match) return undefined;
  const [, before, after, letter = ''] = match;
  const first = (await next()) ?? '';
  const second = letter === 'R' || letter === 'C' ? ((await next()) ?? '') : undefined;
  if (before === SUBMODULE || after === SUBMODULE) return undefined;
  switch (letter) {
    case 'R':
      return { status: 'R', path: second ?? first, from: first };
    case 'C':
      return { status: 'A', path: second ?? first };
    case 'A':
    case 'M':
    case 'D':
    case 'T':
      return { status: letter, path: first };
    default:
      return undefined;
  }
}

function splitMessage(message: string): { subject: string; body: string } {
  const text = message.replace(/\r\n?/g, '\n').trim();
  const [head = '', ...rest] = text.split(/\n[ \t]*\n/);
  return { subject: head.replace(/\s*\n\s*/g, ' ').trim(), body: rest.join('\n\n').trim() };
}
