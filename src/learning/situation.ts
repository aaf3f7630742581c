import type { CodeTokenizer } from '../index/code-tokenizer';
import { termHash } from '../index/term-hash';
import { errorSignature } from '../memory/error-signature';
import type { Task } from '../memory/task';

/** Terms of a question that are compared; more of a pasted log say no more. */
const MOST_TERMS = 48;
const MOST_PROBLEMS = 3;
/** Characters of a question that are looked through. */
const LONGEST = 4000;

/** Questions that share so much, by the cosine, have nothing to do with one another, or are the same. */
const UNLIKE = 0.3;
const ALIKE = 0.7;
/** How alike two tasks are for nothing but this. */
const SAME_ERROR = 0.9;
const SAME_SYMBOL = 0.6;
const SAME_FILE = 0.25;
/** And where neither says a word. */
const SAME_FILE_WORDLESS = 0.6;

/**
 * What a task was about, as far as another can be compared with it: hashes of its terms, sorted, and
 * of the errors, the symbol and the file, each 0 where there is none. No text.
 */
export interface Situation {
  readonly terms: Uint32Array;
  readonly errors: Uint32Array;
  readonly symbol: number;
  readonly file: number;
}

/** What a task is about. */
export function situationOf(task: Task, tokenizer: CodeTokenizer): Situation {
  const { problems, repo = '', file, symbol } = task;
  const terms = [...new Set(tokenizer.tokenize(askedIn(task)))].slice(0, MOST_TERMS);
  const errors = problems
    .filter(({ severity }) => severity === 'error')
    .slice(0, MOST_PROBLEMS)
    .map(errorSignature);
  return {
    terms: hashes(terms),
    errors: hashes(errors),
    symbol: symbol === undefined ? 0 : termHash(`${repo}\n${file}\n${symbol}`),
    file: file === undefined ? 0 : termHash(`${repo}\n${file}`),
  };
}

/** What a task asks in words: its sentence, or what its problems say. */
export function askedIn({ sentence, problems }: Task): string {
  const asked = sentence.trim() === '' ? problems.map((one) => one.message).join('\n') : sentence;
  return asked.slice(0, LONGEST);
}

/** How much each term of a situation tells, by its hash; above 0. */
export type Telling = ReadonlyMap<number, number>;

/**
 * Tells how alike earlier situations are to the present one, 0 to 1: what came of a memory there counts
 * so much here. By the cosine of their terms, each weighed by how rare it is, an earlier term that the
 * present does not hold counting as a typical one; and by the same error, symbol or file.
 */
export function likenessTo(now: Situation, telling: Telling): (then: Situation) => number {
  const tells = Float64Array.from(now.terms, (term) => telling.get(term) ?? 1);
  const all = tells.reduce((sum, one) => sum + one, 0);
  return (then) => {
    const words = alikeByWords(now.terms, tells, all, then.terms);
    const wordless = now.terms.length === 0 && then.terms.length === 0;
    let unlike = 1 - words;
    if (shares(now.errors, then.errors)) unlike *= 1 - SAME_ERROR;
    if (now.symbol !== 0 && now.symbol === then.symbol) unlike *= 1 - SAME_SYMBOL;
    if (now.file !== 0 && now.file === then.file) {
      unlike *= 1 - (wordless ? SAME_FILE_WORDLESS : SAME_FILE);
    }
    return 1 - unlike;
  };
}

function alikeByWords(
  now: Uint32Array,
  tells: Float64Array,
  all: number,
  then: Uint32Array,
): number {
  if (now.length === 0 || then.length === 0) return 0;
  let both = 0;
  let shared = 0;
  for (let at = 0, other = 0; at < now.length && other < then.length;) {
    const term = now[at] ?? 0;
    const earlier = then[other] ?? 0;
    if (term === earlier) {
      both += tells[at] ?? 0;
      shared++;
    }
    if (term <= earlier) at++;
    if (earlier <= term) other++;
  }
  if (shared === 0) return 0;
  const earlier = both + ((then.length - shared) * all) / now.length;
  const cosine = both / Math.sqrt(all * earlier);
  return Math.min(1, Math.max(0, (cosine - UNLIKE) / (ALIKE - UNLIKE)));
}

function shares(some: Uint32Array, others: Uint32Array): boolean {
  return some.some((one) => others.includes(one));
}

function hashes(texts: readonly string[]): Uint32Array {
  return Uint32Array.from(new Set(texts.map((text) => termHash(text)))).sort();
}
