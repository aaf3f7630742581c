import { posix } from 'node:path';
import type { MemoryDraft } from '../../memory/memory';
import { memoryIdOf } from '../../memory/memory-id';
import { TRUST } from '../../memory/provenance';
import type { CoChange } from './co-change';
import { pathKind } from './path-kind';

/** A pair becomes a fact of its own from here on. */
const FACT_SUPPORT = 8;
const FACT_WEIGHT = 0.5;
/** Pairs of one pattern that are told as the pattern. */
const PATTERN_PAIRS = 5;
const PATTERN_WEIGHT = 0.3;
/** Facts from one repository: the strongest pairs; the rest stay edges. */
const FACTS_KEPT = 100;
/** Facts that name one file. */
const FACTS_EACH = 2;
const FILES_LINKED = 12;

/** A fact and the files it is about. */
export interface CoChangeFact {
  id: string;
  draft: MemoryDraft;
  files: string[];
}

/**
 * Strong co-change in words. Pairs that repeat one naming pattern (`lib/rules/*.js` with
 * `tests/lib/rules/*.js`) are told once, as the pattern; others one by one, when strong.
 */
export function coChangeFacts(
  pairs: readonly CoChange[],
  repo: string,
  at: number,
): CoChangeFact[] {
  const patterns = new Map<string, { a: string; b: string; pairs: CoChange[] }>();
  const single: CoChange[] = [];
  for (const pair of pairs) {
    if (!isTelling(pair)) continue;
    const pattern = patternOf(pair);
    if (!pattern) {
      single.push(pair);
      continue;
    }
    const key = `${pattern.a}\0${pattern.b}`;
    const known = patterns.get(key);
    if (known) known.pairs.push(pair);
    else patterns.set(key, { ...pattern, pairs: [pair] });
  }
  const facts: CoChangeFact[] = [];
  for (const pattern of patterns.values()) {
    const total = sum(pattern.pairs);
    const weight = total.both / (total.countA + total.countB - total.both);
    if (pattern.pairs.length >= PATTERN_PAIRS && weight >= PATTERN_WEIGHT) {
      facts.push(patternFact(pattern, total, repo, at));
    } else {
      single.push(...pattern.pairs);
    }
  }
  const strong = single
    .filter((pair) => pair.both >= FACT_SUPPORT && pair.weight >= FACT_WEIGHT)
    .sort((p, q) => q.weight * q.both - p.weight * p.both);
  const kept = fewEach(strong).slice(0, FACTS_KEPT);
  return [...facts, ...kept.map((pair) => pairFact(pair, repo, at))];
}

/** Lock files change by themselves, and what has no source in it is seldom forgotten. */
function isTelling({ a, b }: CoChange): boolean {
  const kinds = [pathKind(a), pathKind(b)];
  return kinds.includes('source') && !kinds.includes('generated');
}

/** Of files that all change together only some pairs are told: the rest is said by them. */
function fewEach(pairs: readonly CoChange[]): CoChange[] {
  const told = new Map<string, number>();
  return pairs.filter(({ a, b }) => {
    const [ofA, ofB] = [told.get(a) ?? 0, told.get(b) ?? 0];
    if (ofA >= FACTS_EACH || ofB >= FACTS_EACH) return false;
    told.set(a, ofA + 1);
    told.set(b, ofB + 1);
    return true;
  });
}

interface Pattern {
  a: string;
  b: string;
}

/** The pattern of two paths that share a name: `src/*.ts` and `src/*.test.ts`. */
export function patternOf({ a, b }: Pick<CoChange, 'a' | 'b'>): Pattern | undefined {
  const stem = sharedStem(posix.basename(a), posix.basename(b));
  if (stem !== undefined) {
    const pattern = { a: withStar(a, stem), b: withStar(b, stem) };
    if (pattern.a !== pattern.b) return pattern;
  }
  return undefined;
}

/** The shorter name up to its first dot, where the longer one holds it as a whole word. */
function sharedStem(x: string, y: string): string | undefined {
  const [short = '', long = ''] = [x, y].map((name) => name.split('.')[0] ?? '').sort(byLength);
  if (short.length < 2 || /^(?:index|main|mod|init|__init__|package|README)$/i.test(short)) {
    return undefined;
  }
  const at = long.indexOf(short);
  const around = [long[at - 1], long[at + short.length]];
  return at >= 0 && around.every((c) => c === undefined || /[._-]/.test(c)) ? short : undefined;
}

function byLength(x: string, y: string): number {
  return x.length - y.length;
}

function withStar(path: string, stem: string): string {
  const folder = posix.dirname(path);
  const base = posix.basename(path);
  const at = base.indexOf(stem);
  const starred = `${base.slice(0, at)}*${base.slice(at + stem.length)}`;
  return folder === '.' ? starred : `${folder}/${starred}`;
}

interface Total {
  both: number;
  countA: number;
  countB: number;
}

function sum(pairs: readonly CoChange[]): Total {
  const total = { both: 0, countA: 0, countB: 0 };
  for (const pair of pairs) {
    total.both += pair.both;
    total.countA += pair.countA;
    total.countB += pair.countB;
  }
  return total;
}

function patternFact(
  pattern: Pattern & { pairs: CoChange[] },
  total: Total,
  repo: string,
  at: number,
): CoChangeFact {
  const [lead, other, count] = leading(pattern, total);
  const text = `When \`${lead}\` changes, \`${other}\` of the same name changes with it: in ${total.both} of ${count} commits, over ${pattern.pairs.length} pairs of files.`;
  const files = pattern.pairs.slice(0, FILES_LINKED / 2).flatMap(({ a, b }) => [a, b]);
  return fact(text, `${pattern.a}\0${pattern.b}`, [...new Set(files)], repo, at);
}

function pairFact(pair: CoChange, repo: string, at: number): CoChangeFact {
  const [lead, other, count] = leading(pair, pair);
  const text = `\`${lead}\` and \`${other}\` change together: ${pair.both} of the ${count} commits that touch \`${lead}\` touch both.`;
  return fact(text, `${pair.a}\0${pair.b}`, [pair.a, pair.b], repo, at);
}

/**
 * The side that is told first, with its commits: a source before its tests and docs, since that is
 * the order of work; else the one that changes less often, which the other follows more surely.
 */
function leading(names: Pattern, total: Total): [string, string, number] {
  const [a, b] = [pathKind(names.a) === 'source', pathKind(names.b) === 'source'];
  const first = a === b ? total.countA <= total.countB : a;
  return first ? [names.a, names.b, total.countA] : [names.b, names.a, total.countB];
}

function fact(text: string, key: string, files: string[], repo: string, at: number): CoChangeFact {
  const origin = `git:${repo}:co-change:${key}`;
  return {
    id: memoryIdOf(origin),
    files,
    draft: {
      kind: 'fact',
      text,
      detail: {},
      scope: { repo },
      provenance: {
        source: 'mined',
        from: 'the git history',
        at,
        trust: TRUST.mined,
        evidence: [{ kind: 'statement', text, at }],
      },
      status: 'active',
      origin,
    },
  };
}
