import type { MemoryKind } from '../../memory/memory';

/** The first that matches is the guess; a person sees it and can choose another. */
const SIGNS: readonly (readonly [MemoryKind, RegExp])[] = [
  ['rule', /\b(must|never|always|do not|don['’]t|only ever|forbidden|required?)\b/i],
  ['preference', /\b(prefer|avoid|rather|i like|instead of|favou?r)\b/i],
  ['fix', /\b(fix(es|ed)?|solves?|solved|solution|work(s)? ?around|error|fails? (when|with))\b/i],
  ['decision', /\b(decided?|chose|chosen|because|so that|trade-?off)\b/i],
  ['workflow', /\b(first|then|after that|steps?|run .+ (and|then) )\b/i],
  ['rule', /^(use|keep|put|write|call|add|name|import|return|throw|test)\b/i],
];

/** Guesses from its words what kind of memory a text is; a fact when nothing tells. */
export function guessKind(text: string): MemoryKind {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'fact';
}
