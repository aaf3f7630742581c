import type { Region } from './token-diff';
import type { Token } from './tokens';
import { KEYWORDS } from './words';

/** How many tokens beside a change are taken in, on each side. */
export interface Widening {
  readonly left: number;
  readonly right: number;
}

/** Arguments of a call are shown whole when they are no more tokens than this. */
const FEW = 10;

const CHAIN = new Set(['.', '?.', '::', '->']);
const OPENERS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const CLOSERS = new Map([...OPENERS].map(([open, close]) => [close, open]));

/**
 * How far a change must be widened to be understood: to whole member chains and calls, to the
 * operands of an operator, to the call around a changed argument. Only over tokens that are the same
 * on both sides, so that the change itself stays what it is.
 *
 * `axios` → `http` becomes `axios.get(` → `http.get(`; an inserted `await` takes in `fetchUser(id)`.
 */
export function widen(tokens: readonly Token[], region: Region): Widening {
  const { from, to } = region.after;
  const before = tokens.slice(from - region.keptLeft, from).reverse();
  const after = tokens.slice(to, to + region.keptRight);
  const first = tokens[from];
  const last = tokens[to - 1];
  const inserted = region.before.from === region.before.to;
  const removed = from === to;

  const around = callAround(before, after, first, inserted || removed);
  if (around !== undefined) return around;
  const wantsLeft = removed || first === undefined || isInfix(first);
  const wantsRight = removed || last === undefined || isPrefixOrInfix(last);
  return {
    left: leftwards(before, wantsLeft),
    right: rightwards(after, wantsRight, last, inserted || removed),
  };
}

/** How far a change must be widened to begin and end with a line, over what is the same. */
export function widenToLines(tokens: readonly Token[], region: Region): Widening {
  const { from, to } = region.after;
  let left = 0;
  while (left < region.keptLeft && tokens[from - left]?.firstInLine !== true) left++;
  let right = 0;
  while (right < region.keptRight && tokens[to + right]?.firstInLine === false) right++;
  return { left, right };
}

function rightwards(
  tokens: readonly Token[],
  wantsOperand: boolean,
  last: Token | undefined,
  whole: boolean,
): number {
  let taken = 0;
  let wants = wantsOperand;
  let previous = last;
  for (;;) {
    const next = tokens[taken];
    if (next === undefined) return taken;
    const calls = next.text === '(' || next.text === '[';
    if (calls && (wants || isName(previous) || CLOSERS.has(previous?.text ?? ''))) {
      const size = bracketed(tokens.slice(taken), OPENERS);
      if (size !== undefined && size <= FEW + 2 && (whole || wants)) {
        taken += size;
        previous = tokens[taken - 1];
        wants = false;
        continue;
      }
      return taken + 1;
    }
    const following = tokens[taken + 1];
    if (CHAIN.has(next.text) && following?.kind === 'word') {
      taken += 2;
      previous = following;
      wants = false;
      continue;
    }
    if (wants && !CLOSERS.has(next.text) && next.text !== ';' && next.text !== ',') {
      taken++;
      previous = next;
      wants = isPrefixOrInfix(next);
      continue;
    }
    return taken;
  }
}

/** `tokens` are those to the left, the nearest first. */
function leftwards(tokens: readonly Token[], wantsOperand: boolean): number {
  let taken = 0;
  let wants = wantsOperand;
  for (;;) {
    const next = tokens[taken];
    if (next === undefined) return taken;
    if (CHAIN.has(next.text)) {
      taken++;
      wants = true;
      continue;
    }
    if (taken === 0 && (next.text === 'new' || next.text === 'await')) return 1;
    // `timeout:` says what the value after it is.
    if (!wants && taken === 0 && next.text === ':' && isName(tokens[1])) return 2;
    if (!wants) return taken;
    if (CLOSERS.has(next.text)) {
      const size = bracketed(tokens.slice(taken), CLOSERS);
      if (size === undefined || size > FEW + 2) return taken;
      taken += size;
      wants = isName(tokens[taken]);
      continue;
    }
    if (next.kind === 'mark') return taken;
    taken++;
    wants = CHAIN.has(tokens[taken]?.text ?? '');
  }
}

/**
 * The call around a change among its arguments, where the argument alone says too little: a literal,
 * or one that came or went.
 */
function callAround(
  before: readonly Token[],
  after: readonly Token[],
  first: Token | undefined,
  oneSided: boolean,
): Widening | undefined {
  const literal = first?.kind === 'number' || first?.kind === 'string';
  const listed = first?.text === ',' || before[0]?.text === ',' || after[0]?.text === ',';
  const alone = before[0]?.text === '(' && after[0]?.text === ')';
  if (!literal && !(oneSided && (listed || alone))) return undefined;
  const opened = distanceTo('(', before, CLOSERS);
  const closed = distanceTo(')', after, OPENERS);
  if (opened === undefined || closed === undefined || !isName(before[opened])) return undefined;
  let left = opened + 1;
  while (CHAIN.has(before[left]?.text ?? '') && isName(before[left + 1])) left += 2;
  return { left, right: closed };
}

/** How many tokens to the bracket that encloses, it included; nothing beyond a few arguments. */
function distanceTo(
  bracket: string,
  tokens: readonly Token[],
  pairs: ReadonlyMap<string, string>,
): number | undefined {
  for (let at = 0; at < tokens.length && at <= FEW; at++) {
    const text = tokens[at]?.text ?? '';
    if (text === bracket) return at + 1;
    if (!pairs.has(text)) {
      if ([...pairs.values()].includes(text) || text === ';') return undefined;
      continue;
    }
    const size = bracketed(tokens.slice(at), pairs);
    if (size === undefined) return undefined;
    at += size - 1;
  }
  return undefined;
}

/** The length of the bracketed run that the tokens begin with, both brackets included. */
function bracketed(
  tokens: readonly Token[],
  pairs: ReadonlyMap<string, string>,
): number | undefined {
  const closing: string[] = [];
  for (const [at, { text }] of tokens.entries()) {
    const close = pairs.get(text);
    if (close !== undefined) closing.push(close);
    else if (text === closing.at(-1)) closing.pop();
    if (closing.length === 0) return at + 1;
  }
  return undefined;
}

const isName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !KEYWORDS.has(token.text);

const isInfix = (token: Token): boolean =>
  (token.kind === 'mark' && !OPENERS.has(token.text) && token.text !== '!') ||
  ['in', 'of', 'instanceof', 'as', 'is', 'and', 'or'].includes(token.text);

const isPrefixOrInfix = (token: Token): boolean =>
  (token.kind === 'mark' && !CLOSERS.has(token.text) && token.text !== ';') ||
  (token.kind === 'word' && KEYWORDS.has(token.text) && !VALUES.has(token.text));

/** Keywords that are values: nothing has to follow them. */
const VALUES = new Set([
  'true',
  'false',
  'null',
  'undefined',
  'this',
  'None',
  'True',
  'False',
  'nil',
  'self',
  'super',
]);
