import type { CodeTokenizer } from '../index/code-tokenizer';
import { askedOften } from '../index/text/asked-words';

/** A question of so many terms or fewer is brief. */
const BRIEF_QUESTION = 6;
/** Texts of fewer characters say little; each one missing counts. */
const BRIEF = 250;
/** Texts of more are long, by the logarithm. */
const LONG = 500;
const LONGEST = 30_000;
/** As in the index. */
const LONGEST_HEADLINE = 200;
/** What stands before the first colon of a headline: who speaks, or what part it is about. */
const LABEL = /^[^\n:]{1,40}(?=:(?:\s|$))/;
/** What begins like a definition in one of the common languages. */
const DEFINITION =
  /^\s*(?:@\w[^\n]*\n\s*)?(?:(?:async|export|public|static|private|pub|inline|const)\s+)*(?:def|class|function|func|fn|struct|interface)\s+\w/;

/** How a text is worded next to what is asked. Values are 0 to 1, `long` above. */
export type Wording = {
  /** Which part of its headline's words were asked for. */
  headline: number;
  /** How much its headline holds of what is asked, the rare words counting more; no share. */
  asked: number;
  /** Which part of its label was asked for. */
  label: number;
  /** How little it says. */
  brief: number;
  long: number;
  code: boolean;
};

/** Compares texts to one question. */
export class Question {
  readonly #tokenizer: CodeTokenizer;
  readonly #terms: ReadonlySet<string>;
  readonly #worth: ReadonlyMap<string, number>;

  /** @param rarities see `WordSearch` */
  constructor(
    tokenizer: CodeTokenizer,
    text: string,
    rarities: (terms: readonly string[]) => number[],
  ) {
    this.#tokenizer = tokenizer;
    const often = askedOften(tokenizer.words(text), tokenizer.words(headlineOf(text)).length);
    const terms = [...often.keys()];
    const rarity = rarities(terms);
    this.#worth = new Map(
      terms.map((term, at) => [term, (often.get(term) ?? 0) * (rarity[at] ?? 0)]),
    );
    this.#terms = new Set(terms);
    this.brevity = Math.min(1, BRIEF_QUESTION / Math.max(1, terms.length));
  }

  /** 1 for a question of a few words, less for a report of many. */
  readonly brevity: number;

  wording(text: string): Wording {
    const head = headlineOf(text);
    const headline = new Set(this.#tokenizer.tokenize(head));
    const before = LABEL.exec(head)?.[0];
    const label = new Set(before === undefined ? [] : this.#tokenizer.tokenize(before));
    const length = Math.min(LONGEST, text.length);
    return {
      // One more than there are, so that a headline of one word is no whole match.
      headline: shared(headline, this.#terms) / (headline.size + 1),
      asked: this.#worthOf(headline),
      label: label.size === 0 ? 0 : shared(label, this.#terms) / label.size,
      brief: Math.max(0, 1 - length / BRIEF),
      long: Math.max(0, Math.log((length + 1) / LONG)),
      code: DEFINITION.test(text),
    };
  }

  #worthOf(terms: ReadonlySet<string>): number {
    let sum = 0;
    for (const term of terms) sum += this.#worth.get(term) ?? 0;
    return sum;
  }
}

function headlineOf(text: string): string {
  const end = text.indexOf('\n');
  return text.slice(0, end < 0 ? LONGEST_HEADLINE : Math.min(end, LONGEST_HEADLINE));
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const one of some) if (others.has(one)) count++;
  return count;
}
