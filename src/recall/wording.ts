import type { CodeTokenizer } from '../index/code-tokenizer';
import { askedOften } from '../index/text/asked-words';
import { headlineEnd } from '../index/text/bm25';
import type { Outline } from '../index/text/outline';
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
  /** How little it says. */
  brief: number;
  long: number;
  code: boolean;
};

/** What a question needs to know of words. */
export type WordKnowledge = Pick<WordSearch, 'rarities' | 'likeness'>;

/** Compares texts to one question. */
export class Question {
  /** Its terms, each once: places in outlines count from the first. */
  readonly terms: readonly string[];
  readonly #readings: Readings;
  readonly #places: ReadonlyMap<string, number>;
  /** By place: what the term tells, by how often it is asked for and how rare it is. */
  readonly #worth: readonly number[];
  /** By place, and of each word as it stands: what it tells, by how rare it is. */
  readonly #parts: number[] = [];
  readonly #weights = new Map<string, number>();
  readonly #telling: number;
  /** By place: in which round the term was last met. */
  readonly #seen: Uint32Array;
  #round = 0;
  /** Made when it is first asked for: most questions need none. */
  readonly #standIns: () => StandIns;

  constructor(tokenizer: CodeTokenizer, readings: Readings, text: string, search: WordKnowledge) {
    this.#readings = readings;
    const asked = tokenizer.words(text);
    const often = askedOften(asked, tokenizer.words(text.slice(0, headlineEnd(text))).length);
    const terms = [...often.keys()];
    const rarity = search.rarities(terms);
    this.terms = terms;
    this.#places = new Map(terms.map((term, place) => [term, place]));
    this.#worth = terms.map((term, place) => (often.get(term) ?? 0) * (rarity[place] ?? 0));
    this.#seen = new Uint32Array(terms.length);
    const surfaces = new Map(asked.map(({ term, surface }) => [term, surface]));
    const words: Telling[] = [];
    for (const [at, term] of terms.entries()) {
      const surface = surfaces.get(term) ?? term;
      const weight = Math.min(1, often.get(term) ?? 0) * (rarity[at] ?? 0);
      words.push({ surface, term, weight });
      this.#parts.push(weight);
      this.#weights.set(surface, (this.#weights.get(surface) ?? 0) + weight);
    }
    this.#telling = [...this.#weights.values()]
      .sort((a, b) => b - a)
      .slice(0, TELLING_WORDS)
      .reduce((sum, weight) => sum + weight, 0);
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
  alike(text: string, held: readonly string[]): number {
    const { lead } = this.#readings.of(text).outline;
    const worth = this.#standIns().worth(Array.from(lead).slice(0, PASSAGE), held);
    return worth === 0 ? 0 : Math.min(1, worth / this.#telling);
  }

  /** What a text is like next to the question, read anew: for those that no index tells of. */
  outline(text: string): Outline<number> {
    const { outline } = this.#readings.of(text);
    return { ...outline, lead: Array.from(outline.lead, (term) => this.#places.get(term) ?? -1) };
  }

  wording(outline: Outline<number>): Wording {
    const { head, headTerms, label, labelTerms, asks, length, code } = outline;
    return {
      // One more than there are, so that a headline of one word is no whole match.
      headline: this.#among(outline, 0, head).count / (headTerms + 1),
      asked: this.#among(outline, 0, head, this.#worth).sum,
      label: label === 0 ? 0 : this.#among(outline, 0, label).count / labelTerms,
      asks,
      passage: this.#passage(outline),
      brief: Math.max(0, 1 - length / BRIEF),
      long: Math.max(0, Math.log((length + 1) / LONG)),
      code,
    };
  }

  /** The most of the question that stands in one passage of a text's beginning. */
  #passage(outline: Outline<number>): number {
    const { length } = outline.lead;
    let most = 0;
    for (let from = 0; from === 0 || from < length - PASSAGE / 2; from += PASSAGE / 2) {
      const to = Math.min(from + PASSAGE, length);
      most = Math.max(most, this.#among(outline, from, to, this.#parts).sum);
    }
    return most === 0 ? 0 : Math.min(1, most / this.#telling);
  }

  /** How many terms of the question stand from one place of a text up to another, and their sum. */
  #among(
    { lead }: Outline<number>,
    from: number,
    to: number,
    values: readonly number[] = [],
  ): { count: number; sum: number } {
    const round = ++this.#round;
    let count = 0;
    let sum = 0;
    for (let at = from; at < to; at++) {
      const place = lead[at] ?? -1;
      if (place < 0 || this.#seen[place] === round) continue;
      this.#seen[place] = round;
      count++;
      sum += values[place] ?? 0;
    }
    return { count, sum };
  }
}
