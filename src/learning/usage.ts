import type { Memory } from '../memory/memory';
import { readable } from './template';
import { standsIn } from './template-match';
import { meaningful, tokenise } from './tokens';
import { codeWords, contentWords, identifiers } from './words';

/** How a text used what a memory says. */
export interface Usage {
  /** `against`: the text does what the memory advises against. */
  readonly way: 'followed' | 'against';
  /** How surely the text has it from the memory, above 0, at most 1. */
  readonly match: number;
  /** What they share, for a person to read. */
  readonly shared: string;
}

/** A quarter of the identifiers a memory names, or two of them, tie a text to it. */
const SHARE_NEEDED = 0.25;
const NAMES_ENOUGH = 2;
/** Plain words tie less surely than names: more of them are needed, and they count half. */
const WORDS_NEEDED = 3;
const WORDS_MATCH = 0.5;

/**
 * Whether a piece of code has in it what a memory says; `undefined` when nothing ties the two. Being
 * in the same session is no tie.
 */
export function usageOf(memory: Memory, code: string, language?: string): Usage | undefined {
  if (code.trim() === '') return undefined;
  const { before, after, pattern, solution, directive } = memory.detail;
  if (before !== undefined || after !== undefined || pattern !== undefined)
    return usageOfCorrection({ before, after }, pattern, code, language);
  if (directive !== undefined) return usageOfDirective(directive, code, language);
  if (solution !== undefined && contains(code, solution, language))
    return { way: 'followed', match: 1, shared: quote(solution) };
  return usageOfWords(memory, code, language);
}

/** Whether a command line is one that a memory names: a step of a workflow, or code in its words. */
export function namesCommand(memory: Memory, command: string): string | undefined {
  const run = commandWords(command);
  if (run === '') return undefined;
  const spans = [...memory.text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const named = [...(memory.detail.steps ?? []), memory.detail.solution ?? '', ...spans];
  return named.find((step) => {
    const words = commandWords(step);
    // A single word such as `npm` names a program, not what to do with it.
    return words.includes(' ') && (run === words || run.startsWith(`${words} `));
  });
}

function usageOfCorrection(
  pair: { before: string | undefined; after: string | undefined },
  pattern: Memory['detail']['pattern'],
  code: string,
  language: string | undefined,
): Usage | undefined {
  const hasPair = usageOfPair(pair, code, language, contains);
  if (hasPair !== undefined || pattern === undefined) return hasPair;
  const sides = {
    before: pattern.before || undefined,
    after: pattern.after || undefined,
  };
  const stands = (text: string, side: string): boolean => standsIn(side, text, language);
  const inGeneral = usageOfPair(sides, code, language, stands);
  return inGeneral && { ...inGeneral, shared: readable(inGeneral.shared) };
}

function usageOfPair(
  { before, after }: { before: string | undefined; after: string | undefined },
  code: string,
  language: string | undefined,
  contains: (code: string, fragment: string, language: string | undefined) => boolean,
): Usage | undefined {
  const hasAfter = after !== undefined && contains(code, after, language);
  const hasBefore = before !== undefined && contains(code, before, language);
  // `await load(id)` has `load(id)` in it: what contains the better form follows it.
  if (hasAfter && (!hasBefore || contains(after, before, language)))
    return { way: 'followed', match: 1, shared: quote(after) };
  if (hasBefore && !hasAfter) return { way: 'against', match: 1, shared: quote(before) };
  return undefined;
}

function usageOfDirective(
  directive: NonNullable<Memory['detail']['directive']>,
  code: string,
  language: string | undefined,
): Usage | undefined {
  const inCode = identifiers(code, language);
  const shared = (words: string | undefined): string[] =>
    [...codeWords(words ?? '')].filter((word) => inCode.has(word));
  const wanted = directive.force === 'must' || directive.force === 'prefer';
  const good = shared(wanted ? directive.subject : directive.alternative);
  const bad = wanted ? shared(directive.alternative) : shared(directive.subject);
  if (good.length > 0 && bad.length === 0)
    return { way: 'followed', match: 1, shared: quote(...good) };
  if (bad.length > 0 && good.length === 0)
    return { way: 'against', match: 1, shared: quote(...bad) };
  return undefined;
}

function usageOfWords(memory: Memory, code: string, language?: string): Usage | undefined {
  const said = [memory.text, memory.detail.solution ?? ''].join('\n');
  const names = [...codeWords(said)];
  const inCode = identifiers(code, language);
  const shared = names.filter((name) => inCode.has(name));
  const share = shared.length / Math.max(names.length, 1);
  if (shared.length > 0 && (share >= SHARE_NEEDED || shared.length >= NAMES_ENOUGH))
    return { way: 'followed', match: Math.max(share, 0.5), shared: quote(...shared.slice(0, 3)) };
  if (names.length > 0) return undefined;
  const inNames = new Set([...inCode].flatMap((name) => [...contentWords(name)]));
  const words = [...contentWords(memory.text)].filter((word) => inNames.has(word));
  if (words.length < WORDS_NEEDED) return undefined;
  return { way: 'followed', match: WORDS_MATCH, shared: quote(...words.slice(0, 3)) };
}

/** Whether code has a fragment in it, token by token, however both are spaced. */
function contains(code: string, fragment: string, language: string | undefined): boolean {
  const sought = meaningful(tokenise(fragment, language)).map((token) => token.text);
  if (sought.length === 0) return false;
  const stand = meaningful(tokenise(code, language)).map((token) => token.text);
  return stand.some((_, at) => sought.every((text, i) => stand[at + i] === text));
}

function commandWords(command: string): string {
  return command
    .trim()
    .replace(/^\$\s+/, '')
    .replace(/\s+/g, ' ');
}

function quote(...pieces: string[]): string {
  return pieces.map((piece) => `\`${piece.replace(/\s+/g, ' ').slice(0, 60)}\``).join(', ');
}
