import { createHash } from 'node:crypto';
import { pythonDefinitions, type Definition } from './python-sections';

/** What is shorter is the same in many places by chance. */
const TELLING = 24;

/** Functions that will be asked for in a measurement, by their docstring and by their code. */
export class HeldOut {
  readonly #seen = new Set<string>();

  /** @param texts of a set's documents; those that are not Python hold nothing out. */
  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      for (const definition of pythonDefinitions(`${text}\n`)) {
        for (const key of keysOf(definition)) this.#seen.add(key);
      }
    }
  }

  get size(): number {
    return this.#seen.size;
  }

  /** Whether a function's docstring or its code is one of these, but for blanks, signs and case. */
  has(definition: Definition): boolean {
    return keysOf(definition).some((key) => this.#seen.has(key));
  }
}

function keysOf({ name, doc, code }: Definition): string[] {
  const [says, does] = [doc, code].map(bare) as [string, string];
  const keys = does.length < TELLING ? [`${name} ${does}`] : [does];
  if (says.length >= TELLING) keys.push(says);
  return keys.map((key) => createHash('md5').update(key).digest('base64'));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
