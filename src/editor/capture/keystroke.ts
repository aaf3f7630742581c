import { narrow, type AppliedChange } from './text-change';

/** A selection, as far as it is looked at: where its cursor stands, counted from 0. */
export interface Cursor {
  readonly active: { readonly line: number; readonly character: number };
}

/**
 * What Enter puts in: a line end and an indentation, which may go on with a comment or a list, and,
 * between brackets, a second line end.
 */
const LINE_BREAK =
  /^\r?\n[ \t]*(?:(?:\*|\/\/[/!]?|#|--|[->]|\d+\.)[ \t]+)?(?:\r?\n[ \t]*(?:\*\/)?)?$/;

/**
 * Whether the changes of one event are what Enter does, at each of the cursors: it breaks the line,
 * the cursor stands where the new one begins, and the spaces that Enter left on the line before go.
 */
export function isLineBreak(
  applied: readonly AppliedChange[],
  cursors: readonly Cursor[],
): boolean {
  const breaks = applied.filter(({ text }) => LINE_BREAK.test(text));
  const trims = applied.every((one) => breaks.includes(one) || removesSpace(one));
  if (!trims || breaks.length === 0 || breaks.length > cursors.length) return false;
  return cursors.every(({ active }) =>
    breaks.some((one) => {
      const line = active.line - finalLine(one, applied);
      return line > 0 && lineIn(one.text, line)?.length === active.character;
    }),
  );
}

/**
 * Whether the changes of one event only put in spaces or take out spaces and line ends, one change
 * for each cursor and on its line: Tab, Shift+Tab, Backspace over an indentation.
 */
export function isSpacing(applied: readonly AppliedChange[], cursors: readonly Cursor[]): boolean {
  if (applied.length === 0 || applied.length > cursors.length) return false;
  const isBlank = applied.every((change) => {
    const { removed, text } = narrow(change);
    return removed.trim() === '' && /^[ \t]*$/.test(text);
  });
  return (
    isBlank &&
    cursors.every(({ active }) =>
      applied.some((one) => {
        const line = active.line - finalLine(one, applied);
        return line >= 0 && line <= one.insertedLines;
      }),
    )
  );
}

function removesSpace({ removed, text }: AppliedChange): boolean {
  return text === '' && /^[ \t]*$/.test(removed);
}

/** The line of a change once those that follow it in its event have moved it. */
function finalLine(change: AppliedChange, applied: readonly AppliedChange[]): number {
  return applied
    .slice(applied.indexOf(change) + 1)
    .filter(({ offset }) => offset <= change.offset)
    .reduce((line, one) => line + one.insertedLines - one.removedLines, change.line);
}

function lineIn(text: string, line: number): string | undefined {
  return text.split(/\r?\n/)[line];
}
