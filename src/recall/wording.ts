import type { CodeTokenizer } from '../index/code-tokenizer';
import { askedOften } from '../index/text/asked-words';
import { headlineOf } from './headline';
import type { Readings } from './reading';
import { StandIns, type Telling } from './stand-ins';
import type { WordSearch } from './word-search';

/** A question of so many terms or fewer is brief. */
const BRIEF_QUESTION = 6;
/** Terms of a passage; each begins in the middle of the one before. */
const PASSAGE = 40;
/** A longer one is measured by so many of its rarest words, as in the index. */
const TELLING_WORDS = 16;
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
  /**
   * The most of the question that a passage near its beginning holds, the rare words counting more:
   * long texts hold any words somewhere (the best passage stands for the text: Callan, 1994).
   */
  passage: number;
  /** Which part of its label was asked for. */
  label: number;
  /** Which part of its sentences are questions: what asks does not answer. */
  asks: number;
  /** Its first terms, where it is read closely. */
  lead: readonly string[];
  /** How little it says. */
  brief: number;
  long: number;
  code: boolean;
};

/** What a question needs to know of words. */
export type WordKnowledge = Pick<WordSearch, 'rarities' | 'likeness'>;

/** Compares texts to one question. */
export class Question {
  readonly #readings: Readings;
  readonly #terms: ReadonlySet<string>;
  readonly #worth: ReadonlyMap<string, number>;
  /** What each term tells, by how rare it is; and so each word as it stands. */
  readonly #parts = new Map<string, number>();
  readonly #weights = new Map<string, number>();
  readonly #telling: number;
  /** Made when it is first asked for: most questions need none. */
  readonly #standIns: () => StandIns;

  constructor(tokenizer: CodeTokenizer, readings: Readings, text: string, search: WordKnowledge) {
    this.#readings = readings;
    const asked = tokenizer.words(text);
    const often = askedOften(asked, tokenizer.words(headlineOf(text)).length);
    const terms = [...often.keys()];
    const rarity = search.rarities(terms);
    this.#worth = new Map(
      terms.map((term, at) => [term, (often.get(term) ?? 0) * (rarity[at] ?? 0)]),
    );
    const surfaces = new Map(asked.map(({ term, surface }) => [term, surface]));
    const words: Telling[] = [];
    for (const [at, term] of terms.entries()) {
      const surface = surfaces.get(term) ?? term;
      const weight = Math.min(1, often.get(term) ?? 0) * (rarity[at] ?? 0);
      words.push({ surface, term, weight });
      this.#parts.set(term, weight);
      this.#weights.set(surface, (this.#weights.get(surface) ?? 0) + weight);
    }
    this.#telling = [...this.#weights.values()]
      .sort((a, b) => b - a)
      .slice(0, TELLING_WORDS)
      .reduce((sum, weight) => sum + weight, 0);
    this.#terms = new Set(terms);
    this.#standIns = () => (standIns ??= new StandIns(words, (all) => search.likeness?.(all)));
    let standIns: StandIns | undefined;
    this.brevity = Math.min(1, BRIEF_QUESTION / Math.max(1, terms.length));
  }

  /** 1 for a question of a few words, less for a report of many. */
  readonly brevity: number;

  /** Which part of the question these of its words are, the rare ones counting more; 0 to 1. */
  partOf(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words) sum += this.#weights.get(word) ?? 0;
    return sum === 0 ? 0 : Math.min(1, sum / this.#telling);
  }

  /**
   * How much of the question that a text does not hold its other words stand for, 0 to 1.
   *
   * @param held words of the question that the text holds
   */
  alike({ lead }: Wording, held: readonly string[]): number {
    const worth = this.#standIns().worth(lead, held);
    return worth === 0 ? 0 : Math.min(1, worth / this.#telling);
  }

  /** @param closely whether more than the headline is read, for `passage` and `lead` */
  wording(text: string, closely = true): Wording {
    const reading = this.#readings.of(text);
    const { headline, label, asks } = reading;
    const lead = closely ? reading.lead : [...headline];
    const length = Math.min(LONGEST, text.length);
    return {
      // One more than there are, so that a headline of one word is no whole match.
      headline: shared(headline, this.#terms) / (headline.size + 1),
      asked: this.#worthOf(headline),
      label: label.size === 0 ? 0 : shared(label, this.#terms) / label.size,
      asks,
      passage: this.#passage(lead),
      lead: closely ? lead.slice(0, PASSAGE) : [],
      brief: Math.max(0, 1 - length / BRIEF),
      long: Math.max(0, Math.log((length + 1) / LONG)),
      code: DEFINITION.test(text),
    };
  }

  /** The most of the question that stands in one passage of these terms. */
  #passage(terms: readonly string[]): number {
    let most = 0;
    for (let from = 0; from === 0 || from < terms.length - PASSAGE / 2; from += PASSAGE / 2) {
      const seen = new Set<string>();
      let sum = 0;
      for (let at = from; at < Math.min(from + PASSAGE, terms.length); at++) {
        const term = terms[at] ?? '';
        const part = this.#parts.get(term);
        if (part === undefined || seen.has(term)) continue;
        seen.add(term);
        sum += part;
      }
      most = Math.max(most, sum);
    }
    return most === 0 ? 0 : Math.min(1, most / this.#telling);
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
