import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Work } from '../pause';
import { SegmentError, type Sections, type SectionWriter } from './sections';

/** Counts up with every change of what the sections hold or of how they are laid out. */
const FORMAT = 1;
const MAGIC = 0x6d6e6d65;
/** At the end of the file: magic, format, the table's length and CRC, the file's length. */
const FOOTER = 24;
const BUFFERED = 1 << 18;

const Table = z.record(z.string(), z.tuple([z.int().min(0), z.int().min(0), z.int().min(0)]));
/** Of each section: offset, length, CRC. */
type Table = z.infer<typeof Table>;

/**
 * Writes sections into a file: one after another, then a table of them, then a footer. Until
 * `finish` it has a temporary name; a file under its own name is whole, unless the machine went down:
 * it is a cache and not worth waiting for the disk, and its checksums tell.
 */
export class SegmentFileWriter implements SectionWriter {
  readonly #folder: string;
  readonly #temporary: string;
  readonly #file: number;
  readonly #table: Table = {};
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFERED);
  #buffered = 0;
  #offset = 0;
  #name: string | undefined;
  #began = 0;
  #crc = 0;
  #finished = false;

  /** `label` tells this writer's temporary file from those of others, also in other processes. */
  constructor(folder: string, label: string) {
    this.#folder = folder;
    this.#temporary = join(folder, `${label}.tmp`);
    this.#file = openSync(this.#temporary, 'w');
  }

  write(name: string, chunks: Iterable<Uint8Array>): void {
    this.begin(name);
    for (const chunk of chunks) this.append(chunk);
  }

  begin(name: string): void {
    this.#end();
    this.#name = name;
    this.#began = this.#offset;
    this.#crc = 0;
  }

  append(chunk: Uint8Array): void {
    this.#crc = crc32(chunk, this.#crc);
    this.#offset += chunk.length;
    if (this.#buffered + chunk.length > BUFFERED) this.#flush();
    if (chunk.length > BUFFERED) writeAll(this.#file, chunk);
    else {
      this.#buffer.set(chunk, this.#buffered);
      this.#buffered += chunk.length;
    }
  }

  /**
   * Ends the file and gives it its name, which is made of its content unless `name` is given; what
   * had that name is replaced.
   */
  finish(name?: string): string {
    this.#end();
    const table = Buffer.from(JSON.stringify(this.#table));
    const footer = Buffer.alloc(FOOTER);
    footer.writeUInt32LE(MAGIC, 0);
    footer.writeUInt32LE(FORMAT, 4);
    footer.writeUInt32LE(table.length, 8);
    footer.writeUInt32LE(crc32(table), 12);
    footer.writeDoubleLE(this.#offset + table.length + FOOTER, 16);
    this.#flush();
    writeAll(this.#file, Buffer.concat([table, footer]));
    closeSync(this.#file);
    this.#finished = true;
    // The table holds the CRC of every section, so it stands for the content.
    const own = name ?? `${createHash('sha256').update(table).digest('hex').slice(0, 24)}.segment`;
    this.#rename(join(this.#folder, own), name === undefined);
    return own;
  }

  #rename(path: string, ownContent: boolean): void {
    try {
      renameSync(this.#temporary, path);
    } catch (error) {
      rmSync(this.#temporary, { force: true });
      // Windows replaces no file that is open; one of the same name holds the same.
      if (!ownContent || !existsSync(path)) throw error;
    }
  }

  /** Gives up: nothing stays behind. Whoever has finished may call it too. */
  discard(): void {
    if (this.#finished) return;
    this.#finished = true;
    closeSync(this.#file);
    rmSync(this.#temporary, { force: true });
  }

  #end(): void {
    if (this.#name === undefined) return;
    this.#table[this.#name] = [this.#began, this.#offset - this.#began, this.#crc];
    this.#name = undefined;
  }

  #flush(): void {
    writeAll(this.#file, this.#buffer.subarray(0, this.#buffered));
    this.#buffered = 0;
  }
}

/** The sections of a file, read where they stand; the file stays open until `close`. */
export class SegmentFile implements Sections {
  readonly #file: number;
  readonly #table: Table;
  #closed = false;

  /** Throws `SegmentError` for a file that was torn or is of another format. */
  constructor(readonly path: string) {
    this.#file = openSync(path, 'r');
    try {
      this.#table = this.#readTable();
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  get names(): string[] {
    return Object.keys(this.#table);
  }

  bytes(name: string): Uint8Array<ArrayBuffer> {
    const [offset, length, crc] = this.#section(name);
    const bytes = new Uint8Array(length);
    this.#readAll(bytes, offset);
    if (crc32(bytes) !== crc) throw new SegmentError(`Section ${name} is torn.`);
    return bytes;
  }

  read(name: string, offset: number, length: number, into?: Uint8Array): Uint8Array {
    const [start, whole] = this.#section(name);
    if (offset + length > whole) throw new SegmentError(`Section ${name} ends before that.`);
    const bytes = into?.subarray(0, length) ?? new Uint8Array(length);
    this.#readAll(bytes, start + offset);
    return bytes;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#table, name);
  }

  length(name: string): number {
    return this.#section(name)[1];
  }

  /** Reads all of it, against the checksums, unless it is closed meanwhile. Throws `SegmentError` when something is torn. */
  *check(): Work {
    const buffer = new Uint8Array(BUFFERED);
    for (const [name, [offset, length, crc]] of Object.entries(this.#table)) {
      let found = 0;
      for (let at = 0; at < length; at += BUFFERED) {
        if (this.#closed) return;
        const chunk = buffer.subarray(0, Math.min(BUFFERED, length - at));
        this.#readAll(chunk, offset + at);
        found = crc32(chunk, found);
        yield;
      }
      if (found !== crc) throw new SegmentError(`Section ${name} is torn.`);
    }
  }

  /** Writes the file anew where it stood, if it was removed while it was open. */
  *keep(): Work {
    if (existsSync(this.path)) return;
    const temporary = `${this.path}.${process.pid}.tmp`;
    const file = openSync(temporary, 'w');
    const buffer = new Uint8Array(BUFFERED);
    const { size } = fstatSync(this.#file);
    for (let at = 0; at < size; at += BUFFERED) {
      const chunk = buffer.subarray(0, Math.min(BUFFERED, size - at));
      this.#readAll(chunk, at);
      writeAll(file, chunk);
      yield;
    }
    closeSync(file);
    renameSync(temporary, this.path);
  }

  close(): void {
    this.#closed = true;
    closeSync(this.#file);
  }

  #section(name: string): Table[string] {
    const section = Object.hasOwn(this.#table, name) ? this.#table[name] : undefined;
    if (!section) throw new SegmentError(`There is no section ${name}.`);
    return section;
  }

  #readTable(): Table {
    const size = fstatSync(this.#file).size;
    if (size < FOOTER) throw new SegmentError('The file is torn.');
    const footer = Buffer.alloc(FOOTER);
    this.#readAll(footer, size - FOOTER);
    if (footer.readUInt32LE(0) !== MAGIC || footer.readDoubleLE(16) !== size) {
      throw new SegmentError('The file is torn.');
    }
    if (footer.readUInt32LE(4) !== FORMAT) throw new SegmentError('The file has another format.');
    const length = footer.readUInt32LE(8);
    if (length > size - FOOTER) throw new SegmentError('The file is torn.');
    const table = Buffer.alloc(length);
    this.#readAll(table, size - FOOTER - length);
    if (crc32(table) !== footer.readUInt32LE(12)) throw new SegmentError('The file is torn.');
    return Table.parse(JSON.parse(table.toString('utf8')));
  }

  #readAll(into: Uint8Array, position: number): void {
    let at = 0;
    while (at < into.length) {
      const count = readSync(this.#file, into, at, into.length - at, position + at);
      if (count === 0) throw new SegmentError('The file ends before that.');
      at += count;
    }
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(file, bytes, at, bytes.length - at);
}
