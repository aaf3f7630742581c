import type { LintSpec } from '../../memory/detector';
import { NO_RULE, type LintEntry } from './lint-entry';
import { isVague } from './lexicon';
import { readSentence, type Sentence, type Sign } from './sentence';

/** The lint rule that a sentence asks for. */
export interface LintMatch {
  rule: string;
  options: LintSpec['options'];
  /** 0 to 1. */
  score: number;
}

/** How well sentence and saying must cover each other, by weight. */
const ENOUGH = 0.78;
/** What is enough where both speak of so much. */
const ENOUGH_EVIDENT = 0.66;
const EVIDENT = 6;
/** And for a prohibition, as little else is forbidden in such words. */
const ENOUGH_FORBIDDEN = 0.55;
const FORBIDDEN = 7;
/** How far the other rules must be behind. */
const AHEAD = 0.05;
/** What the rule's other sayings explain of a sentence counts for this much. */
const EXPLAINED_ELSEWHERE = 0.85;
/** Of what both speak of, so much may have the contrary sign. */
const CONTRARY = 0.2;
/** What a sign that only one of both has takes off. */
const UNSURE = 0.04;
/** What is left of a saying with a number for a sentence without. */
const NUMBERLESS = 0.97;
/** The weight of an everyday word that no saying has, and the most that one of them can have. */
const VAGUE_WEIGHT = 0.8;
const VAGUE_MOST = 2;
/** From so much in common on, what else a sentence says counts less, and at last so much. */
const MUCH = 7;
const VERY_MUCH = 15;
const CHATTER = 0.5;
/** A chain (`process.env.PORT`) and the chain it begins or ends with (`process.env`). */
const CHAIN_LIKENESS = 0.85;

interface Saying {
  entry: LintEntry;
  sentence: Sentence;
}

interface Scored {
  saying: Saying;
  /** 0 to 1. */
  score: number;
  /** The weight of what both speak of. */
  shared: number;
  /** Whether both forbid something. */
  forbidden: boolean;
}

/**
 * Finds the rule whose sayings mean what a sentence says: both speak of the same things, weighted by
 * how few rules speak of them (inverse document frequency: Spärck Jones, 1972), in the same sense,
 * and neither says much that the other does not. Unknown words weigh most, so that "never log
 * passwords" is no rule about the console.
 */
export class LintMatcher {
  readonly #sayings: readonly Saying[];
  /** The terms of all sayings of an entry. */
  readonly #vocabulary = new Map<LintEntry, ReadonlySet<string>>();
  /** What all sayings of an entry speak of: its matter, which no sentence for it can leave out. */
  readonly #matter = new Map<LintEntry, readonly string[]>();
  /** Sayings by each of their terms. */
  readonly #byTerm = new Map<string, Saying[]>();
  readonly #weights = new Map<string, number>();
  readonly #unknown: number;

