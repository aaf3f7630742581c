import { isProhibition } from '../../memory/directive';
import type { Said } from '../said';
import { excludedBy } from './excluded';
import { placesSaid, type Places } from '../place';

/** What a directive forbids and what it asks for instead, in its own words but for the verbs. */
export interface Banned {
  things: readonly string[];
  /** How the sentence speaks of them: as what is called, or what is imported. */
  verb: 'call' | 'import' | 'use';
  instead: string | undefined;
  files: Places | undefined;
}

const VERBS =
  /^(?:(?:ever|just|simply|directly)\s+)?(using|use|calling|call|invoking|invoke|importing|import|writing|write|adding|add|creating|create|defining|define|declaring|declare|leaving|leave|committing|commit|introducing|introduce|including|include|having|have|putting|put|employ|rely(?:ing)? on|depend(?:ing)? on|reach(?:ing)? for|utili[sz]ing|utili[sz]e|making use of|make use of|install(?:ing)?|allow|throw in)\s+/i;
const CALLS = /^(?:call|invok)/i;
const IMPORTS = /^(?:import|depend|install)/i;
const SOFT =
  /[,\s]+(?:where(?:ver)?|when(?:ever)?|if|as much as|as far as) (?:possible|appropriate|applicable|feasible|practical)$|\s+(?:entirely|altogether|at all|anywhere|everywhere|completely|ever|directly|in (?:the|this|our|your) (?:code|codebase|code base|project|repo|repository)|in (?:committed |any )?code|for anything|instead)$/i;
const ARTICLE = /^(?:the|a|an|any|all|your own|our|your|of the|from)\s+/i;

/** Words that ask for less of a thing, and do not forbid it. */
const LESS = /\b(?:minimi[sz]e|reduce|limit|sparingly|excessive|unnecessary|overus)/i;

/** Reads a directive as a ban; undefined where it bans nothing, or only on a condition. */
export function bannedBy({ directive, text }: Said): Banned | undefined {
  if (LESS.test(text)) return undefined;
  const { subject, alternative, condition } = directive;
  if (condition !== undefined && !SOFT.test(` ${condition}`)) return undefined;
  const ban = isProhibition(directive) ? subject : (alternative ?? excludedBy(subject));
  const instead = isProhibition(directive) ? alternative : subject;
  if (ban === undefined || ban.length > 200) return undefined;
  const { words, files } = placesSaid(soft(ban));
  const verb = VERBS.exec(words)?.[1] ?? VERBS.exec(instead ?? '')?.[1] ?? '';
  const things = listed(soft(words.replace(VERBS, ''))).map((one) => one.replace(ARTICLE, ''));
  if (things.some((one) => one === '' || instead?.includes(one))) return undefined;
  return {
    things,
    verb: IMPORTS.test(verb) ? 'import' : CALLS.test(verb) ? 'call' : 'use',
    instead: instead === undefined ? undefined : thingOf(instead),
    files,
  };
}

/** What is asked for, without the verb and what is said around it. */
function thingOf(words: string): string {
  return soft(words.replace(VERBS, '')).replace(ARTICLE, '');
}

function soft(words: string): string {
  let rest = words.trim().replace(/[.!;:,]+$/, '');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(SOFT, '').trim();
  }
  return rest;
}

/** The parts of "`a`, `b` and c"; commas within code part nothing. */
function listed(words: string): string[] {
  let part = '';
  const parts: string[] = [];
  for (const piece of words.split(/(`[^`]*`)/)) {
    const [first = '', ...more] = piece.startsWith('`')
      ? [piece]
      : piece.split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor)\s+/);
    part += first;
    for (const next of more) {
      parts.push(part);
      part = next;
    }
  }
  return [...parts, part].map((each) => each.trim());
}
