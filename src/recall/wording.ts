import type { CodeTokenizer } from '../index/code-tokenizer';
import { askedOften } from '../index/text/asked-words';
import { headlineOf } from './headline';
import type { Readings } from './reading';

/** A question of so many terms or fewer is brief. */
const BRIEF_QUESTION = 6;
/** Texts of fewer characters say little; each one missing counts. */
const BRIEF = 250;
/** Texts of more are long, by the logarithm. */
const LONG = 500;
const LONGEST = 30_000;
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
  readonly #readings: Readings;
  readonly #terms: ReadonlySet<string>;
  readonly #worth: ReadonlyMap<string, number>;

  /** @param rarities see `WordSearch` */
  constructor(
    tokenizer: CodeTokenizer,
    readings: Readings,
    text: string,
    rarities: (terms: readonly string[]) => number[],
  ) {
    this.#readings = readings;
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
    const { headline, label } = this.#readings.of(text);
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

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const one of some) if (others.has(one)) count++;
  return count;
}