  constructor(catalogue: readonly LintEntry[]) {
    this.#sayings = catalogue.flatMap((entry) =>
      sayingsOf(entry).map((text) => ({ entry, sentence: readSentence(text) })),
    );
    const rules = new Map<string, Set<string>>();
    for (const saying of this.#sayings) {
      for (const term of saying.sentence.terms.keys()) {
        const of = rules.get(term) ?? new Set();
        rules.set(term, of.add(saying.entry.rule));
        this.#byTerm.set(term, [...(this.#byTerm.get(term) ?? []), saying]);
      }
    }
    for (const entry of catalogue) {
      const own = this.#sayings.filter((saying) => saying.entry === entry);
      const terms = own.map(({ sentence }) => sentence.terms);
      const all = new Set(terms.flatMap((one) => [...one.keys()]));
      if (entry.rule !== NO_RULE) this.#vocabulary.set(entry, all);
      const matter = [...all].filter((term) => terms.every((one) => one.has(term)));
      this.#matter.set(entry, entry.rule === NO_RULE ? [] : matter);
    }
    const count = new Set(catalogue.map(({ rule }) => rule)).size;
    const weigh = (rules: number): number => Math.log(1 + count / rules);
    for (const [term, of] of rules) this.#weights.set(term, weigh(of.size));
    this.#unknown = weigh(1);
  }

  /** `undefined` when no rule means this, or when two do. */
  match(text: string): LintMatch | undefined {
    const sentence = readSentence(text);
    const [best, next] = this.#ranked(sentence);
    if (best === undefined || best.saying.entry.rule === NO_RULE) return undefined;
    const ahead = best.score - (next?.score ?? 0);
    const stands =
      ahead >= Math.max(0.01, Math.min(AHEAD, 0.6 * (1 - best.score))) &&
      best.score >= enoughFor(best);
    if (!stands) return undefined;
    const { rule, options = [] } = best.saying.entry;
    const said = best.saying.sentence.numbers.includes('{n}') ? sentence.numbers[0] : undefined;
    const number = typeof said === 'number' ? said : undefined;
    return { rule, options: filled(options, number), score: best.score };
  }

  /** The best saying of each entry, the best first; of one rule's entries only the best. */
  #ranked(sentence: Sentence): Scored[] {
    const best = new Map<string, Scored>();
    const near = new Set([...sentence.terms.keys()].flatMap((term) => this.#sayingsNear(term)));
    for (const saying of near) {
      const scored = this.#score(sentence, saying);
      const { rule } = saying.entry;
      const before = best.get(rule);
      if (scored !== undefined && scored.score > (before?.score ?? 0)) best.set(rule, scored);
    }
    return [...best.values()].sort((a, b) => b.score - a.score);
  }

  #sayingsNear(term: string): readonly Saying[] {
    const parts = term.includes('.') ? chainsOf(term) : [term];
    return parts.flatMap((part) => this.#byTerm.get(part) ?? []);
  }

  /** `undefined` for what can not be meant. */
  #score(said: Sentence, of: Saying): Scored | undefined {
    const { entry, sentence: saying } = of;
    const fit = numbersFit(said, saying);
    if (fit === 0) return undefined;
    const matter = this.#matter.get(entry) ?? [];
    if (matter.some((term) => likest(term, said).match === undefined)) return undefined;
    const known = this.#vocabulary.get(entry);
    let [whole, covered, shared, agreed, contrary] = [0, 0, 0, 0, 0];
    let forbidden = false;
    for (const [term, { weight, sign }] of said.terms) {
      const heavy = this.#weigh(term) * weight;
      whole += heavy;
      const { likeness, match } = likest(term, saying);
      if (match === undefined) {
        if (known?.has(term) === true) covered += heavy * EXPLAINED_ELSEWHERE;
        continue;
      }
      covered += heavy * likeness;
      shared += heavy;
      forbidden ||= sign === -1 && match.sign === -1;
      if (sign === match.sign) agreed += heavy;
      else if (sign !== 0 && match.sign !== 0) contrary += heavy;
    }
    let [wanted, met] = [0, 0];
    for (const [term, { weight }] of saying.terms) {
      const heavy = this.#weigh(term) * weight;
      wanted += heavy;
      const { likeness, match } = likest(term, said);
      if (match !== undefined) met += heavy * likeness;
    }
    if (shared === 0 || contrary / shared > CONTRARY) return undefined;
    const recall = met / wanted;
    const rest = (whole - covered) * chatter(shared * recall);
    const precision = covered / (covered + rest);
    const agreement = fit * (1 - UNSURE * (1 - agreed / shared));
    const score = (agreement * 2 * precision * recall) / (precision + recall);
    return { saying: of, score, shared, forbidden };
  }

  #weigh(term: string): number {
    const known = this.#weights.get(term);
    if (isVague(term)) return Math.min(known ?? VAGUE_WEIGHT, VAGUE_MOST);
    return known ?? this.#unknown;
  }
}

function enoughFor({ shared, forbidden }: Scored): number {
  if (forbidden && shared >= FORBIDDEN) return ENOUGH_FORBIDDEN;
  return shared >= EVIDENT ? ENOUGH_EVIDENT : ENOUGH;
}

/** How far what is not explained counts: a long saying that is met is hardly met by chance. */
function chatter(shared: number): number {
  const much = Math.min(1, Math.max(0, (shared - MUCH) / (VERY_MUCH - MUCH)));
  return 1 - (1 - CHATTER) * much;
}

function sayingsOf({ says }: LintEntry): string[] {
  return says
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function likest(term: string, { terms }: Sentence): { likeness: number; match?: { sign: Sign } } {
  const same = terms.get(term);
  if (same !== undefined) return { likeness: 1, match: same };
  if (!term.includes('.') && !/^[a-z]+$/.test(term)) return { likeness: 0 };
  for (const [other, match] of terms) {
    if (isChainOf(term, other) || isChainOf(other, term))
      return { likeness: CHAIN_LIKENESS, match };
  }
  return { likeness: 0 };
}

/** Whether one name is the beginning or the end of a longer chain of names. */
function isChainOf(whole: string, part: string): boolean {
  return whole.startsWith(`${part}.`) || whole.endsWith(`.${part}`);
}

function chainsOf(term: string): string[] {
  const names = term.split('.');
  const heads = names.map((_, at) => names.slice(0, at + 1).join('.'));
  const tails = names.map((_, at) => names.slice(at).join('.'));
  return [...new Set([...heads, ...tails])];
}

/** A number must be spoken of by both; a saying with any number means the default without one. */
function numbersFit(said: Sentence, saying: Sentence): number {
  if (said.numbers.length > 1) return 0;
  const [number] = said.numbers;
  if (saying.numbers.includes('{n}')) return number === undefined ? NUMBERLESS : 1;
  if (number === undefined) return saying.numbers.length === 0 ? 1 : 0;
  return saying.numbers.includes(number) ? 1 : 0;
}

type Options = LintSpec['options'];

/** Options with the number in its place; none at all when there is no number for it. */
function filled(options: Options, number: number | undefined): Options {
  const text = JSON.stringify(options);
  if (!text.includes('"{n}"')) return options;
  return number === undefined ? [] : (JSON.parse(text.replace('"{n}"', String(number))) as Options);
}
