import { branchesIn, type Named } from './phrase';

/** What people push, commit or merge, where they name it at all. */
const THINGS =
  '(?:\\s+(?:any(?:thing)?|your|the|all|code|changes?|work|commits?|stuff|new|directly|straight|manually|yourself|automatically|local))*';
const TO = '\\s+(?:(?:directly|straight)\\s+)?(?:in)?(?:on)?(?:to|on|into)?\\s+';
const HERE = '(?:\\s+(?:directly|in this (?:repo(?:sitory)?|project)|ever|manually|yourself))*';

type Reading = readonly [RegExp, (list: string, all: string) => Named | undefined];

const onBranches =
  (shapes: string[][]) =>
  (list: string, all: string): Named | undefined => {
    const called = /\bbranch(?:es)?\b/i.test(all);
    const branches = branchesIn(list.replace(/\s*\bbranch(?:es)?$/i, ''), called);
    return branches && { shapes, branches };
  };
const plainly = (shapes: string[][]) => (): Named => ({ shapes });
const to = '(?:the |our |your )?(.+)';

/** What is forbidden about Git, in words that name no command; the force is taken off. */
const READINGS: readonly Reading[] = [
  [
    new RegExp(`^(?:git )?force[- ]?push(?:ing)?${THINGS}${TO}${to}$`, 'i'),
    onBranches([
      ['git', 'push', '--force'],
      ['git', 'push', '+*'],
    ]),
  ],
  [
    new RegExp(`^(?:use |do )?(?:git )?force[- ]?push(?:ing|es)?${THINGS}${HERE}$`, 'i'),
    plainly([
      ['git', 'push', '--force'],
      ['git', 'push', '+*'],
    ]),
  ],
  [new RegExp(`^(?:git )?push(?:ing)?${THINGS}${TO}${to}$`, 'i'), onBranches([['git', 'push']])],
  [
    new RegExp(`^(?:git )?(?:make |create )?commit(?:s|ting)?${THINGS}${TO}${to}$`, 'i'),
    onBranches([['git', 'commit']]),
  ],
  [
    new RegExp(
      `^(?:git )?(?:commit(?:ting)?(?: or | and |/)push(?:ing)?|push(?:ing)?(?: or | and |/)commit(?:ting)?)${THINGS}${TO}${to}$`,
      'i',
    ),
    onBranches([['git', 'commit|push']]),
  ],
  [
    new RegExp(`^(?:git )?merg(?:e|ing)${THINGS}\\s+(?:directly\\s+)?(?:in)?to ${to}$`, 'i'),
    onBranches([['git', 'merge']]),
  ],
  [new RegExp(`^(?:git )?rebas(?:e|ing) (?:the )?(.+)$`, 'i'), onBranches([['git', 'rebase']])],
  [
    new RegExp(`^(?:work|working|develop|developing)(?: directly)? on ${to}$`, 'i'),
    onBranches([['git', 'commit']]),
  ],
  [
    /^(?:skip|skipping|bypass|bypassing|disable|disabling|circumvent|ignore|ignoring)(?: the| any| our| your| git| pre-?commit| commit| pre-?push)* hooks?(?: with `?--no-verify`?)?(?: when (?:committing|pushing)| on commit)?$/i,
    plainly([['git', 'commit|push|merge', '--no-verify']]),
  ],
  [
    new RegExp(
      `^push(?:ing)?(?: changes| commits| code| anything)?(?: yourself| automatically)?$`,
      'i',
    ),
    plainly([['git', 'push']]),
  ],
  [
    new RegExp(`^commit(?:ting)?(?: changes| code| anything)?(?: yourself| automatically)?$`, 'i'),
    plainly([['git', 'commit']]),
  ],
  [
    /^amend(?:ing)? (?:git |any |existing |previous )*commits?$/i,
    plainly([['git', 'commit', '--amend']]),
  ],
  [
    /^(?:stage|add)(?:ing)? (?:all|everything)(?: files| changes)?(?: at once)?$/i,
    plainly([
      ['git', 'add', '.|*:/'],
      ['git', 'add', '--all'],
    ]),
  ],
];

/** Reads what must not be done with Git; `undefined` where the phrase says more, or something else. */
export function gitNamed(phrase: string): Named | undefined {
  const said = phrase.replace(/[.!]+$/, '').trim();
  for (const [pattern, read] of READINGS) {
    const match = pattern.exec(said);
    if (match === null) continue;
    const named = read(match[1] ?? '', said);
    if (named !== undefined) return named;
  }
  return undefined;
}
