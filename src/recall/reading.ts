import type { CodeTokenizer } from '../index/code-tokenizer';
import { outlineOf, type Outline } from '../index/text/outline';

/** Texts whose reading is kept, the last met: a project's memories come up again and again. */
const KEPT = 2048;

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
  #outline: Outline<string> | undefined;
  #words: ReadonlySet<string> | undefined;
  #turning: string | undefined;

  constructor(text: string, tokenizer: CodeTokenizer) {
    this.#text = text;
    this.#tokenizer = tokenizer;
  }

  get outline(): Outline<string> {
    return (this.#outline ??= outlineOf(this.#text, (part) =>
      this.#tokenizer.tokenize(part),
    ).outline);
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
