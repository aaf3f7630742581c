import type { Force } from '../../memory/directive';
import { forceIn } from './force';
import { isImperative } from './imperative';
import { masked } from './masked';

/** Sections that hold no rules of their own, whatever their sentences look like. */
const SKIPPED =
  /^(?:\W*)(?:(?:usage |code |good |bad )?examples?(?: .*)?|.* examples?|sample .*|.* template|table of contents|contents|toc|references?|resources|further reading|(?:useful |related |see also )?links|see also|change ?log|credits|authors?|licen[sc]e|acknowledge?ments|version history|metadata)\W*$/i;

const RULES = /\b(?:rules?|guidelines?|requirements?|conventions?|standards?|polic(?:y|ies))\b/i;

/** Headings whose items have a force that they do not say themselves. */
const FORCES: readonly (readonly [Force, RegExp])[] = [
  [
    'never',
    /^(?:don[’']?ts?|do not(?: do)?|never(?: do(?: this)?)?|forbidden|prohibited|disallowed|banned|not allowed|must not|what not to do|things not to do|no-?go(?:es|s)?|red lines)$/i,
  ],
  [
    'avoid',
    /^(?:avoid|(?:things|patterns|what) to avoid|anti-?patterns?(?: to avoid)?|common (?:mistakes|pitfalls|errors)(?: to avoid)?|(?:mistakes|pitfalls)(?: to avoid)?|bad practices|discouraged)$/i,
  ],
  [
    'must',
    /^(?:do[’']?s?|always(?: do(?: this)?)?|must(?:[- ](?:do|have)s?)?|mandatory|required|hard rules|non-negotiables?)$/i,
  ],
  ['prefer', /^(?:prefer|preferred|preferences|recommended)$/i],
];
/** There an order may as well say what to do against the mistake. */
const MISTAKES = /mistake|pitfall|pattern|practice|error/i;
/** What a list is introduced with that tells, and asks for nothing. */
const TOLD = /\b(?:know|note|aware|understand|remember|following (?:expertise|features))\b/i;

/** Whether nothing under a heading is a rule: examples, links, templates. */
export function isSkipped(heading: string): boolean {
  return SKIPPED.test(heading) && !RULES.test(heading);
}

/** The force that a heading gives to the statements under it; undefined for most. */
export function forceOfHeading(heading: string, statement: string): Force | undefined {
  const bare = heading.replace(/^\W+|[\W]+$/g, '').replace(/\s*\(.*$/, '');
  const force = FORCES.find(([, pattern]) => pattern.test(bare))?.[0];
  return force === 'avoid' && MISTAKES.test(bare) && isImperative(statement) ? undefined : force;
}

/** The force of a lead-in, for the items that follow: `Never:`, `Components must not:`. */
export function forceOfLeadIn(leadIn: string): Force | undefined {
  if (TOLD.test(leadIn)) return undefined;
  return forceOfHeading(leadIn, '') ?? forceIn(masked(`${leadIn.replace(/[\s:]+$/, '')} x`))?.force;
}

/** The condition that a lead-in puts its items under: `When adding a route:`. */
export function conditionOfLeadIn(leadIn: string): string | undefined {
  const bare = leadIn.replace(/[\s:,]+$/, '');
  const found =
    /^(?:when(?:ever)?|before|after|if|while|during|until|unless|once)\b[^,]{3,100}$/i.exec(bare);
  return found?.[0];
}

const MARKS: readonly (readonly [Force, RegExp])[] = [
  ['never', /^\s*(?:\[[ xX]\]\s*)?(?:❌|🚫|⛔|🛑|👎|✗|✘|✖)/u],
  ['must', /^\s*(?:\[[ xX]\]\s*)?(?:✅|✔|☑|👍)/u],
];

/** The force of the mark that a line opens with: ❌, ✅. */
export function forceOfMark(line: string): Force | undefined {
  return MARKS.find(([, pattern]) => pattern.test(line))?.[0];
}
