/** What people write stays far below these; past them, the parser's time grows with the square. */
const LINE_KEPT = 2_000;
const INDENT_KEPT = 24;
const MARKERS_KEPT = 8;
const BRACKETS_KEPT = 60;
const LINES_KEPT = 5_000;

const MARKERS = new RegExp(`^(?:[ \\t]*(?:[-*+>]|\\d{1,9}[.)])(?=[ \\t]|$|>)){${MARKERS_KEPT},}`);

/**
 * Takes from a document what only an attack on its reader holds: endless lines, lists and quotes
 * nested without end, brackets by the hundred, lines by the ten thousand. 64 KB of `[x](` take the parser 20 seconds, and the
 * file comes with whatever repository is opened. Lines keep their numbers.
 */
export function tamedMarkdown(text: string): string {
  let brackets = 0;
  return text
    .split('\n', LINES_KEPT)
    .map((line) => {
      if (line.trim() === '') {
        brackets = 0;
        return '';
      }
      brackets += line.split('[').length - 1;
      if (brackets > BRACKETS_KEPT || MARKERS.test(line)) return '';
      const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      return line.slice(Math.max(0, indent - INDENT_KEPT), indent + LINE_KEPT);
    })
    .join('\n');
}
