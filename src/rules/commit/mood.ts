import type { CommitSpec } from '../../memory/detector';

/** Verbs that messages of commits open with; their other forms are no imperatives, whatever follows. */
const VERBS =
  `add allow apply avoid bump change clarify clean correct create delete deprecate disable document drop
  enable ensure expand explain expose extend extract fix format handle implement improve increase
  initialise initialize install integrate introduce invert make merge migrate move optimise optimize
  prevent publish reduce refactor reformat release remove rename reorganise reorganize replace resolve
  restore restructure revert rewrite simplify skip split stop support tidy tweak update upgrade use`.split(
    /\s+/,
  );
/** Forms that are nouns or adjectives as often. */
const AMBIGUOUS = new Set([
  'changes',
  'uses',
  'releases',
  'fixes',
  'merges',
  'updates',
  'supports',
  'stops',
]);
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  make: ['made', 'makes', 'making'],
  rewrite: ['rewrote', 'rewrites', 'rewriting'],
  split: ['splits', 'splitting'],
};
const DOUBLED = new Set(['drop', 'skip', 'stop']);

/** Subjects that open with a verb in the past, the third person or `-ing`. */
export const NOT_IMPERATIVE: Pick<CommitSpec, 'of' | 'demand' | 'expression' | 'ignoreCase'> = {
  of: 'subject',
  demand: 'forbid',
  expression: `^(?:[a-z]+(?:\\([^()]*\\))?!?: )?(?:${VERBS.flatMap(forms).join('|')})\\s`,
  ignoreCase: true,
};

export const IMPERATIVE_SHOWN =
  'Flags subjects of commits that open with a known verb in another form (“Added”, “Fixes”, “Removing”)';

function forms(verb: string): string[] {
  const known = IRREGULAR[verb];
  if (known !== undefined) return [...known];
  const last = verb.at(-1) ?? '';
  const stem = last === 'e' ? verb.slice(0, -1) : DOUBLED.has(verb) ? verb + last : verb;
  const third = /(?:sh|ch|x|s)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [third, past, `${stem}ing`].filter((form) => !AMBIGUOUS.has(form));
}
