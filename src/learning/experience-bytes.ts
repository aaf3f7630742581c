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
  // A copy begins at the start of its buffer, so that hashes can be looked at where they lie.
  const own = bytes.slice(0, bytes.length - (bytes.length % HASH));
  const view = new DataView(own.buffer);
  const words = new Uint32Array(own.buffer);
  if (own.length < HEADER || view.getUint16(0, true) !== VERSION) return [];
  const traces: Trace[] = [];
  let at = HEADER;
  for (let left = view.getUint16(2, true); left > 0; left--) {
    if (at + FIXED > own.length) return [];
    const helped = view.getFloat64(at, true);
    const harmed = view.getFloat64(at + 8, true);
    const when = view.getFloat64(at + 16, true);
    const [symbol, file] = [view.getUint32(at + 24, true), view.getUint32(at + 28, true)];
    const terms = view.getUint32(at + 32, true);
    const errors = view.getUint32(at + 36, true);
    const from = (at + FIXED) / HASH;
    at += FIXED + HASH * (terms + errors);
    if (at > own.length) return [];
    const situation = {
      terms: words.subarray(from, from + terms),
      errors: words.subarray(from + terms, from + terms + errors),
      symbol,
      file,
    };
    traces.push({ situation, helped, harmed, at: when });
  }
  return traces;
}
