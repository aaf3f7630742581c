import { PHRASES } from './phrases';
import { SYNONYMS } from './synonyms';

/** Words that say nothing of what is asked for: how it is asked, whom, and how generally. */
const EMPTY = `
  a an the this that these those it its they them their there here we us our you your i my he one's who whom
  is are was were be been being am do does did doing done has have had having
  will would shall should must may might can could ought need needs needed
  please always ever use using uses used usage make makes making made write writes writing written
  ensure sure want wants like prefer prefers preferred preferring preferable preferably favour favor keep keeps kept keeping put puts putting
  enforce enforced enforces enforcing requires allow allowed allows permitted permit accept acceptable
  try trying stick follow following go going come so such too very much more most less some
  all any every each both either neither whether own other others another as at by for from of on onto to
  and or than then also just only simply really actually quite rather even still yet else's
  when where whenever wherever possible possibly appropriate applicable feasible whichever what which how why while until
  code codes codebase project repo repository everywhere anywhere everything anything something nothing thing things way ways
  instead proper properly correctly correct certain particular specific specified
  javascript js ts es6 es2015 modern jsx tsx node nodejs node.js
  good bad better best fine ok okay nice clean cleaner readable readability clarity clear
  explicitly strictly entirely completely generally usually typically normally
  explicit-about up out off over under into within
  let's lets rule rules style styles syntax usages
  new-code people developers developer team teams person someone somebody anyone anybody
  about across via many per again if
  not no never
  kind kinds sort-of type-of piece pieces bit bits lot lots bunch
  disallow disallowed forbid forbidden ban banned prohibit prohibited discourage discouraged avoid avoided
  prevent prevented stop eliminate remove removed drop dropped
  give gives giving given have_ contain contains containing contained include includes including included
  leave leaves leaving add adds adding added appear appears occur occurs
  unless except without omit omitted omits forget forgotten skip missing lack lacks lacking
  exist exists existing available actual
`;
/** Of those, the ones that are the matter of some rules: kept, though they weigh little. */
const PLACES = `
  before after between inside outside around above below against directly across end beginning
`;

const PLACE_WEIGHT = 0.6;

/**
 * Words of everyday speech that colour what is said and seldom are its matter: they count little
 * where a rule does not know them, so that a rule is found in other people's words too.
 */
const VAGUE = `
  touch take takes taken taking go goes gone come comes gets got getting lets run runs running happen happens
  serve serves purpose stand stands sit sits turn turns rely relies relying depend
  reach hold holds carry bring brings pass passes passing pick choose spell spelled spelt say says said tell
  tells told mean means meant look looks see sees show shows find finds think know expect stay stays hit
  cause causes help helps work works live lives belong belongs build builds built
  move moves moved changed swap extract stray afterwards later yet soon once real really truly straight direct directly
  plain simple simply easy easier hard clear obvious odd weird strange fancy clever big small little whole
  whatsoever ever alone apart away along back down together around here there round elsewhere half
  somewhere anyway though although however therefore thus hence besides meanwhile moreover actual current
  own such certain similar like alike instead least almost nearly about roughly always mostly often
  sometimes rarely hardly barely commonly normally typical typically usually possible impossible
  nobody none one ones two both either others rest piece
  spot spots manner stuff thing things reason reasons sake effort attention
  care mind habit trick tricks mess noise confusion mistake mistakes bug bugs trouble problem problems
  reader readers reviewer reviewers human humans eye eyes glance sight
  pls plz thx btw fyi imo imho tbh hey hi psa reminder guys nit heads-up
  please thanks ok folks guys everyone everybody people person colleague colleagues we'll you'll i'd
  wants wish hope guess suppose consider remember forget mention note notice
  useful helpful handy important necessary allowed fine good better best nice neat clean cleaner tidy proper
  modern old legacy newer classic fashioned style styles way ways approach practice convention conventions policy
  stick strictly kindly immediately right exactly precisely merely purely basically essentially literally
  correct wrong bad worse awful ugly horrible evil harmful error-prone confusing misleading hidden
  visible silent silently quietly accidentally accident deliberately purpose intention intent intended
  must-have mandatory obligatory compulsory needless-to-say
`;

const JOINED: readonly (readonly [RegExp, string])[] = PHRASES.trim()
  .split('\n')
  .map((line) => {
    const [words = '', term = ''] = line.trim().split(' → ');
    const pattern = words.replaceAll(' ', '[ -]');
    return [new RegExp(`(?<![\\w$@.#-])(?:${pattern})(?![\\w$-])`, 'g'), term] as const;
  });

/** Names that stand for any name. */
const PLACEHOLDER = /^(?:foo|bar|baz|qux)(?:\.(?:foo|bar|baz|qux|prop))*$/;

/** Terms that are written with a hyphen and stay whole. */
const HYPHENATED: ReadonlySet<string> = new Set(
  JOINED.flatMap(([, term]) => term.split(' ')).filter((term) => term.includes('-')),
);

const CANON: ReadonlyMap<string, string> = new Map(
  SYNONYMS.trim()
    .split(/\n(?=\s+[\w-]+:)/)
    .flatMap((entry) => {
      const [term = '', words = ''] = entry.split(':');
      const base = stem(term.trim());
      return [...words.trim().split(/\s+/), term.trim()].map((word) => [stem(word), base] as const);
    }),
);
const VOID: ReadonlySet<string> = new Set(EMPTY.trim().split(/\s+/));
const FAINT: ReadonlySet<string> = new Set(VAGUE.trim().split(/\s+/).map(stem));
const PLACE: ReadonlySet<string> = new Set(PLACES.trim().split(/\s+/));

export function isHyphenated(word: string): boolean {
  return HYPHENATED.has(word);
}

/** Brings several words that mean one thing together, in a text in lower case. */
export function joinPhrases(text: string): string {
  let joined = text;
  for (const [words, term] of JOINED) joined = joined.replace(words, term);
  return joined;
}

/** The term that a word stands for; undefined for one that says nothing. */
export function termOf(word: string): string | undefined {
  if (VOID.has(word) || PLACEHOLDER.test(word)) return undefined;
  const base = stem(word);
  return CANON.get(base) ?? base;
}

/** How far a term counts for itself: less where it tells a place. */
export function weightOf(term: string): number {
  return PLACE.has(term) ? PLACE_WEIGHT : 1;
}

/** Whether a term is of everyday speech, and hardly what a rule is about. */
export function isVague(term: string): boolean {
  return FAINT.has(term);
}

/** Leads plurals and verb forms to one form, which need not be a word. */
function stem(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  let base = word;
  if (base.endsWith('sses')) base = base.slice(0, -2);
  else if (base.endsWith('ies') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:x|ch|sh|s|z)es$/.test(base)) base = base.slice(0, -2);
  else if (/[^saiu]s$/.test(base)) base = base.slice(0, -1);
  const verb = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(base)?.[1];
  if (verb !== undefined && verb.length >= 3) base = verb.replace(/([bdfgmnprt])\1$/, '$1');
  return base.length > 3 ? base.replace(/e$/, '') : base;
}
