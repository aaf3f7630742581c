/** Verbs that open an instruction. A closed list: guessing verbs by shape takes nouns for orders. */
const VERBS = new Set(
  `abstract accept access acknowledge adapt add address adhere adjust admit adopt advance aggregate
  align allocate allow amend analyze annotate answer anticipate append apply approach approve
  archive arrange ask assert assign assume attach audit augment auto-format auto-generate
  autoformat autogenerate automate autowire avoid await back backport balance base batch be begin
  bind block bootstrap break bring bump bundle cache call cancel capture cast catch centralize
  chain change check choose cite clarify clean clear close co-locate collect colocate combine
  comment commit communicate compare compile complete comply compose compress compute concatenate
  conduct configure confirm connect consider constrain construct consult containerize convert copy
  count cover create cross-check customize cut deallocate debounce declare decode decompose
  dedicate dedupe deduplicate defer define dehydrate delay delegate delete deliver demonstrate
  denote deny depend deploy deprecate derive describe design destroy destructure detect determine
  develop disable disallow discard disclose discourage discuss dispatch display dispose
  distinguish divide do document double-check download drop eliminate embed embrace emit emphasize
  employ enable encapsulate encode encourage encrypt enforce enrich ensure escape establish
  evaluate examine exclude execute exercise expand expect explain export expose extend extract
  facilitate factor fail fall favor favour fetch filter find finish fix flag flatten flip focus
  follow forbid force format forward freeze gather generate get give go group guard handle
  hard-code hardcode hash help hide highlight hoist hydrate identify ignore implement import
  improve include incorporate indent index indicate inform inherit initialise initialize inject
  inline insert inspect install instantiate instruct instrument integrate interpret introduce
  invalidate invoke isolate iterate join justify keep label lazy-load lead lean learn leave let
  leverage limit link lint list listen load localize lock log look lower lowercase maintain make
  manage map mark match maximize measure memoise memoize mention merge migrate mimic minify
  minimise minimize mirror mock model modify modularize monitor mount move mutate name narrow
  negotiate nest normalize note notify obey observe obtain offer offload omit open optimise optimize
  order organise organize outline overload override own paginate pair parallelize parameterise
  parameterize parse partition pass pass-through paste permit persist phrase pick pin pipe place
  plan point polyfill populate practice pre-allocate pre-compute precompute prefer prefetch prefix
  preload prepare prepend present preserve prevent print prioritise prioritize process produce
  profile prohibit prompt propagate propose protect prove provide prune publish pull purge push
  put quantify query quote raise rate-limit re-export re-run read reason reassign rebase recommend
  record recreate redirect reduce refactor refer reference refine reflect refresh refuse register
  rehydrate reject release relocate rely remain remember remove rename render reorder rephrase
  replace report request require rerun reserve reset resolve respect respond restrict retain
  rethrow retire retrieve retry return reuse revalidate reveal revert review rewrite rotate round
  run safeguard sanitise sanitize save say scaffold scale scan schedule scope scrub seal search secure
  see seed seek segregate select send separate serialize serve set setup shadow shard share ship
  shorten show sign simplify skip sleep slice snapshot soften solve sort spawn specify spell split
  squash stack stage standardise standardize start state stay stick stop store stream strip strive
  structure stub style subclass submit subscribe substitute suffix suggest sum summarise summarize
  supply support surface surround suspend swap switch sync synchronize tag tailor take target tell
  terminate test test-drive think throttle throw tidy tie time toggle tokenize touch trace track
  transform translate treat trigger trim truncate trust try tune turn type type-check typecheck
  uncomment understand undo unify unpack unregister unsubscribe unwrap update upgrade uphold
  upload use utilise utilize validate vary vectorize verify version vet view virtualize visit
  visualize wait warn watch weigh widen work wrap write yield zip`.split(/\s+/),
);

/** Of those, the ones that as often are nouns or adjectives: what follows must show the verb. */
const AMBIGUOUS = new Set(
  `access address approach index mirror overload scale shadow slice sum time trim zip phrase back balance base batch block break bundle cache call cancel change check
  clean clear close comment commit complete count cover cut delay design display document
  double-check drop exercise export fail fall filter focus force format function get go group guard
  handle hash help highlight import indent inline join label lead lean link lint list load lock log
  lower map mark match model monitor mount name narrow nest note open order outline own pair pipe
  place plan point practice prefix present process produce profile prompt query quote record
  refactor reference release report request reserve reset return review round run schedule scope
  search secure seed separate set setup share ship show sign snapshot sort split stack stage start
  state store stream structure style suffix support surface switch sync tag target test think touch
  trace track transform trigger trust turn type update upgrade version view wait watch work yield`.split(
    /\s+/,
  ),
);
/** Of those, the ones that head names of things: `test coverage`, `state management`. */
const NAMING = new Set(
  `access address base cache check commit default delay design format function hash inline label list log model note order own pair pipe practice process profile prompt query quote record release report request return round schedule scope seed setup sign snapshot stack stage state store stream style suffix support surface switch target test type update version yield`.split(
    /\s+/,
  ),
);
/** Ends of words that are names of things: `state management`, `test coverage`. */
const THING =
  /(?:ment|tion|sion|ing|ity|ance|ence|age|ness|ure|sis|(?:file|folder|name|type|system|layer|server|client|case|suite|strateg|level|method|format|process|note|version|context|config|key|value|entr|definition|helper|runner|handler|pattern|object|script|option|plan|result|point|time|size|rate|limit|code|data|flow|tree|path|list|set|group|user|member|branch|book|guide|environment|dependenc|safet|librar|framework|tool)(?:s|y|ies|es)?)$/i;
