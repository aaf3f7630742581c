/** A named part of a segment: a typed array, a table or a blob, found by its name. */
export interface Sections {
  /**
   * All of a section, checked by its CRC, at the start of a buffer of its own, so that a typed
   * array can be laid over it. Throws `SegmentError` when it is not there or torn.
   */
  bytes(name: string): Uint8Array<ArrayBuffer>;
  /**
   * `length` bytes from `offset` of a section on, unchecked; into the start of `into` where that is
   * given. Throws `SegmentError` beyond the section's end.
   */
  read(name: string, offset: number, length: number, into?: Uint8Array): Uint8Array;
  has(name: string): boolean;
  length(name: string): number;
}

/** Collects sections; each is written in chunks, in the order in which they are begun. */
export interface SectionWriter {
  write(name: string, chunks: Iterable<Uint8Array>): void;
  /** Begins a section that `append` fills until the next one is begun. */
  begin(name: string): void;
  append(chunk: Uint8Array): void;
}

/** A segment's file is torn, of another format, or not what it is said to be. */
export class SegmentError extends Error {
  override readonly name = 'SegmentError';
}
