import { masked } from './masked';
import { tells } from './telling';

/** Sections that describe: what a project is made of, who the assistant is to be. */
const DESCRIBES =
  /\b(?:stack|technolog(?:y|ies)|tech|persona|role|overview|structure|layout|directory|folders?|context|background|dependencies|libraries|tools|frameworks?|versions?|features|synopsis|about|introduction|summary|environment|commands?|scripts?|concepts?|glossary|terms|definitions?|resources|expertise|integrations?|entities|flow|purpose|goals?)\b/i;
/** "Tests use X": a plural and its verb. */
const PLURAL_TELLS =
  /^[\p{L}\d ]{2,40}s (?:use|have|live|run|follow|return|go|come|need|share|store|handle|contain|provide|start|end|extend|inherit|depend|belong|include|work|get|take|make|match|mirror)\b/iu;
/** Words by which a phrase without a verb demands. */
const DEMANDS: readonly RegExp[] = [
  /\s(?:for|over|per|on|before|after|between)\s/i,
  /\b(?:instead of|rather than|only|always|never|not|no|by default|without|at least|at most|max(?:imum)?|min(?:imum)?|required|mandatory|first|everywhere|strict(?:ly)?|explicit(?:ly)?|wherever|unless|when|where)\b/i,
];

/**
 * Whether a phrase without a verb can only be meant as a demand: `UUID for public ids`,
 * `Parameterized always`. `headings` are those it stands under, the nearest last.
 */
export function demandsTersely(phrase: string, headings: readonly string[]): boolean {
  const words = masked(phrase);
  const near = headings.slice(-2);
  if (near.some((heading) => DESCRIBES.test(heading))) return false;
  if (
    words.split(/\s+/).length < 2 ||
    tells(words) ||
    PLURAL_TELLS.test(words) ||
    /[?:]$/.test(words)
  )
    return false;
  return DEMANDS.some((pattern) => pattern.test(words));
}
