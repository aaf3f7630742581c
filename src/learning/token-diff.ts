import { diffArrays } from 'diff';
import type { Token } from './tokens';

/**
 * A place where two token lists differ: the tokens from `before.from` up to `before.to` became those
 * from `after.from` up to `after.to`; one side may be empty. `keptLeft` and `keptRight` count the
 * tokens beside it that are the same on both sides.
 */
export interface Region {
  readonly before: Span;
  readonly after: Span;
  readonly keptLeft: number;
  readonly keptRight: number;
}

/** A half-open range of token indexes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const lengthOf = (span: Span): number => span.to - span.from;

/** Beyond this many token edits two texts have too little in common to tell what became what. */
const MOST_EDITS = 400;

/** Changes with no more than this between them, none of it a name, are one change. */
const JOIN_ACROSS = 3;

/** Changes that open and close one pair of brackets are one change, up to so many tokens between. */
const BRACKETS_ACROSS = 24;

/**
 * Where two lists of tokens differ, in order, by the shortest edit script (Myers, package `diff`).
 *
 * Such a script knows nothing of code, so it is set right in two ways. It matches stray brackets and
 * names within what is one change: changes with next to nothing between them, or of which one opens
 * a bracket that the other closes, are joined. And it may cut `; a()` where `a();` was meant: a
 * one-sided change is moved to begin where a line begins, as git does for its hunks.
 *
 * `undefined` when the lists differ too much.
 */
export function differences(
  before: readonly Token[],
  after: readonly Token[],
): Region[] | undefined {
  const spans = editScript(before, after);
  if (spans === undefined) return undefined;
  const joined: Pair[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && isOneChange(last, span, before, after)) {
      last.before = { from: last.before.from, to: span.before.to };
      last.after = { from: last.after.from, to: span.after.to };
    } else joined.push(span);
  }
  const slid = joined.map((span, i) =>
    slideToLine(span, before, after, {
      left: span.before.from - (joined[i - 1]?.before.to ?? 0),
      right: (joined[i + 1]?.before.from ?? before.length) - span.before.to,
    }),
  );
  return slid.map((span, i) => ({
    ...span,
    keptLeft: span.before.from - (slid[i - 1]?.before.to ?? 0),
    keptRight: (slid[i + 1]?.before.from ?? before.length) - span.before.to,
  }));
}

interface Pair {
  before: Span;
  after: Span;
}

function editScript(before: readonly Token[], after: readonly Token[]): Pair[] | undefined {
  const script = diffArrays(
    before.map((token) => token.text),
    after.map((token) => token.text),
    { maxEditLength: MOST_EDITS },
  );
  if (script === undefined) return undefined;
  const spans: Pair[] = [];
  let at = { before: 0, after: 0 };
  let kept = true;
  for (const part of script) {
    const next = {
      before: at.before + (part.added ? 0 : part.value.length),
      after: at.after + (part.removed ? 0 : part.value.length),
    };
    if (!part.added && !part.removed) kept = true;
    else {
      const last = kept ? undefined : spans.at(-1);
      const from = last === undefined ? at : { before: last.before.from, after: last.after.from };
      if (last !== undefined) spans.pop();
      spans.push({
        before: { from: from.before, to: next.before },
        after: { from: from.after, to: next.after },
      });
      kept = false;
    }
    at = next;
  }
  return spans;
}

function isOneChange(
  last: Pair,
  next: Pair,
  before: readonly Token[],
  after: readonly Token[],
): boolean {
  const between = before.slice(last.before.to, next.before.from);
  if (between.some((token) => token.text === ';')) return false;
  if (between.length <= 1) return true;
  if (between.length <= JOIN_ACROSS && between.every((token) => token.kind === 'mark')) return true;
  if (between.length > BRACKETS_ACROSS) return false;
  const sides = [
    [before, last.before, next.before],
    [after, last.after, next.after],
  ] as const;
  return sides.some(
    ([tokens, one, other]) => opened(tokens, one).left > 0 && opened(tokens, other).unmatched > 0,
  );
}

/** Brackets that a span opens and leaves open, and such as it closes without having opened them. */
export function opened(tokens: readonly Token[], span: Span): { left: number; unmatched: number } {
  let left = 0;
  let unmatched = 0;
  for (const { text } of tokens.slice(span.from, span.to)) {
    if ('([{'.includes(text)) left++;
    else if (')]}'.includes(text)) {
      if (left > 0) left--;
      else unmatched++;
    }
  }
  return { left, unmatched };
}

/** Whether a span begins where a line begins and ends where one ends. */
export function takesWholeLines(tokens: readonly Token[], span: Span): boolean {
  return (
    tokens[span.from]?.firstInLine === true &&
    (span.to === tokens.length || tokens[span.to]?.firstInLine === true)
  );
}

/** Moves a one-sided change over equal tokens to where it begins a line, if there is such a place. */
function slideToLine(
  span: Pair,
  before: readonly Token[],
  after: readonly Token[],
  room: { readonly left: number; readonly right: number },
): Pair {
  const [tokens, side] =
    lengthOf(span.before) === 0 ? ([after, span.after] as const) : ([before, span.before] as const);
  if (lengthOf(span.before) > 0 && lengthOf(span.after) > 0) return span;
  const size = lengthOf(side);
  for (const step of [1, -1] as const) {
    const most = step === 1 ? room.right : room.left;
    for (let moved = 0; moved <= most; moved++) {
      const from = side.from + step * moved;
      if (takesWholeLines(tokens, { from, to: from + size }))
        return {
          before: shift(span.before, step * moved),
          after: shift(span.after, step * moved),
        };
      const [gone, come] = step === 1 ? [from, from + size] : [from + size - 1, from - 1];
      if (tokens[gone]?.text !== tokens[come]?.text) break;
    }
  }
  return span;
}

const shift = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });
