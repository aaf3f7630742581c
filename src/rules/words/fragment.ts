import { isTold } from './imperative';
import { masked } from './masked';
import { tells } from './telling';

/** Sections that describe: what a project is made of, who the assistant is to be. */
const DESCRIBES =
  /\b(?:stack|technolog(?:y|ies)|tech|persona|role|overview|structure|layout|directory|folders?|context|background|dependencies|libraries|tools|frameworks?|versions?|features|synopsis|about|introduction|summary|environment|commands?|scripts?|concepts?|glossary|terms|definitions?|resources|expertise|integrations?|entities|flow|purpose|goals?)\b/i;
/** "Tests use X": a plural and its verb. */
const PLURAL_TELLS =
  /^[\p{L}\d ]{2,40}s (?:use|have|live|run|follow|return|go|come|need|share|store|handle|contain|provide|start|end|extend|inherit|depend|belong|include|work|get|take|make|match|mirror)\b/iu;
/** `name — what it is`: a definition. */
const DEFINES =
  /^(?:`[^`]+`(?:\s*[/,+&]\s*`[^`]+`)*|[\w./*-]+\.\w+|[\w./-]+\/)\s*(?:\([^)]*\)\s*)?(?::|—|–|-|=|→|->)\s/;
/** What only adds to something said before. */
const ASIDE = /^(?:except|including|such as|like|e\.g|i\.e|for (?:example|instance)|see)\b/i;
/** "Runs on every push", but "Tests for every module". */
const TOLD_NOUN = /^(?:for|per|of|over|with|without|in|must|only|between)$/i;
/** Words by which a phrase demands wherever it stands, and those by which it does among demands. */
const STRONG =
  /\s(?:over|instead of|rather than|must)\s|[,(]\s*not\s(?!just\b|only\b|yet\b)|\b(?:at least|at most|max(?:imum)?|required|mandatory)\b|[≤≥]/i;
const WEAK =
  /\s(?:for|per|on|before|after|between)\s|\b(?:only|always|never|not|no|by default|without|min(?:imum)?|first|everywhere|strict(?:ly)?|explicit(?:ly)?|wherever|unless|when|where|(?:less|fewer|more) than)\b|[<>]\s?\d|\d\s?%/i;

/**
 * Whether a phrase without a verb can only be meant as a demand: `UUID for public ids`,
 * `Parameterized always`.
 *
 * @param headings that it stands under, the nearest last
 * @param amongDemands whether most of what stands around it demands
 */
export function demandsTersely(
  phrase: string,
  headings: readonly string[],
  amongDemands: boolean,
): boolean {
  const words = masked(phrase);
  const [first = '', next = ''] = words.split(/\s+/);
  if (next === '' || /[?:]$/.test(words) || DEFINES.test(words) || ASIDE.test(words)) return false;
  if (isTold(first) && !TOLD_NOUN.test(next)) return false;
  if (tells(words) || PLURAL_TELLS.test(words)) return false;
  if (headings.slice(-2).some((heading) => DESCRIBES.test(heading))) return false;
  return STRONG.test(words) || (amongDemands && WEAK.test(words));
}
