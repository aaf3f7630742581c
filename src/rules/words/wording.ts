import { isImperative } from './imperative';
import { masked } from './masked';

const SENTENCE_END =
  /(?<=[.!?][)"”*]?)(?<!\b(?:e\.g|i\.e|etc|vs|cf|ex|approx)\.)\s+(?=[\p{Lu}"“`(*@])/gu;

/** An editor that wraps lines fills them further. */
const FULL_LINE = 60;

/** A line of a paragraph that stands for itself, with its distance from the paragraph's start. */
export interface Line {
  text: string;
  line: number;
}

/**
 * Splits a paragraph into the lines that its writer meant to stand apart, and joins those that an
 * editor wrapped. A new line stands apart when it opens like a sentence and the one before it is
 * finished, or when all lines open so. Lines that are joined keep the break between them.
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
    const announced = last !== undefined && /[:：]$/.test(last.text);
    const finished = last !== undefined && /[.!?;,]$/.test(last.text) && opensSentence(line.text);
    // An order on a line of its own, below one that was not full.
    const ordered =
      last !== undefined &&
      last.text.length < FULL_LINE &&
      /^\p{Lu}/u.test(line.text) &&
      isImperative(line.text);
    const quoted = line.quoted || last?.quoted === true;
    if (last === undefined || apart || announced || finished || ordered || quoted)
      found.push({ ...line });
    else last.text += `\n${line.text}`;
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

/**
 * A text's sentences, each with its distance in lines from the text's start. A full stop counts
 * where a capital follows: `e.g.` and `v1.2` do not end one, and nothing in quotes does.
 */
export function sentencesOf(text: string): Line[] {
  const found: Line[] = [];
  let start = 0;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const said = raw.replace(/\s+/g, ' ').trim();
    const before = text.slice(0, start + raw.length - raw.trimStart().length);
    if (said !== '') found.push({ text: said, line: before.split('\n').length - 1 });
  };
  for (const match of masked(text).matchAll(SENTENCE_END)) {
    add(match.index);
    start = match.index;
  }
  add(text.length);
  return found;
}

/** Whether a line is code, a path tree or a setting, not language. */
export function looksLikeCode(text: string): boolean {
  const bare = text.replace(/`[^`]*`/g, 'x');
  if (
    /^(?:(?:const|let|var|import|export|function|class|return|def)\s.*(?:[={}();]|\bfrom\b)|(?:#include|\/\/|\/\*|<\/?\w|[{}[\]();]+)(?:\s|$))/.test(
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
