import type { Work } from '../pause';
import { outlineNumbers, readOutline, type Outline } from '../text/outline';
import { Postings, type VarintReader } from '../text/postings';
import { GrowingBytes } from './growing-bytes';
import type { SectionWriter } from './sections';
import { DictionaryWriter } from './term-dictionary';

/** How many rows, how many terms. */
export const TEXT = 'text';
export const POSTINGS = 'text.postings';
/** Of each row what its text is like and the numbers of its terms, and where they begin. */
export const FORWARD = 'text.forward';
export const FORWARD_STARTS = 'text.forward-starts';
/** How many terms each row has, in all and in its headline. */
export const LENGTHS = 'text.lengths';
export const HEADS = 'text.heads';

/** In a table of new rows: the row is not taken over. */
export const GONE = 0xffff_ffff;
/** Bytes handed to the writer at once. */
const CHUNK = 1 << 16;
/** Terms between two stops. */
const STRIDE = 64;

/** A term as its source numbers it. */
export type SourceTerm = { term: string; number: number };

/** What a text is like, and its terms that are not at its beginning, each once; by number. */
export type Entry = { outline: Outline<number>; others: number[] };

/** Reads what is kept of one row, up to `end`. */
export function readEntry(reader: VarintReader, end: number): Entry {
  const outline = readOutline(reader, end);
  const others: number[] = [];
  while (reader.at < end) others.push(reader.next());
  return { outline, others };
}

/** Texts that are taken over into a new segment: a hot index, or another segment. */
export interface TextSource {
  /** In ascending order (of UTF-16 units). */
  sortedTerms(): Iterable<SourceTerm>;
  /** Unpacks the postings of a term that was just given, dead rows among them. */
  postingsOf(term: SourceTerm, into: Postings): void;
  /** What is kept of a row's text. */
  entry(row: number): Entry;
  /** How many terms a row has, in all and in its headline. */
  counts(row: number): { all: number; head: number };
  /** More than the number of any term. */
  readonly termCount: number;
}

/** A source, and the new row of each of its rows, ascending, or `GONE`. */
export type Taken<Source> = { source: Source; rows: Uint32Array };

/** Writes the texts of several sources as one; needs memory for the dictionary alone. */
export function* writeTexts(
  taken: readonly Taken<TextSource>[],
  count: number,
  writer: SectionWriter,
): Work {
  const dictionary = new DictionaryWriter();
  const numbers = yield* writePostings(taken, dictionary, writer);
  dictionary.finish(writer);
  const head = Uint32Array.of(count, dictionary.size);
  writer.write(TEXT, [new Uint8Array(head.buffer)]);
  yield* writeForward(taken, numbers, count, writer);
}

/** Gives the new number of each term of each source. */
function* writePostings(
  taken: readonly Taken<TextSource>[],
  dictionary: DictionaryWriter,
  writer: SectionWriter,
): Work<Uint32Array[]> {
  const inputs = taken.map(({ source, rows }) => ({
    source,
    rows,
    terms: source.sortedTerms()[Symbol.iterator](),
    term: undefined as SourceTerm | undefined,
    numbers: new Uint32Array(source.termCount),
  }));
  type Input = (typeof inputs)[number];
  const advance = (input: Input): void => {
    const next = input.terms.next();
    input.term = next.done === true ? undefined : next.value;
  };
  for (const input of inputs) advance(input);

  writer.begin(POSTINGS);
  const postings = new Postings();
  const chunk = new GrowingBytes();
  for (let step = 1; ; step++) {
    const term = inputs.reduce<string | undefined>(
      (least, { term }) =>
        least === undefined || (term && term.term < least) ? term?.term : least,
      undefined,
    );
    if (term === undefined) break;
    const began = chunk.length;
    let holders = 0;
    let before = -1;
    for (const input of inputs) {
      if (input.term?.term !== term) continue;
      input.numbers[input.term.number] = dictionary.size;
      input.source.postingsOf(input.term, postings);
      for (let at = 0; at < postings.length; at++) {
        const row = input.rows[postings.rows[at] ?? 0] ?? GONE;
        if (row === GONE) continue;
        chunk.posting(row - before, postings.counts[at] ?? 1);
        before = row;
        holders++;
      }
      advance(input);
    }
    if (holders > 0) dictionary.add(term, holders, chunk.length - began);
    if (chunk.length >= CHUNK) flush(chunk, writer);
    if (step % STRIDE === 0) yield;
  }
  flush(chunk, writer);
  return inputs.map((input) => input.numbers);
}

function* writeForward(
  taken: readonly Taken<TextSource>[],
  numbers: readonly Uint32Array[],
  count: number,
  writer: SectionWriter,
): Work {
  writer.begin(FORWARD);
  const chunk = new GrowingBytes();
  const starts = new Uint32Array(count + 1);
  const lengths = new Uint32Array(count);
  const heads = new Uint8Array(count);
  let end = 0;
  for (const [at, { source, rows }] of taken.entries()) {
    const own = numbers[at];
    for (let row = 0; row < rows.length; row++) {
      if (row % STRIDE === 0) yield;
      const place = rows[row] ?? GONE;
      if (place === GONE) continue;
      const began = chunk.length;
      const { outline, others } = source.entry(row);
      const renamed = (terms: ArrayLike<number>): number[] =>
        Array.from(terms, (term) => own?.[term] ?? 0);
      const lead = renamed(outline.lead);
      for (const number of outlineNumbers({ ...outline, lead }, renamed(others))) {
        chunk.varint(number);
      }
      end += chunk.length - began;
      starts[place + 1] = end;
      const { all, head } = source.counts(row);
      lengths[place] = all;
      heads[place] = head;
      if (chunk.length >= CHUNK) flush(chunk, writer);
    }
  }
  flush(chunk, writer);
  writer.write(FORWARD_STARTS, [new Uint8Array(starts.buffer)]);
  writer.write(LENGTHS, [new Uint8Array(lengths.buffer)]);
  writer.write(HEADS, [heads]);
}

function flush(chunk: GrowingBytes, writer: SectionWriter): void {
  writer.append(chunk.bytes);
  chunk.clear();
}
