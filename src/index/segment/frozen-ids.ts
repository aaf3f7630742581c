import { termHash } from '../term-hash';
import { GrowingBytes } from './growing-bytes';
import { SegmentError, type Sections, type SectionWriter } from './sections';

const IDS = 'ids';
const STARTS = 'ids.starts';
/** An open hash table: by slot a row + 1, and the fingerprint of its id. */
const SLOTS = 'ids.slots';
const FINGERPRINTS = 'ids.fingerprints';
/** Slots for each row. */
const ROOM = 1.25;
const CHUNK = 1 << 16;

/** The ids of a segment: in the file, found by a resident table of fingerprints. */
export class FrozenIds {
  readonly #sections: Sections;
  readonly #slots: Uint32Array;
  readonly #fingerprints: Uint32Array;

  /** Throws `SegmentError` when they are torn. */
  constructor(
    sections: Sections,
    readonly rows: number,
  ) {
    this.#sections = sections;
    this.#slots = new Uint32Array(sections.bytes(SLOTS).buffer);
    this.#fingerprints = new Uint32Array(sections.bytes(FINGERPRINTS).buffer);
    if (
      sections.length(STARTS) !== (rows + 1) * 4 ||
      this.#slots.length !== slotsFor(rows) ||
      this.#fingerprints.length !== this.#slots.length
    ) {
      throw new SegmentError('The ids are torn.');
    }
  }

  /** The row of an id, dead or alive; -1: not there. */
  find(id: string): number {
    const hash = termHash(id);
    const slots = this.#slots;
    let slot = slotOf(hash, slots.length);
    // A torn table might have no free slot.
    for (let step = 0; step < slots.length; step++) {
      const row = (slots[slot] ?? 0) - 1;
      if (row < 0) return -1;
      if (this.#fingerprints[slot] === hash && this.id(row) === id) return row;
      if (++slot === slots.length) slot = 0;
    }
    return -1;
  }

  id(row: number): string {
    const bytes = this.#sections.read(STARTS, row * 4, 8, new Uint8Array(8));
    const [start = 0, end = 0] = new Uint32Array(bytes.buffer);
    if (end < start) throw new SegmentError('The ids are torn.');
    return decoder.decode(this.#sections.read(IDS, start, end - start));
  }
}

/** All ids of a segment, by row. */
export function readIds(sections: Sections): string[] {
  const starts = new Uint32Array(sections.bytes(STARTS).buffer);
  const ids = sections.bytes(IDS);
  return Array.from({ length: starts.length - 1 }, (_, row) =>
    decoder.decode(ids.subarray(starts[row], starts[row + 1])),
  );
}

/** Writes ids in the order of their rows; there are `rows` of them, each another. */
export function writeIds(ids: Iterable<string>, rows: number, writer: SectionWriter): void {
  const starts = new Uint32Array(rows + 1);
  const slots = new Uint32Array(slotsFor(rows));
  const fingerprints = new Uint32Array(slots.length);
  const chunk = new GrowingBytes();
  let row = 0;
  let end = 0;
  writer.begin(IDS);
  for (const id of ids) {
    const bytes = encoder.encode(id);
    chunk.push(bytes);
    end += bytes.length;
    starts[++row] = end;
    const hash = termHash(id);
    let slot = slotOf(hash, slots.length);
    while (slots[slot] !== 0) if (++slot === slots.length) slot = 0;
    slots[slot] = row;
    fingerprints[slot] = hash;
    if (chunk.length < CHUNK) continue;
    writer.append(chunk.bytes);
    chunk.clear();
  }
  writer.append(chunk.bytes);
  writer.write(STARTS, [new Uint8Array(starts.buffer)]);
  writer.write(SLOTS, [new Uint8Array(slots.buffer)]);
  writer.write(FINGERPRINTS, [new Uint8Array(fingerprints.buffer)]);
}

function slotsFor(rows: number): number {
  return Math.ceil(rows * ROOM) + 1;
}

function slotOf(hash: number, slots: number): number {
  return Math.floor((hash / 2 ** 32) * slots);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
