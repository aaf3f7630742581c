import { isProhibition, type Directive, type Force } from '../../memory/directive';
import { sidesOf } from './alternative';
import { clausesOf } from './clause';
import { withoutLead, withoutTail } from './condition';
import { forceIn } from './force';
import { isImperative } from './imperative';
import { masked } from './masked';
import { withoutReason } from './reason';

const SOFTENED =
  /\b(?:(?:when|where)(?:ver|ever)? (?:possible|appropriate|applicable|feasible|practical|needed|necessary|relevant|useful|it makes sense)|if (?:possible|feasible)|as much as possible|ideally)\b/i;
const SPARING =
  /\b(?:sparingly|as little as possible|only as a last resort|only when (?:absolutely|strictly) necessary)\b/i;
/** Orders that say how a thing is done, and bind nobody. */
const HOW_TO =
  /^(?:run|build|install|open|see|visit|check out|learn|view|download|launch|serve|execute|note that)\b/i;
const BINDING =
  /\b(?:before|after|when|whenever|always|every|each|only|until|unless|instead|first)\b/i;
const INSTEAD = /\s+instead$/i;
/** What opens a sentence and changes nothing of it. */
const POLITE = /^(?:please|pls|plz|also|and|so|btw)\b,?\s+/i;
/** `Naming: use …`, `Errors — wrap …`: what the demand is about. */
const LABEL = /^[^:]{2,60}?(?::|\s[—–-])\s+/;

/** A directive, and the words of its sentence that make it. */
export interface Demand {
  directive: Directive;
  words: string;
}

/**
 * Reads what a sentence demands, by its words alone; nothing for a sentence that demands nothing.
 * With `force`, that of a lead-in or section that the sentence stands in (`Avoid:`), words that
 * have no force of their own are taken to have that one.
 */
export function demandsOf(sentence: string, force?: Force): Demand[] {
  const text = sentence.replace(/\s+/g, ' ').trim().replace(POLITE, '');
  if (text.endsWith('?')) return [];
  const { demand, reason } = withoutReason(text);
  const found: Demand[] = [];
  for (const clause of clausesOf(demand)) {
    const last = found.at(-1);
    const next = directiveOf(clause, last === undefined ? force : undefined);
    if (!next) continue;
    if (last && mends(last.directive, next, clause)) {
      last.directive.alternative = (next.alternative ?? next.subject).replace(INSTEAD, '');
    } else found.push({ directive: next, words: clause });
  }
  const [only] = found;
  if (only && found.length === 1) only.words = text;
  for (const { directive: said } of found) if (reason !== undefined) said.reason = reason;
  return found;
}

/** Whether a clause only names the other side of the one before it: `use pnpm, never npm`. */
function mends(last: Directive, next: Directive, clause: string): boolean {
  if (last.alternative !== undefined || next.condition !== undefined) return false;
  if (isProhibition(last))
    return (
      !isProhibition(next) &&
      next.alternative === undefined &&
      /^(?:instead|use|prefer|always use)\b|\binstead[.!]?$/i.test(clause)
    );
  return (
    isProhibition(next) &&
    /^(?:never|no|not)\s/i.test(clause) &&
    /^[\w-]+\s+\S/.test(last.subject) &&
    isImperative(last.subject) &&
    !isImperative(next.subject) &&
    next.subject.split(' ').length <= 3
  );
}

function directiveOf(clause: string, given: Force | undefined): Directive | undefined {
  const unlabelled = withoutLabel(clause);
  for (const words of unlabelled === clause ? [clause] : [unlabelled, clause]) {
    const found = demandIn(words, given, words === clause);
    if (found) return found;
  }
  if (given === undefined) return undefined;
  return directive(given, clause, {});
}

/** A demand that opens its clause, or that words of force make one anywhere in it. */
function direct(text: string, given: Force | undefined, anywhere: boolean): Directive | undefined {
  const said = forceIn(masked(text));
  if (said && isProhibition({ ...said, subject: '' }) && isBracketed(text, said.start)) {
    // "Inline handlers (never separate files)": what stands in brackets is the other side.
    return directive('must', text, {});
  }
  if (said && (anywhere || said.start === 0)) {
    // An order that stands before the force is the clause's own: "Use X that must be Y".
    const ordered = said.start > 0 && isImperative(text) && !HOW_TO.test(text);
    if (!ordered) {
      const rest = `${text.slice(0, said.start)} ${text.slice(said.end)}`;
      return directive(softened(said.force, text), rest, {});
    }
  }
  if (!isImperative(text) || (HOW_TO.test(text) && !BINDING.test(text))) return undefined;
  return directive(softened(given ?? 'must', text), text, {});
}

function isBracketed(text: string, index: number): boolean {
  return /\S\s*\($/.test(text.slice(0, index)) && !isImperative(text);
}

/**
 * "When adding a route, update the map" demands what stands behind the comma, and nothing that
 * stands before it: "If you do not know, ask" forbids nobody to know.
 */
function demandIn(
  text: string,
  given: Force | undefined,
  anywhere: boolean,
): Directive | undefined {
  const { demand, condition } = withoutLead(text);
  if (condition === undefined) return direct(text, given, anywhere);
  const found = direct(demand, given, true);
  if (!found) return undefined;
  const instead = /^(?:instead of|rather than)\s+(.+)$/i.exec(condition)?.[1];
  if (instead !== undefined) return { ...found, alternative: instead };
  if (/^to\s/i.test(condition)) return { ...found, reason: condition };
  return { ...found, condition: [condition, found.condition].filter(Boolean).join(', ') };
}

function softened(force: Force, text: string): Force {
  if (force !== 'must') return force;
  return SPARING.test(text) ? 'avoid' : SOFTENED.test(text) ? 'prefer' : 'must';
}

function directive(force: Force, words: string, rest: Partial<Directive>): Directive | undefined {
  const whole = trimmed(words.replace(/\s+/g, ' '));
  const { demand, condition } = withoutTail(whole);
  const sides = sidesOf(force, demand);
  const subject = trimmed(sides.subject);
  if (!/[\p{L}\p{N}]{2}|`[^`]+`/u.test(subject)) return undefined;
  return {
    force,
    subject,
    ...(sides.alternative !== undefined && { alternative: sides.alternative }),
    ...(condition !== undefined && { condition }),
    ...rest,
  };
}

function withoutLabel(clause: string): string {
  const label = LABEL.exec(masked(clause));
  return label && !forceIn(label[0]) ? clause.slice(label[0].length) : clause;
}

function trimmed(text: string): string {
  return text
    .replace(/^[\s:;,!–—]+|^[.-](?=\s)|[\s:;,.!]+$/g, '')
    .replace(POLITE, '')
    .trim();
}
