import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Work } from './pause';
import { Segment } from './segment/segment';
import { SegmentFile, type SegmentFileWriter } from './segment/segment-file';
import { SegmentError } from './segment/sections';

/** The file that names all others. */
const NAME = 'index.snapshot';
const HEAD = 'snapshot';

/** What an index can only be restored for: others number, cut or embed otherwise. */
export type SnapshotOf = {
  /** Which store it is an index of. */
  store: string;
  embedder: string;
  dimensions: number;
  tokenizer: number;
};

const Head = z.strictObject({
  store: z.string(),
  embedder: z.string(),
  dimensions: z.int(),
  tokenizer: z.int(),
  revision: z.number(),
  segments: z.array(z.string().regex(/^[0-9a-f]+\.segment$/)),
});

/** Adds to the hot tier's sections what it takes to find the cold tier again, and names the file. */
export function finishSnapshot(
  writer: SegmentFileWriter,
  of: SnapshotOf & { revision: number },
  segments: readonly Segment[],
): void {
  const head: z.infer<typeof Head> = { ...of, segments: segments.map(({ name }) => name) };
  writer.write(HEAD, [new TextEncoder().encode(JSON.stringify(head))]);
  for (const [at, segment] of segments.entries()) {
    const { alive, terms } = segment.texts.losses;
    writer.write(`alive.${at}`, [alive]);
    writer.write(`dead-terms.${at}`, [new Uint8Array(terms.buffer)]);
  }
  writer.finish(NAME);
}

/** A snapshot that was read: the hot tier's sections, and the segments of the cold one. */
export type Snapshot = { hot: SegmentFile; segments: Segment[]; revision: number };

/**
 * Opens the snapshot of a folder, with its segments. Throws `SegmentError` with the reason when
 * there is none, or it is torn, of another format, or of something else.
 */
export function openSnapshot(folder: string, of: SnapshotOf): Snapshot {
  const path = join(folder, NAME);
  if (!existsSync(path)) throw new SegmentError('There is no snapshot.');
  const hot = new SegmentFile(path);
  const segments: Segment[] = [];
  try {
    const head = Head.parse(JSON.parse(new TextDecoder().decode(hot.bytes(HEAD))));
    for (const name of ['store', 'embedder', 'dimensions', 'tokenizer'] as const) {
      if (head[name] !== of[name]) throw new SegmentError(`It is of another ${name}.`);
    }
    for (const [at, name] of head.segments.entries()) {
      const segment = new Segment(folder, name, of.dimensions);
      segments.push(segment);
      const terms = new Uint32Array(hot.bytes(`dead-terms.${at}`).buffer);
      segment.texts.restore({ alive: hot.bytes(`alive.${at}`), terms });
    }
    return { hot, segments, revision: head.revision };
  } catch (error) {
    hot.close();
    for (const segment of segments) segment.close();
    throw error;
  }
}

/** Sees to it that every segment's file is there, though another process may have removed it. */
export function* keepFiles(segments: readonly Segment[]): Work {
  for (const { file } of segments) yield* file.keep();
}

/** The names of the files that the folder's snapshot needs; none where there is no good one. */
export function namedFiles(folder: string): string[] {
  let file: SegmentFile | undefined;
  try {
    file = new SegmentFile(join(folder, NAME));
    return Head.parse(JSON.parse(new TextDecoder().decode(file.bytes(HEAD)))).segments;
  } catch {
    return [];
  } finally {
    file?.close();
  }
}
