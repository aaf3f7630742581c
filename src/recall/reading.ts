import type { CodeTokenizer } from '../index/code-tokenizer';
import { headlineOf, labelOf } from './headline';

/** Texts whose reading is kept, the last met: a project's memories come up again and again. */
const KEPT = 2048;

/** Characters of a text that are read beyond its headline, and looked through for questions. */
const LEAD = 600;
const ASKS = 1000;

const SENTENCE_END = /[.!?](?=[\s"'”’)]|$)/g;
const QUESTION_END = /[\p{L}\p{N}"'”’)]\?(?=[\s"'”’)]|$)/gu;
const WORDS = /[\p{L}\p{M}\p{N}_'’]+/gu;
/** A name in code: two memories that differ in one speak of two things. */
const NAME = /\p{Ll}\p{Lu}|_/u;
const CODE = /`[^`]+`/g;
/** One such word more or less turns a sentence round, however much else is the same. */
const TURNING = /^(?:no|not|never|none|without|avoid|cannot|instead|only|except|\w+n['’]t)$|\p{N}/u;

/** What a text is made of, whatever is asked. */
export class Reading {
  readonly #tokenizer: CodeTokenizer;
  readonly #text: string;
  #headline: ReadonlySet<string> | undefined;
  #label: ReadonlySet<string> | undefined;
  #lead: readonly string[] | undefined;
  #asks: number | undefined;
  #words: ReadonlySet<string> | undefined;
  #turning: string | undefined;

  constructor(text: string, tokenizer: CodeTokenizer) {
    this.#text = text;
    this.#tokenizer = tokenizer;
  }

  /** The terms of its headline. */
  get headline(): ReadonlySet<string> {
    return (this.#headline ??= new Set(this.#tokenizer.tokenize(headlineOf(this.#text))));
  }

  /** The terms of its label; none where it has none. */
  get label(): ReadonlySet<string> {
    return (this.#label ??= new Set(this.#tokenizer.tokenize(labelOf(this.#text))));
  }

  /** The terms that it begins with, in their order. */
  get lead(): readonly string[] {
    return (this.#lead ??= this.#tokenizer.tokenize(this.#text.slice(0, LEAD)));
  }

  /** Which part of its sentences are questions, 0 to 1. */
  get asks(): number {
    return (this.#asks ??= asks(this.#text.slice(0, ASKS)));
  }

  /** Its words, in lower case; of a text without words, the text. */
  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(this.#spelt().map((word) => word.toLowerCase())));
  }

  /** What two texts that say the same have in common to the letter: turning words, names, code. */
  get turning(): string {
    return (this.#turning ??= [
      ...new Set([
        ...[...this.words].filter((word) => TURNING.test(word)),
        ...this.#spelt().filter((word) => NAME.test(word)),
        ...(this.#text.match(CODE) ?? []),
      ]),
    ]
      .sort()
      .join(' '));
  }

  #spelt(): string[] {
    return this.#text.match(WORDS) ?? [this.#text];
  }
}

function asks(text: string): number {
  const questions = text.match(QUESTION_END)?.length ?? 0;
  return questions === 0 ? 0 : Math.min(1, questions / (text.match(SENTENCE_END)?.length ?? 1));
}

/** Reads texts, and keeps what it read of those met last. */
export class Readings {
  readonly #tokenizer: CodeTokenizer;
  readonly #kept = new Map<string, Reading>();

  constructor(tokenizer: CodeTokenizer) {
    this.#tokenizer = tokenizer;
  }

  of(text: string): Reading {
    const known = this.#kept.get(text);
    if (known) {
      this.#kept.delete(text);
      this.#kept.set(text, known);
      return known;
    }
    const reading = new Reading(text, this.#tokenizer);
    this.#kept.set(text, reading);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return reading;
  }
}
