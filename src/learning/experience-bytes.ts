import type { Experience, Trace } from './experience';

/** Raised with every change of what follows: bytes of another version are made anew by a replay. */
const VERSION = 1;
const HEADER = 4;
/** Three numbers of eight bytes, two hashes and two lengths. */
const FIXED = 3 * 8 + 2 * 4 + 2 * 4;
const HASH = 4;

/**
 * An experience as bytes, little-endian: its version and number of traces (16 bits each); of each
 * trace `helped`, `harmed`, `at`, symbol, file, how many terms and errors, and their hashes.
 */
export function experienceBytes(experience: Experience): Uint8Array {
  const lengths = experience.map(
    ({ situation: { terms, errors } }) => terms.length + errors.length,
  );
  const size = lengths.reduce((sum, length) => sum + FIXED + HASH * length, HEADER);
  const view = new DataView(new ArrayBuffer(size));
  view.setUint16(0, VERSION, true);
  view.setUint16(2, experience.length, true);
  let at = HEADER;
  const hash = (value: number): void => {
    view.setUint32(at, value, true);
    at += HASH;
  };
  for (const { situation, ...trace } of experience) {
    for (const value of [trace.helped, trace.harmed, trace.at]) {
      view.setFloat64(at, value, true);
      at += 8;
    }
    const { terms, errors, symbol, file } = situation;
    for (const value of [symbol, file, terms.length, errors.length]) hash(value);
    for (const value of [...terms, ...errors]) hash(value);
  }
  return new Uint8Array(view.buffer);
}

/** The experience that the bytes tell; none of bytes that are of another version, or torn. */
export function experienceOf(bytes: Uint8Array): Experience {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint16(0, true) !== VERSION) return [];
  const traces: Trace[] = [];
  let at = HEADER;
  for (let left = view.getUint16(2, true); left > 0; left--) {
    if (at + FIXED > bytes.length) return [];
    const [helped, harmed, when] = [0, 8, 16].map((offset) => view.getFloat64(at + offset, true));
    const [symbol = 0, file = 0, terms = 0, errors = 0] = [24, 28, 32, 36].map((offset) =>
      view.getUint32(at + offset, true),
    );
    at += FIXED;
    if (at + HASH * (terms + errors) > bytes.length) return [];
    const hashes = (count: number): Uint32Array => {
      const from = at;
      at += HASH * count;
      return Uint32Array.from({ length: count }, (_, i) => view.getUint32(from + HASH * i, true));
    };
    const situation = { terms: hashes(terms), errors: hashes(errors), symbol, file };
    traces.push({ situation, helped: helped ?? 0, harmed: harmed ?? 0, at: when ?? 0 });
  }
  return traces;
}
