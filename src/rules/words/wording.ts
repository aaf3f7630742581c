/** A line of a paragraph that stands for itself, with its distance from the paragraph's start. */
export interface Line {
  text: string;
  line: number;
}

/**
 * Splits a paragraph into the lines that its writer meant to stand apart, and joins those that an
 * editor wrapped. A new line stands apart when it opens like a sentence and the one before it is
 * finished, or when all lines open so and none is as long as a wrapped one.
 */
export function splitLines(paragraph: string): Line[] {
  const lines = paragraph
    .split('\n')
    .map((text, line) => ({ ...unquoted(text.trim()), line }))
    .filter(({ text }) => text !== '' && !text.startsWith('|'));
  const apart = lines.every(({ text }) => opensSentence(text)) && lines.length > 1;
  const found: (Line & { quoted: boolean })[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const finished = last !== undefined && /[.!?:;,]$/.test(last.text) && opensSentence(line.text);
    const quoted = line.quoted || last?.quoted === true;
    if (last === undefined || apart || finished || quoted) found.push({ ...line });
    else last.text += ` ${line.text}`;
  }
  return found.map(({ text, line }) => ({ text, line }));
}

/** Rules are sometimes kept as strings of a program: `"Use server components",`. */
function unquoted(line: string): { text: string; quoted: boolean } {
  const inner = /^["'`](.{8,})["'`],?$/.exec(line)?.[1];
  return inner === undefined ? { text: line, quoted: false } : { text: inner, quoted: true };
}

function opensSentence(text: string): boolean {
  return /^(?:[\p{Lu}"“`*\d]|- )/u.test(text);
}

/** A text's sentences. A full stop counts where a capital follows: `e.g.` and `v1.2` do not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])(?<!\b(?:e\.g|i\.e|etc|vs|cf)\.)\s+(?=[\p{Lu}"“`(*])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Whether a line is code, a path tree or a setting, not language. */
export function looksLikeCode(text: string): boolean {
  const bare = text.replace(/`[^`]*`/g, 'x');
  if (
    /^(?:const|let|var|import|export|function|class|return|def|#include|\/\/|\/\*|<\/?\w|[{}[\]();]+)(?:\s|$)/.test(
      bare,
    )
  ) {
    return true;
  }
  if (/^\.{3} |[├└│]|=>\s*[{(]|\);$|^\S+\($|^[\w./-]+\/$|^@?[\w./-]+$|^\$\s/.test(bare))
    return true;
  const letters = bare.match(/[\p{L}\s]/gu)?.length ?? 0;
  return letters / bare.length < 0.7;
}
