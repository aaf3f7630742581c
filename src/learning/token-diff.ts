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

/**
 * Where two lists of tokens differ, in order, by the shortest edit script (Myers, package `diff`).
 * A script matches stray brackets and commas of unrelated code; changes with only such between them
 * are joined into one. `undefined` when the lists differ too much.
 */
export function differences(
  before: readonly Token[],
  after: readonly Token[],
): Region[] | undefined {
  const script = diffArrays(
    before.map((token) => token.text),
    after.map((token) => token.text),
    { maxEditLength: MOST_EDITS },
  );
  if (script === undefined) return undefined;

  const spans: { before: Span; after: Span }[] = [];
  let at = { before: 0, after: 0 };
  for (const part of script) {
    const next = {
      before: at.before + (part.added ? 0 : part.value.length),
      after: at.after + (part.removed ? 0 : part.value.length),
    };
    if (part.added || part.removed) {
      const last = spans.at(-1);
      if (last !== undefined && joined(before, last.before.to, at.before)) {
        last.before = { from: last.before.from, to: next.before };
        last.after = { from: last.after.from, to: next.after };
      } else {
        spans.push({
          before: { from: at.before, to: next.before },
          after: { from: at.after, to: next.after },
        });
      }
    }
    at = next;
  }
  return spans.map((span, i) => ({
    ...span,
    keptLeft: span.before.from - (spans[i - 1]?.before.to ?? 0),
    keptRight: (spans[i + 1]?.before.from ?? before.length) - span.before.to,
  }));
}

function joined(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > JOIN_ACROSS) return false;
  return tokens.slice(from, to).every((token) => token.kind === 'mark' && token.text !== ';');
}
