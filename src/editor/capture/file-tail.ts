import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';

/** Where reading a growing file has come to. */
export interface Bookmark {
  /** Bytes read, up to the end of a line. */
  readonly offset: number;
  /** Tells the file from another put in its place: a hash of its first bytes. */
  readonly head: string;
}

/** Bytes that are read in one go; the rest comes with the next. */
const CHUNK = 256 * 1024;
/** Bytes by which a file is known again. */
const HEAD = 256;

/**
 * The whole lines that a file has more than at the bookmark, and the bookmark after them. A file
 * that is met for the first time is read from its end on: what happened before is not asked for. One
 * that shrank or was replaced is read from its beginning. A line that is longer than 256 KB is
 * passed over.
 *
 * @returns `undefined` where there is no such file
 */
export async function readOn(
  path: string,
  bookmark: Bookmark | undefined,
): Promise<{ lines: string[]; bookmark: Bookmark } | undefined> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return undefined;
  if (bookmark !== undefined && size === bookmark.offset) return { lines: [], bookmark };
  const file = await open(path);
  try {
    const known = bookmark?.head.split(':')[0];
    const length = known === undefined ? Math.min(size, HEAD) : Number(known);
    const head = await headOf(file, Math.min(length, size));
    if (bookmark === undefined) return { lines: [], bookmark: { offset: size, head } };
    const same = size >= bookmark.offset && head === bookmark.head;
    const offset = same ? bookmark.offset : 0;
    const bytes = await bytesAt(file, offset, Math.min(CHUNK, size - offset));
    const end = bytes.lastIndexOf(0x0a) + 1;
    const isWhole = end > 0 || bytes.length < CHUNK;
    const read = isWhole ? end : bytes.length;
    return {
      lines: bytes.toString('utf8', 0, end).split('\n').filter(Boolean),
      bookmark: {
        offset: offset + read,
        head: same && length >= HEAD ? head : await headOf(file, Math.min(size, HEAD)),
      },
    };
  } finally {
    await file.close();
  }
}

/** The length and a hash of the first bytes. */
async function headOf(file: FileHandle, length: number): Promise<string> {
  const hash = createHash('sha1').update(await bytesAt(file, 0, length));
  return `${length}:${hash.digest('base64url')}`;
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}
