import { grown } from '../typed-arrays';

/** Higher counts of a term in one text change BM25 by less than a hundredth. */
export const HIGHEST_COUNT = 255;

/**
 * Rows that hold a term, in their order, and how often they do, unpacked for one pass; filled again
 * and again.
 */
export class Postings {
  rows = new Uint32Array(1024);
  /** How often: in all in the low byte, in the headline in the high one. */
  counts = new Uint16Array(1024);
  length = 0;

  /** Makes room for so many more. */
  reserve(more: number): void {
    this.rows = grown(this.rows, this.length + more);
    this.counts = grown(this.counts, this.length + more);
  }

  push(row: number, count: number): void {
    this.reserve(1);
    this.rows[this.length] = row;
    this.counts[this.length++] = count;
  }
}

/*
 * A posting as bytes: a varint (low groups first) of the distance to the row before, shifted by two
 * bits that say how often: 0 once; 1 once, in the headline; 2 as often as the next byte says;
 * 3 as often as the next byte says, and in the headline as the one after says.
 * The distance is at least 1, so no posting begins with a zero byte; it has at most 30 bits.
 */

/** How many bytes a posting takes. */
export function postingLength(distance: number, count: number): number {
  let length = 1;
  for (let rest = distance * 4; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++;
  return length + (count === 1 || count === 0x101 ? 0 : count > 0xff ? 2 : 1);
}

/** Puts one posting into `bytes` from `at` on, and says where it ends. */
export function encodePosting(
  bytes: Uint8Array,
  at: number,
  distance: number,
  count: number,
): number {
  const often = count & 0xff;
  const head = count >>> 8;
  const code = head === 0 ? (often === 1 ? 0 : 2) : often === 1 && head === 1 ? 1 : 3;
  let end = encodeVarint(bytes, at, distance * 4 + code);
  if (code >= 2) bytes[end++] = often;
  if (code === 3) bytes[end++] = head;
  return end;
}

/**
 * Unpacks postings from `at` to `end`, or to a zero byte, after the row `before`. Rows not below
 * `limit`, as a torn file may have them, are left out. Gives the last row.
 */
export function decodePostings(
  bytes: Uint8Array,
  at: number,
  end: number,
  before: number,
  limit: number,
  into: Postings,
): number {
  into.reserve(end - at);
  const { rows, counts } = into;
  let length = into.length;
  let row = before;
  while (at < end) {
    let value = bytes[at++] ?? 0;
    if (value === 0) break;
    if (value >= 0x80) {
      value &= 0x7f;
      for (let shift = 7; at < end; shift += 7) {
        const byte = bytes[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
    }
    const code = value & 3;
    row += value >>> 2;
    let count = 1;
    if (code === 1) count = 0x101;
    else if (code !== 0) {
      count = bytes[at++] ?? 1;
      if (code === 3) count |= (bytes[at++] ?? 0) << 8;
    }
    if (row < 0 || row >= limit) break;
    rows[length] = row;
    counts[length++] = count;
  }
  into.length = length;
  return row;
}

/** Puts a number of up to 53 bits into `bytes` from `at` on, and says where it ends. */
export function encodeVarint(bytes: Uint8Array, at: number, value: number): number {
  while (value >= 0x80) {
    bytes[at++] = (value & 0x7f) | 0x80;
    value = Math.floor(value / 0x80);
  }
  bytes[at++] = value;
  return at;
}

/** Reads numbers one after another; beyond the end there are zeros. */
export class VarintReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  next(): number {
    let byte = this.bytes[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80 && shift < 53; shift += 7) {
      byte = this.bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
    }
    return value;
  }
}
