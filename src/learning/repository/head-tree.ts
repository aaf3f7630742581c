import { z } from 'zod';
import type { Git } from './git';
import { records } from './records';

/** One blob of HEAD's tree. */
export interface TreeFile {
  path: string;
  blob: string;
  symlink: boolean;
}

const ENTRY = /^(\d{6}) blob ([0-9a-f]+)\t([\s\S]+)$/;
const SYMLINK = '120000';
/** Files past this many are not listed: no memory limit should hang on a repository's size. */
const FILES_LISTED = 500_000;

/** The files in HEAD's tree; submodules are passed over. */
export async function headTree(
  git: Git,
  head: string,
  abort: AbortSignal | undefined,
): Promise<Map<string, TreeFile>> {
  const files = new Map<string, TreeFile>();
  const args = ['ls-tree', '-r', '-z', '--full-tree', head];
  for await (const record of records(git.stream(args, { abort }), 0)) {
    const [, mode, blob = '', path = ''] = ENTRY.exec(record) ?? [];
    if (mode === undefined) continue;
    files.set(path, { path, blob, symlink: mode === SYMLINK });
    if (files.size >= FILES_LISTED) break;
  }
  return files;
}

const Answer = z.tuple([z.string(), z.literal('blob'), z.coerce.number().int()]);

/** Texts of blobs, in the order asked; those larger than `limit` bytes are left out. */
export async function blobTexts(
  git: Git,
  blobs: readonly string[],
  options: { limit: number; abort?: AbortSignal | undefined },
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (blobs.length === 0) return texts;
  const small = await smallBlobs(git, blobs, options);
  if (small.length === 0) return texts;
  const chunks: Buffer[] = [];
  const input = `${small.join('\n')}\n`;
  for await (const chunk of git.stream(['cat-file', '--batch'], { abort: options.abort, input })) {
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  let at = 0;
  while (at < all.length) {
    const end = all.indexOf(10, at);
    if (end < 0) break;
    const answer = Answer.safeParse(all.toString('utf8', at, end).split(' '));
    at = end + 1;
    if (!answer.success) continue;
    const [blob, , size] = answer.data;
    texts.set(blob, all.toString('utf8', at, at + size));
    at += size + 1;
  }
  return texts;
}

async function smallBlobs(
  git: Git,
  blobs: readonly string[],
  options: { limit: number; abort?: AbortSignal | undefined },
): Promise<string[]> {
  const small: string[] = [];
  const input = `${[...new Set(blobs)].join('\n')}\n`;
  const stream = git.stream(['cat-file', '--batch-check'], { abort: options.abort, input });
  for await (const line of records(stream, 10)) {
    const answer = Answer.safeParse(line.split(' '));
    if (answer.success && answer.data[2] <= options.limit) small.push(answer.data[0]);
  }
  return small;
}