/** What can follow the object of an order; anything else after a plural is its verb. */
const GOES_ON =
  /^(?:with|in|for|to|from|by|at|on|into|onto|through|per|via|as|of|using|and|or|that|which|who|where|when|whenever|if|unless|until|before|after|during|while|without|within|between|across|against|under|over|instead|only|not|rather|so|because|first|early|explicitly|once|both|such|like|based|\(.*|[—–&/-].*|\w+ly)$/i;
/** A verb that is nobody's order, unless it tells of what the order is about (`code that is new`). */
const FINITE =
  /(?<!\b(?:that|which|who|if|when|what|it|they|you)\s)\b(?:is|are|was|were|has|have|had|does|can|will|may|might|must|should|shall|cannot)\b/i;
/** What an order asks to find out. */
const ASKED = /^(?:what|which|how|when|if|whether|where|that)$/i;
/** Orders that stand before a list: `Remove: X, Y`. */
const LISTING =
  /^(?:use|remove|keep|include|exclude|enforce|require|disable|enable|ensure|allow|reject):$/i;
const LOOKED_AT = 400;
const OBJECT =
  /^(?:until|before|after|against|a|an|the|all|any|each|every|your|our|its|their|it|them|this|that|these|those|only|both|one|no|not|for|to|with|on|in|at|by|as|up|out|from|over|down|into|back|related|common|complex|sensitive|proper(?:ly)?|new|existing|user|user's|input|errors?|edge|code|data|components|functions|\w+ly|`.*)$/i;

/** Whether a statement opens with an instruction: `Use …`, `Carefully check …`, `Please keep …`. */
export function isImperative(statement: string): boolean {
  const words = statement
    .slice(0, LOOKED_AT)
    .replace(
      /^(?:please|then|first|finally|next|also|instead|thus|so|just|only|otherwise|where appropriate|ideally)\b,?\s+/i,
      '',
    )
    .replace(/^(double check|lazy load|hard code|type check)\b/i, (pair) => pair.replace(' ', '-'))
    .split(/\s+/);
  const opening = words[0] ?? '';
  const adverb =
    /^(?:[A-Za-z]{3,}ly|always|never)$/i.test(opening) && !VERBS.has(opening.toLowerCase());
  const [first = '', ...rest] = adverb ? words.slice(1) : words;
  const verb = first.toLowerCase().replace(/[,]$/, '');
  const object = rest[0] ?? '';
  if (LISTING.test(first)) return object !== '';
  if (verb === 'do' && object === 'not') return false;
  if (!VERBS.has(verb) || object === '' || /^[:=(→-]/.test(object)) return false;
  return !AMBIGUOUS.has(verb) || adverb || readsAsVerb(verb, rest);
}

/** Whether a word tells of what is done (`Runs`, `Uploads`): the third person of an order. */
export function isTold(word: string): boolean {
  const base = /^(\p{L}+?)(?:es|s)$/iu.exec(word)?.[1]?.toLowerCase() ?? '';
  return [base, `${base}e`, base.replace(/i$/, 'y')].some((verb) => VERBS.has(verb));
}

/** Whether a word that may be a noun is a verb here, by what follows it. */
function readsAsVerb(verb: string, rest: readonly string[]): boolean {
  const [object = '', next = ''] = rest;
  const bare = object.replace(/[,;:.!)]+$/, '');
  if (ASKED.test(bare)) return true;
  if (FINITE.test(rest.slice(0, 4).join(' '))) return false;
  if (OBJECT.test(bare)) return true;
  if (rest.length < 2) return false;
  const titled = rest.length <= 4 && rest.every((word) => /^(?:\p{Lu}|and$|&$|of$)/u.test(word));
  if (titled || FINITE.test(rest.slice(0, 6).join(' '))) return false;
  const thing = NAMING.has(verb) && THING.test(bare);
  if (object.endsWith(':')) return bare.endsWith('s') && !thing;
  if (object !== bare) return !thing;
  const plural = /[^sui]s$/i.test(bare);
  // A plural, and a word that can not go on with it: the plural's own verb.
  if (plural && !GOES_ON.test(next.replace(/[,;:.]+$/, ''))) return false;
  return !thing;
}
