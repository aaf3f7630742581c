import { headlineEnd } from './bm25';
import type { VarintReader } from './postings';

/** Characters of a text that are its beginning; that many are looked through for questions. */
const LEAD = 600;
const ASKS = 1000;
/** Longer texts are equally long. */
const LONGEST = 30_000;
/** Parts that a share of sentences is rounded to. */
const PARTS = 240;

/** What stands before the first colon of a headline: who speaks, or what part it is about. */
const LABEL = /^[^\n:]{1,40}(?=:(?:\s|$))/;
const SENTENCE_END = /[.!?](?=[\s"'”’)]|$)/g;
const QUESTION_END = /[\p{L}\p{N}"'”’)]\?(?=[\s"'”’)]|$)/gu;
/** What begins like a definition in one of the common languages. */
const DEFINITION =
  /^\s*(?:@\w[^\n]*\n\s*)?(?:(?:async|export|public|static|private|pub|inline|const)\s+)*(?:def|class|function|func|fn|struct|interface)\s+\w/;

/** What a text is like, whatever is asked: all that ranking needs of it beside its postings. */
export type Outline<Term> = {
  /** The terms that it begins with, in their order: those of its headline, then what follows. */
  lead: ArrayLike<Term>;
  /** How many of `lead` are its headline's, and how many different ones these are. */
  head: number;
  headTerms: number;
  /** How many of `lead` are its label's, and how many different ones these are; 0 without one. */
  label: number;
  labelTerms: number;
  /** Which part of its sentences are questions, 0 to 1. */
  asks: number;
  /** In characters, up to 30,000. */
  length: number;
  /** Whether it begins like a definition in code. */
  code: boolean;
};

/** A text's outline, and the terms after its beginning, in their order. */
export function outlineOf(
  text: string,
  tokenize: (part: string) => string[],
): { outline: Outline<string>; rest: string[] } {
  const head = headlineEnd(text);
  const end = Math.max(head, leadEnd(text));
  const headline = tokenize(text.slice(0, head));
  const named = LABEL.exec(text.slice(0, head))?.[0];
  const label = named === undefined ? [] : tokenize(named);
  return {
    outline: {
      lead: [...headline, ...tokenize(text.slice(head, end))],
      head: headline.length,
      headTerms: new Set(headline).size,
      label: label.length,
      labelTerms: new Set(label).size,
      asks: asks(text.slice(0, ASKS)),
      length: Math.min(LONGEST, text.length),
      code: DEFINITION.test(text),
    },
    rest: tokenize(text.slice(end)),
  };
}

/** As numbers, to be written one after another; `other`: terms that are not in `lead`. */
export function* outlineNumbers(
  { lead, head, headTerms, label, labelTerms, asks, length, code }: Outline<number>,
  others: readonly number[],
): Generator<number> {
  yield length * 2 + (code ? 1 : 0);
  yield Math.round(asks * PARTS);
  yield label;
  yield labelTerms;
  yield head;
  yield headTerms;
  yield lead.length;
  for (let at = 0; at < lead.length; at++) yield lead[at] ?? 0;
  yield* others;
}

/** Reads an outline that ends at `end` at the latest. @param named what stands for each term */
export function readOutline(
  reader: VarintReader,
  end: number,
  named?: ReadonlyMap<number, number>,
): Outline<number> {
  const first = reader.next();
  const asked = reader.next() / PARTS;
  const label = reader.next();
  const labelTerms = reader.next();
  const head = reader.next();
  const headTerms = reader.next();
  // A torn count must not ask for more room than there are bytes.
  const lead = new Array<number>(Math.min(reader.next(), Math.max(0, end - reader.at)));
  for (let at = 0; at < lead.length; at++) {
    const term = reader.next();
    lead[at] = named === undefined ? term : (named.get(term) ?? -1);
  }
  const length = Math.floor(first / 2);
  return { lead, head, headTerms, label, labelTerms, asks: asked, length, code: first % 2 === 1 };
}

/** Where the beginning of a text ends: between two words. */
function leadEnd(text: string): number {
  if (text.length <= LEAD) return text.length;
  const blank = text.slice(0, LEAD + 1).search(/\s\S*$/u);
  return blank > 0 ? blank : LEAD;
}

function asks(text: string): number {
  const questions = text.match(QUESTION_END)?.length ?? 0;
  if (questions === 0) return 0;
  const share = Math.min(1, questions / (text.match(SENTENCE_END)?.length ?? 1));
  return Math.round(share * PARTS) / PARTS;
}
