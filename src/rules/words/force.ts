import type { Force } from '../../memory/directive';

/** Where a clause can begin: the head of the sentence, or after a mark or a joining word. */
const CLAUSE = String.raw`(?:^|[,;:.!(—–]\s*|\s-\s|\b(?:please|and|but|or|so|then|also|you|we|they|it|to|that|always)\s+)`;
/** A word in the third person or the past tells what happens, and orders nothing. */
const NOT_TOLD = String.raw`(?!\w+(?:[^s'\s]s|ed)\b)`;
const NOT = String.raw`(?:\s*not|n't|n’t)\b`;

/**
 * Words that carry a force, in groups from the first line to the last; where several match, the one
 * that stands first in the sentence counts, and of two at one place the one that stands first here.
 * The whole match is what is taken off the subject.
 */
const FORCES: readonly (readonly [Force, readonly string[]])[] = [
  [
    'never',
    [
      String.raw`\b(?:must|shall|may|can|could|should|ought to)${NOT}(?:\s+ever\b)?(?!\s+only\b)`,
      String.raw`\b(?:must|shall|may|should) never\b`,
      String.raw`\b(?:must|should) be (?:forbidden|prohibited|disallowed|banned)\b`,
      `(?<=${CLAUSE})(?:do not|don't|don’t|dont)[:,]?\\s+(?:ever\\s+)?(?!need\\b|have to\\b|worry\\b|hesitate\\b)`,
      `(?<!\\b(?:is|are|was|were|has|have|had|will|can)\\s+)\\bnever\\b(?!\\s+(?:mind|before|been)\\b)(?:[:,]\\s+|\\s+${NOT_TOLD}(?:ever\\s+)?)`,
      String.raw`^never\s+(?!mind\b)`,
      String.raw`\b(?:is|are)\s+(?:strictly\s+|never\s+|not\s+)?(?:forbidden|prohibited|disallowed|banned|off[- ]limits)\b`,
      String.raw`\b(?:is|are)\s+(?:not|never)\s+(?:allowed|permitted|acceptable)\b`,
      String.raw`^(?:disallow|forbid|prohibit|ban|stop)(?:\s+the use of|\s+using|\s+use of)?\s+(?=\S)`,
      String.raw`^(?:make sure|be sure|ensure|remember|be careful|take care)\s+(?:that\s+)?(?:you\s+)?(?:not to|never to|never|do not|don't|don’t|no)\s+`,
      String.raw`^(?:absolutely\s+|there (?:must|should) be\s+|(?:allow|have|use|add|leave|keep)\s+)?no\s+(?=\S)(?!longer\b|matter\b|need\b|one\b|more\b|problem\b|such\b|idea\b)`,
      String.raw`^under no circumstances,?\s+(?:should (?:you|we)\s+)?`,
    ],
  ],
  [
    'avoid',
    [
      String.raw`\b(?:should|ought to)${NOT}(?=.*\b(?:ideally|generally|usually|normally|where possible|when possible|if possible)\b)`,
      String.raw`\b(?:must|should|are to|is to|to) be (?:avoided|discouraged|minimi[sz]ed)\b`,
      String.raw`\btry (?:not to|to avoid)\b`,
      String.raw`^(?:make sure|be sure|remember|always)\s+(?:to\s+)?avoid\s+`,
      `(?<!\\b(?:to|and|that|which|helps?|can|will)\\s+)\\bavoid(?:ing)?\\b:?\\s*`,
      `(?<=\\b(?:and|to)\\s+)\\bavoid\\s+(?=(?:using|the use)\\b)`,
      String.raw`\b(?:is|are)\s+(?:strongly\s+)?(?:discouraged|deprecated|to be avoided)\b`,
      String.raw`^(?:refrain from|stay away from|steer clear of|minimi[sz]e|discourage|beware of|watch out for)\b\s*`,
    ],
  ],
  [
    'must',
    [
      String.raw`\b(?:must|shall|should)[:,]?\s+(?:always\s+|only\s+)?(?!not\b|never\b|have been\b|ideally\b|preferably\b|generally\b|usually\b|normally\b)`,
      String.raw`\b(?:is|are)\s+(?:always\s+|strictly\s+)?(?:required|mandatory|compulsory)\b`,
      String.raw`(?<!\b(?:that|which|who|may|might|not|won't|\w+n't|\w+n’t)\s+)\b(?:has|have|needs?)\s+to\s+(?=\w)`,
      `(?<!\\b(?:is|are|was|were|has|have|will|not)\\s+)\\balways\\b[:,]?\\s+${NOT_TOLD}`,
      String.raw`^(?:make sure|be sure|remember|be certain|take care)(?:\s+(?:to|that|you))?\s+`,
      String.raw`^it(?:'s| is) (?:important|essential|crucial|vital|critical|mandatory|required)\s+(?:to|that)\s+`,
    ],
  ],
  [
    'prefer',
    [
      String.raw`\bshould\s+(?:ideally|preferably|generally|usually|normally)\s+`,
      String.raw`(?<!\b(?:if you|user|users|you'd|they|who|a|the|'s)\s+)\b(?:prefer(?:ably)?|favou?r)\b(?!\s*[-=]|ed\b)(?!\s+of\b):?\s*`,
      String.raw`\b(?:is|are)\s+(?:strongly\s+|highly\s+|always\s+)?(?:preferred|recommended|encouraged|favou?red|preferable)\b`,
      String.raw`^(?:consider|try to|strive (?:for|to)|aim (?:for|to)|ideally,?|opt for|lean towards?|default to|it(?:'s| is) (?:recommended|preferable|best) (?:to|that))\s+`,
    ],
  ],
];

const PATTERNS = FORCES.flatMap(([force, sources]) =>
  sources.map((source) => [force, new RegExp(source, 'i')] as const),
);

/** A force as a sentence puts it, and where. */
export interface SaidForce {
  force: Force;
  start: number;
  /** Exclusive. */
  end: number;
}

/** The first word of force in a sentence whose quoted parts are masked. */
export function forceIn(sentence: string): SaidForce | undefined {
  let best: SaidForce | undefined;
  for (const [force, pattern] of PATTERNS) {
    const match = pattern.exec(sentence);
    if (match && (!best || match.index < best.start)) {
      best = { force, start: match.index, end: match.index + match[0].length };
    }
  }
  return best;
}
