const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})/;
const RULER = /^[\s/=*#_.\u2500-\u257F-]{4,}$/;
const COMMENT = /^\s*(?:\/\/+|\* )\s?/;
/** `"Use tabs",` and `"description": "Use tabs",`, as rules are kept in JSON and in programs. */
const STRING =
  /^\s*(?:["']?[\w $-]{1,40}["']?\s*:\s*)?(?:"((?:[^"\\]|\\.){12,})"|'((?:[^'\\]|\\.){12,})')\s*[,;]?\s*$/;
/** Brackets that are left of a program around its strings. */
const BRACKETS = /^\s*[[\]{}();,]+\s*$/;
/** `<rules>`, `</rules>`, `<important_note type="x">`: marks around text. */
const TAG = /^\s*<\/?[A-Za-z][\w-]*(?:\s[^<>]*)?\/?>\s*$/;

/**
 * A rules file as plain Markdown: what people keep their rules in besides (comments of a program,
 * strings of JSON or of an array, tags) is taken off, line by line, and lines keep their numbers.
 * Code in fences stays as it is.
 */
export function undressed(text: string): string {
  const lines = text.split('\n');
  const commented =
    lines.filter((line) => /^\s*\/\//.test(line)).length * 2 >
    lines.filter((line) => line.trim() !== '').length;
  let fence: string | undefined;
  return lines
    .map((line) => {
      const mark = FENCE.exec(line)?.[1];
      if (fence !== undefined) {
        if (mark?.startsWith(fence) === true) fence = undefined;
        return line;
      }
      fence = mark;
      return mark === undefined ? plainLine(line, commented) : line;
    })
    .join('\n');
}

function plainLine(line: string, commented: boolean): string {
  if (TAG.test(line) || BRACKETS.test(line)) return '';
  const string = STRING.exec(line);
  if (string) return `- ${(string[1] ?? string[2] ?? '').replace(/\\(["'])/g, '$1')}`;
  if (!/^\s*\/\//.test(line)) return line;
  const said = line.replace(COMMENT, '');
  // A comment that goes on with what the one before it began is code there more often than words.
  if (RULER.test(said) || (commented && /^\s{2,}/.test(said))) return '';
  return said.trim();
}
