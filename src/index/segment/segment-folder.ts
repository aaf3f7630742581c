import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SegmentFileWriter } from './segment-file';

const OURS = /\.(segment|tmp)$/;
/** Another process may be about to name a file that is this young, in milliseconds. */
const YOUNG_MS = 15 * 60_000;

let writers = 0;

/** Where the files of an index lie, which several processes may share. */
export class SegmentFolder {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  /** A file that nobody else writes. */
  writer(): SegmentFileWriter {
    return new SegmentFileWriter(this.path, `${process.pid}-${++writers}`);
  }

  /**
   * Removes segments that are not among these and what others left half written, unless it is young.
   * A process that still reads one keeps it open, and writes it anew before it names it again. Those
   * that were `erased` go however young they are.
   */
  sweep(kept: ReadonlySet<string>, erased: ReadonlySet<string>, now: number): void {
    for (const name of readdirSync(this.path)) {
      if (!OURS.test(name) || kept.has(name)) continue;
      const path = join(this.path, name);
      try {
        if (erased.has(name) || now - statSync(path).mtimeMs > YOUNG_MS) rmSync(path);
      } catch {
        // Gone by now, or open on Windows: the next sweep will see.
      }
    }
  }
}
