/** Verbs that open an instruction. A closed list: guessing verbs by shape takes nouns for orders. */
const VERBS = new Set(
  `abstract access adapt add address adhere adopt aggregate align allow analyze annotate anticipate apply
  approach arrange ask assert assign assume attach audit auto-format automate avoid back balance base batch be
  begin bind block break bring bundle cache call cancel capture catch centralize change choose clarify clean
  cite close co-locate collect colocate combine comment commit communicate compile complete comply compose
  compress configure confirm connect consider consult containerize convert copy cover create customize debounce
  declare decompose default defer define delegate delete deliver demonstrate denote deploy deprecate derive
  describe design destructure detect determine develop disable disclose display distinguish divide do document
  double-check download drop eliminate embed embrace emit emphasize employ enable encapsulate encrypt enforce
  ensure escape establish evaluate examine exclude execute explain explicitly export expose extend extract
  facilitate fail fall favor favour fetch filter find fix flag flatten focus follow format gather generate get
  give group guard handle hash hide highlight hydrate identify ignore implement import improve include
  incorporate indent indicate inherit initialize inject insert inspect install integrate introduce invalidate
  isolate iterate justify keep label lazy-load learn leave let leverage limit lint list listen load localize
  lock log look maintain make manage map mark match maximize measure memoize mention merge migrate mimic
  minify minimize mock model modularize modify monitor move name narrow nest normalize note notify obey
  observe obtain offload omit open optimise optimize order organise organize override own pair parallelize
  parse partition pass paginate persist pick pin place plan point populate practice prefer prefix preload
  prepare present preserve prevent prioritise prioritize process produce profile propagate propose protect
  prove provide prune publish pull push put query quote raise rate-limit read reason rebase record recreate
  reduce refactor refer reference refine reflect refresh refuse register reject rely remain remember remove
  rename render reorder replace report request require reserve reset resolve respect respond restrict retain
  retry return reuse reveal revalidate review rewrite rotate round run safeguard sanitize save scan schedule
  scope search secure see seek segregate select send separate serialize serve set setup share ship show
  simplify skip solve sort specify split squash stack stage standardize start state stay stick stop store
  stream strip strive strongly structure stub style suggest suffix summarize supply support surface suspend
  sync tag tailor take target tell terminate test think throw throttle tie track trace transform translate
  treat trigger try tune type understand unify update upgrade use utilise utilize validate vary vectorize
  verify version view virtualize visit wait warn watch weigh work wrap write`.split(/\s+/),
);

/** Of those, the ones that as often are nouns or adjectives: what follows must show the verb. */
const AMBIGUOUS = new Set(
  `access address approach back balance base batch block break bundle cache call cancel change clean close
  comment commit complete cover default design display document do double-check drop export fail fall filter
  focus format function get group guard handle hash highlight import indent label lint list load lock log map
  mark match model monitor name nest note open order own pair place plan point practice present process
  produce profile prefix query quote record reference refactor release report request reserve reset return
  review round run schedule scope search secure separate set share ship show sort split stack stage start
  state structure store stream style suffix support surface sync tag target test think trace track transform
  trigger type update upgrade version view wait watch work`.split(/\s+/),
);
const OBJECT =
  /^(?:a|an|the|all|any|each|every|your|our|its|their|it|them|this|that|these|those|only|both|one|no|not|for|to|with|on|in|at|by|as|up|out|from|over|down|into|back|related|common|complex|sensitive|proper(?:ly)?|new|existing|user|user's|input|errors?|edge|code|data|components|functions|\w+ly|`.*)$/i;

/** Whether a statement opens with an instruction: `Use …`, `Carefully check …`, `Please keep …`. */
export function isImperative(statement: string): boolean {
  const words = statement
    .replace(/^(?:please|then|first|finally|next|also|instead|thus|so|just|only)\b,?\s+/i, '')
    .replace(/^double check\b/i, 'double-check')
    .split(/\s+/);
  const [first = '', second = ''] = words;
  const adverb = /^[A-Za-z]{3,}ly$/.test(first);
  const verb = (adverb ? second : first).toLowerCase();
  const object = adverb ? (words[2] ?? '') : second;
  if (verb === 'do' && object === 'not') return false;
  if (!VERBS.has(verb) || object === '' || /^[:=(→-]/.test(object)) return false;
  return !AMBIGUOUS.has(verb) || adverb || OBJECT.test(object.replace(/[,;:]$/, ''));
}
