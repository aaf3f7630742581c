/** Characters from which on a file is generated: nobody writes so much by hand. */
const LONGEST = 300_000;
/** Characters a line, on the whole, from which on it is minified or data. */
const WIDEST = 500;
/** Short texts may be a single long line. */
const SHORT = 10_000;

/** Whether a text is written by people or their assistants, and rules are held against it. */
export function isSourceText(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (text.length <= SHORT) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines <= WIDEST;
}
