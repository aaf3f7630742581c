import { stemmer } from '@orama/stemmers/english';
import { stopwords } from '@orama/stopwords/english';
import type { Tokenizer } from '@orama/orama';
import { baseForm } from './word-forms';

/** Longer words are blobs; this much of one still tells it from another. */
const LONGEST_TERM = 64;
/** Longer runs without a blank are minified or encoded; what follows is left out. */
const LONGEST_RUN = 1024;
const MOST_STEMS = 50_000;
/** Runs whose terms are remembered at least, and the longest of them: words come again and again. */
const MOST_RUNS = 8192;
const LONGEST_REMEMBERED = 40;

/** Beyond English function words: what people say to an assistant whatever they want of it. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  ...stopwords,
  ...['a', 'just', 'also', 'please', 'use', 'using'],
]);

/** Names that end in signs which elsewhere separate, and runs of word characters and joints. */
const RUNS =
  /(?<![\p{L}\p{N}_])(?:(?:c|g|clang)\+\+|[cfj]#)(?!\p{L})|[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[-.'’/\\:@](?=[\p{L}\p{N}_]))*/giu;
/** The same for text in ASCII, where looking at a letter costs a third. */
const ASCII_RUNS =
  /(?<![a-z0-9_])(?:(?:c|g|clang)\+\+|[cfj]#)(?![a-z])|[a-z0-9_](?:[a-z0-9_]|[-.'/\\:@](?=[a-z0-9_]))*/gi;
const ASCII = /^[\0-\x7f]*$/;
const SIGNED = /[+#]$/;
const PLAIN = /^[a-z]+$/;
const VERSION = /^v?(\d+(?:\.\d+)+)((?:-[a-z0-9.]+)?)$/i;
const HUMPS = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Scripts that put no blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A term as the index keeps it, and the word in the text that it came from. */
export type Word = { term: string; surface: string };

/**
 * Cuts text about software into terms: words without stop words, irregular and short forms led back
 * to their base, stemmed (Snowball's English stemmer); the parts of `camelCase`, `snake_case`,
 * `kebab-case`, paths and dotted names, together with the whole name, however it is spelt; versions,
 * `C++`, `C#` and error codes whole. Words of other languages stay whole, and those of scripts
 * without blanks are cut by ICU.
 */
export class CodeTokenizer implements Tokenizer {
  /**
   * Counts up with every change of what terms a text has, and of what is kept of a text: an index on
   * disk is then made again.
   */
  static readonly version = 2;

  readonly language = 'english';
  readonly normalizationCache = new Map<string, string>();
  #runs = new Map<string, readonly Word[]>();
  /** Those before these: what is asked for once more stays. */
  #olderRuns: ReadonlyMap<string, readonly Word[]> = new Map();
  readonly #segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

  /** The terms of a text in their order, repeated as they are. */
  tokenize(text: string): string[] {
    return this.words(text).map((word) => word.term);
  }

  /** The terms of a text, each with the word that it came from. */
  words(text: string): Word[] {
    const words: Word[] = [];
    if (ASCII.test(text)) {
      for (const run of text.match(ASCII_RUNS) ?? []) words.push(...this.#remembered(run));
    } else {
      for (const run of text.normalize('NFKC').match(RUNS) ?? []) this.#run(run, words);
    }
    return words;
  }

  #remembered(run: string): readonly Word[] {
    const known = this.#runs.get(run);
    if (known) return known;
    const older = this.#olderRuns.get(run);
    if (older) return this.#remember(copied(run), older);
    const words: Word[] = [];
    if (run.length > LONGEST_REMEMBERED) {
      this.#run(run, words);
      return words;
    }
    const own = copied(run);
    this.#run(own, words);
    return this.#remember(own, words);
  }

  #remember(run: string, words: readonly Word[]): readonly Word[] {
    if (this.#runs.size >= MOST_RUNS) {
      this.#olderRuns = this.#runs;
      this.#runs = new Map();
    }
    this.#runs.set(run, words);
    return words;
  }

  #run(run: string, into: Word[]): void {
    if (PLAIN.test(run)) this.#plain(run, into);
    else if (SIGNED.test(run)) into.push({ term: run.toLowerCase(), surface: run });
    else if (UNSPACED.test(run)) this.#unspaced(run.slice(0, LONGEST_RUN), into);
    else for (const name of run.slice(0, LONGEST_RUN).split(/[/\\:@]+/)) this.#name(name, into);
  }

  #unspaced(run: string, into: Word[]): void {
    for (const { segment, isWordLike } of this.#segmenter.segment(run)) {
      if (isWordLike === true) this.#plain(segment, into);
    }
  }

  #name(name: string, into: Word[]): void {
    const version = VERSION.exec(name);
    if (version) {
      const [, number = '', suffix = ''] = version;
      into.push({ term: number, surface: name });
      if (suffix) into.push({ term: number + suffix.toLowerCase(), surface: name });
      return;
    }
    for (const own of name.split('.')) {
      const parts = own
        .split(/[-_]+/)
        .flatMap((part) => part.split(HUMPS))
        .filter(Boolean);
      for (const part of parts) this.#plain(part, into);
      if (parts.length > 1) into.push({ term: cut(parts.join('').toLowerCase()), surface: own });
    }
  }

  #plain(word: string, into: Word[]): void {
    const lower = word.toLowerCase().replaceAll('’', "'");
    if (STOP_WORDS.has(lower)) return;
    const bare = lower.replace(/'.*$/s, '');
    if (bare === '' || STOP_WORDS.has(bare)) return;
    into.push({ term: this.#stem(baseForm(cut(bare))), surface: word });
  }

  #stem(word: string): string {
    if (word.length < 4 || !PLAIN.test(word)) return word;
    let stem = this.normalizationCache.get(word);
    if (stem === undefined) {
      if (this.normalizationCache.size >= MOST_STEMS) this.normalizationCache.clear();
      stem = stemmer(word);
      this.normalizationCache.set(word, stem);
    }
    return stem;
  }
}

/** A part of a text keeps the whole text in memory; a copy does not. */
function copied(ascii: string): string {
  return Buffer.from(ascii, 'latin1').toString('latin1');
}

function cut(term: string): string {
  return term.length <= LONGEST_TERM ? term : term.slice(0, LONGEST_TERM);
}
