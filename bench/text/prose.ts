import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dice } from '../dice';

/** Stands between two sentences. */
const END = 0;
/** Sentences of fewer words are headings and remains of markup. */
const SHORTEST = 5;
/** A file counts with at most so many sentences, so that no package sets the tone. */
const SENTENCES_EACH = 120;

/**
 * Endless prose in the manner of a text: a Markov chain of the second order over its words
 * (Shannon, 1948). Words keep their frequencies, and so their Zipf curve, and stand beside words
 * that they stand beside in the text.
 */
export class Prose {
  readonly #words: readonly string[];
  readonly #stream: Int32Array;
  /** For each place in the stream, the places behind the same pair of words as there. */
  readonly #behind: readonly (readonly number[])[];
  readonly #starts: readonly number[];

  constructor(sentences: readonly string[]) {
    const ids = new Map<string, number>([['', END]]);
    const stream: number[] = [END];
    const starts: number[] = [];
    for (const sentence of sentences) {
      starts.push(stream.length);
      for (const word of sentence.split(' ')) {
        const id = ids.get(word) ?? ids.size;
        ids.set(word, id);
        stream.push(id);
      }
      stream.push(END);
    }
    this.#words = [...ids.keys()];
    this.#stream = Int32Array.from(stream);
    this.#starts = starts;
    const pairs = new Map<number, number[]>();
    this.#behind = stream.map((id, at) => {
      const pair = (stream[at - 1] ?? END) * 2 ** 20 + id;
      const places = pairs.get(pair) ?? [];
      pairs.set(pair, places);
      places.push(at + 1);
      return places;
    });
  }

  /** From the READMEs of the packages in a `node_modules` folder: prose about software. */
  static async ofReadmes(folder: string): Promise<Prose> {
    const sentences = new Set<string>();
    for (const path of (await packages(folder)).sort()) {
      const text = await readFile(join(path, 'README.md'), 'utf8').catch(() => '');
      for (const sentence of sentencesOf(text).slice(0, SENTENCES_EACH)) sentences.add(sentence);
    }
    if (sentences.size === 0) throw new Error(`No README.md in any package of ${folder}`);
    return new Prose([...sentences]);
  }

  /** Different words that it knows. */
  get vocabulary(): number {
    return this.#words.length - 1;
  }

  /** About so many words; sentences follow one another until there are enough. */
  write(dice: Dice, words: number): string {
    const text: string[] = [];
    while (text.length < words) {
      let at = dice.of(this.#starts);
      for (let id = this.#stream[at]; id && text.length < words; id = this.#stream[at]) {
        text.push(this.#words[id] ?? '');
        at = dice.of(this.#behind[at] ?? []);
      }
      const last = text.pop() ?? '';
      text.push(last.replace(/[,;:.]?$/, '.'));
    }
    return text.join(' ');
  }
}

async function packages(folder: string): Promise<string[]> {
  const entries = await readdir(folder);
  const scopes = entries.filter((name) => name.startsWith('@'));
  const scoped = await Promise.all(
    scopes.map(async (scope) =>
      (await readdir(join(folder, scope))).map((name) => join(scope, name)),
    ),
  );
  return [...entries.filter((name) => !/^[.@]/.test(name)), ...scoped.flat()].map((name) =>
    join(folder, name),
  );
}

/** The sentences of a Markdown text, without code, tables, headings, pictures and addresses. */
function sentencesOf(markdown: string): string[] {
  return markdown
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])/g, ' ')
    .replace(/\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .split(/\n\s*\n/)
    .filter((paragraph) => !/^\s*(#|\||\[|-{3}| {4})/.test(paragraph))
    .flatMap((paragraph) =>
      paragraph
        .replace(/^\s*([-*+>]|\d+\.)\s+/gm, '')
        .replace(/[*_`"]+/g, '')
        .split(/(?<=[.!?])\s+/),
    )
    .map((sentence) =>
      sentence.split(/\s+/).filter((word) => /^\(?[\w@'’./-]+[),.;:!?]*$/.test(word)),
    )
    .filter((words) => words.length >= SHORTEST)
    .map((words) => words.join(' '));
}
