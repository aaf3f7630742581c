import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CodeTokenizer } from '../../src/index/code-tokenizer';
import type { HeldOut } from './held-out';
import { htmlSections } from './html-sections';
import { manSections } from './man-sections';
import { changelogSections, packageSections } from './package-sections';
import { proseSections } from './prose-sections';
import { pythonSections } from './python-sections';
import { scriptSections } from './script-sections';
import type { Section } from './section';

/** How much text one source may give, so that none drowns the others. */
const MOST_CHARACTERS = 16e6;
const LONGEST_FILE = 1e6;
const LONGEST_SENTENCE = 64;
const SENTENCE_END = /(?<=[.!?:;])\s+(?=[A-Z"'`(\d])|\n+/;
const FOREIGN = /(?:^|\s)(?:le|les|des|der|die|und|que|los|het|een|il|che|pour|para|ist)(?=\s)/gi;
const ENGLISH = /(?:^|\s)(?:the|of|to|is|and|in|for|with|if|this)(?=\s)/gi;

/**
 * Terms by number, and sections as numbers: `[source, code or not, title terms…, sentences
 * [terms…]…]`, where lists have their lengths before them.
 */
export type Corpus = {
  terms: string[];
  counts: Uint32Array;
  stream: Int32Array;
  sources: string[];
};

/** Reads sections from files, cuts them into terms and writes them as numbers, each only once. */
export class CorpusWriter {
  readonly #tokenizer = new CodeTokenizer();
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  readonly #seen = new Set<number>();
  readonly #file: number;
  #chunk: number[] = [];
  readonly sources: { name: string; sections: number; terms: number }[] = [];

  /** @param held functions that are left out. */
  constructor(
    readonly folder: string,
    readonly held: HeldOut,
  ) {
    this.#file = openSync(join(folder, 'corpus.bin'), 'w');
  }

  /**
   * Everything that can be read under a folder, in an order that is by chance but fixed.
   *
   * @param wanted which paths are read.
   */
  addFolder(name: string, folder: string, wanted: (path: string) => boolean = () => true): void {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/\/tests?\/|\/locale\//.test(path) && wanted(path))
      .map((path) => ({ path, key: hash(path.slice(folder.length)) }))
      .sort((a, b) => a.key - b.key || (a.path < b.path ? -1 : 1));
    this.#begin(name);
    let characters = 0;
    for (const { path } of files) {
      for (const section of this.#sectionsOf(path)) {
        characters += this.#add(section);
      }
      if (characters > MOST_CHARACTERS) break;
    }
  }

  addSections(name: string, sections: Iterable<Section>): void {
    this.#begin(name);
    for (const section of sections) this.#add(section);
  }

  /** Writes what is left, and the terms with how often each is in the corpus. */
  end(): void {
    this.#flush();
    closeSync(this.#file);
    const terms = [...this.#numbers.keys()];
    writeFileSync(
      join(this.folder, 'corpus.json'),
      JSON.stringify({ terms, counts: this.#counts, sources: this.sources }),
    );
  }

  #begin(name: string): void {
    this.sources.push({ name, sections: 0, terms: 0 });
  }

  /** @returns how many characters were new. */
  #add({ title, text, code }: Section): number {
    if (foreign(text) || (code && this.#known(text))) return 0;
    const sentences: number[][] = [];
    let terms = 0;
    let characters = 0;
    for (const sentence of text.split(code ? '\n' : SENTENCE_END)) {
      if (!code && (sentence.length < 8 || this.#known(sentence))) continue;
      const numbers = this.#numbersOf(sentence);
      if (numbers.length === 0) continue;
      sentences.push(numbers);
      terms += numbers.length;
      characters += sentence.length;
    }
    const source = this.sources.at(-1);
    if (terms < 3 || !source) return 0;
    const head = this.#numbersOf(title.slice(0, 400));
    this.#chunk.push(this.sources.length - 1, code ? 1 : 0);
    this.#chunk.push(head.length, ...head, sentences.length);
    for (const sentence of sentences) this.#chunk.push(sentence.length, ...sentence);
    source.sections++;
    source.terms += terms + head.length;
    if (this.#chunk.length > 1e6) this.#flush();
    return characters;
  }

  /** Whether a text was there before; from now on it was. */
  #known(text: string): boolean {
    const key = hash(text);
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }

  #sectionsOf(path: string): Section[] {
    const name = basename(path).replace(/\.gz$/, '');
    const read = /\.py$/.test(name)
      ? (text: string) => pythonSections(text, (definition) => this.held.has(definition))
      : readerOf(name, path);
    if (!read) return [];
    const bytes = readFileSync(path);
    if (bytes.length > LONGEST_FILE) return [];
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return read(text.slice(0, LONGEST_FILE));
  }

  #numbersOf(text: string): number[] {
    const numbers: number[] = [];
    for (const term of this.#tokenizer.tokenize(text.slice(0, 4000))) {
      if (/^\d+$/.test(term) && term.length > 4) continue;
      let number = this.#numbers.get(term);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(term, number);
        this.#counts.push(0);
      }
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      numbers.push(number);
      if (numbers.length === LONGEST_SENTENCE) break;
    }
    return numbers;
  }

  #flush(): void {
    writeSync(this.#file, Int32Array.from(this.#chunk));
    this.#chunk = [];
  }
}

/** The corpus as `CorpusWriter` left it. */
export function readCorpus(folder: string): Corpus {
  const { terms, counts, sources } = JSON.parse(
    readFileSync(join(folder, 'corpus.json'), 'utf8'),
  ) as { terms: string[]; counts: number[]; sources: { name: string }[] };
  const bytes = readFileSync(join(folder, 'corpus.bin'));
  const stream = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return { terms, counts: Uint32Array.from(counts), stream, sources: sources.map((s) => s.name) };
}

function readerOf(name: string, path: string): ((text: string) => Section[]) | undefined {
  if (/^(?:copyright|LICENSE|COPYING)/i.test(name)) return undefined;
  if (/^changelog\.Debian/.test(name)) return changelogSections;
  if (/\.x?html?(?:\.en)?$|\.xhp$/.test(name)) return htmlSections;
  if (/\.[1-8][a-z]*$/.test(name) && path.includes('/man/')) return manSections;
  if (/\.[cm]?[jt]s$/.test(name)) return scriptSections;
  if (/\.(?:txt|rst|md|pod|adoc)$|^(?:README|NEWS|CHANGES|changelog|HOWTO)/i.test(name)) {
    return proseSections;
  }
  return undefined;
}

function foreign(text: string): boolean {
  const sample = text.slice(0, 2000);
  return (sample.match(FOREIGN)?.length ?? 0) > (sample.match(ENGLISH)?.length ?? 0) + 1;
}

function hash(text: string): number {
  return createHash('md5').update(text).digest().readUIntLE(0, 6);
}

/** The text of Debian's long descriptions, from apt's lists in a folder. */
export function packageDescriptions(lists: string): Section[] {
  const files = readdirSync(lists)
    .filter((name) => name.includes('Translation-en'))
    .sort();
  return files.flatMap((file) => {
    const text = execFileSync('/usr/lib/apt/apt-helper', ['cat-file', join(lists, file)], {
      maxBuffer: 1e9,
      encoding: 'utf8',
    });
    return packageSections(text);
  });
}
