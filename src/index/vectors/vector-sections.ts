import { SegmentError, type Sections, type SectionWriter } from '../segment/sections';
import { Centre } from './centre';
import { Coding } from './coding';
import { int8, scaleOf, type Quantiser } from './quantiser';

/** Counts up whenever codes or records are made in another way. */
const FORMAT = 1;
const HEAD = 'vectors';
const CODES = 'vectors.codes';
export const RECORDS = 'vectors.records';
/** A byte a row, 1: it has a vector. Empty when all have. */
const PRESENT = 'vectors.present';
/** Vectors that the centre is made of. */
const SAMPLE = 16_384;
const CHUNK = 1024;

/** Puts the record of a row into `record`; one of zeros, where the row has no vector. */
export type ReadRecord = (row: number, record: Uint8Array) => void;

/**
 * Writes rows 0 to `count` − 1 as frozen vectors, whatever they come from: `read` is called for
 * each three times, in ascending order each time. Their codes are made anew, about a centre of
 * their own. The chunks may be asked for later, section by section.
 */
export function writeVectors(
  writer: SectionWriter,
  { dimensions, recordLength }: Quantiser,
  count: number,
  read: ReadRecord,
): void {
  const coding = new Coding(recordLength - 4);
  const record = new Uint8Array(recordLength);
  const centre = sampledCentre(recordLength, count, read).of(coding);
  const head = Uint32Array.of(FORMAT, dimensions, coding.bits, count);
  writer.write(HEAD, [new Uint8Array(head.buffer), new Uint8Array(centre.buffer)]);

  const present = new Uint8Array(count);
  writer.write(
    CODES,
    chunks(count, coding.codeLength, (row, code) => {
      read(row, record);
      const scale = scaleOf(record);
      present[row] = scale > 0 ? 1 : 0;
      coding.encode(int8(record), scale, centre, code);
    }),
  );
  writer.write(PRESENT, someMissing(present));
  writer.write(RECORDS, chunks(count, record.length, read));
}

/** What is resident of frozen vectors. */
export type VectorHead = {
  count: number;
  coding: Coding;
  centre: Float32Array;
  codes: Uint8Array<ArrayBuffer>;
  /** `undefined`: every row has a vector. */
  present: Uint8Array | undefined;
};

/** Throws `SegmentError` when they are torn, of other dimensions or of another format. */
export function readVectorHead(
  sections: Sections,
  { dimensions, recordLength }: Quantiser,
): VectorHead {
  const bytes = sections.bytes(HEAD);
  const coding = new Coding(recordLength - 4);
  if (bytes.length !== 16 + coding.bits * 4) throw new SegmentError('The vectors are others.');
  const [format, frozen, bits, count = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
  if (format !== FORMAT || frozen !== dimensions || bits !== coding.bits) {
    throw new SegmentError('The vectors are others.');
  }
  const codes = sections.bytes(CODES);
  const present = sections.length(PRESENT) > 0 ? sections.bytes(PRESENT) : undefined;
  if (
    codes.length !== count * coding.codeLength ||
    sections.length(RECORDS) !== count * recordLength ||
    (present && present.length !== count)
  ) {
    throw new SegmentError('The vectors are torn.');
  }
  const centre = new Float32Array(bytes.buffer, bytes.byteOffset + 16, coding.bits);
  return { count, coding, centre, codes, present };
}

/** Known only when the codes have been made. */
function* someMissing(present: Uint8Array): Generator<Uint8Array> {
  if (present.includes(0)) yield present;
}

function sampledCentre(recordLength: number, count: number, read: ReadRecord): Centre {
  const centre = new Centre(recordLength);
  const record = new Uint8Array(recordLength);
  const step = Math.ceil(count / SAMPLE);
  for (let row = 0; row < count; row += step) {
    read(row, record);
    if (scaleOf(record) > 0) centre.add(record);
  }
  return centre;
}

/** Rows of equal length, some at a time; each chunk is good until the next one is asked for. */
function* chunks(
  count: number,
  length: number,
  fill: (row: number, into: Uint8Array) => void,
): Generator<Uint8Array> {
  const chunk = new Uint8Array(Math.min(count, CHUNK) * length);
  for (let first = 0; first < count; first += CHUNK) {
    const rows = Math.min(CHUNK, count - first);
    for (let row = 0; row < rows; row++) {
      fill(first + row, chunk.subarray(row * length, (row + 1) * length));
    }
    yield chunk.subarray(0, rows * length);
  }
}
