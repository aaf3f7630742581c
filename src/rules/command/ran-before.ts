import type { GroupName } from './groups';
import { commandsNamed, typedCommand } from './phrase';

/** What must have been run before what. */
export interface RanBefore {
  readonly commands: string[][];
  readonly after: string[][];
}

const NEG = "(?:never|do not|don't|don’t|dont|must not|must never|no|avoid)";
const RUN =
  '(?:run|running|re-?run|execute|executing|pass|passing|check|checking|do|ensure|make sure|verify|having run|first running|first run)';
/** The sentence with its two parts: what is done, and what must have been run by then. */
const FORMS: readonly (readonly [RegExp, 'step first' | 'check first'])[] = [
  [
    new RegExp(
      `^(?:${NEG}\\s+(?:ever\\s+)?)(.+?)\\s+(?:without|before|until|unless)\\s+(.+)$`,
      'i',
    ),
    'step first',
  ],
  [
    /^(?:before|prior to)\s+(.+?),\s*(?:please\s+|you must\s+|must\s+|always\s+)*(.+)$/i,
    'step first',
  ],
  [/^(?:always\s+)?(.+?)\s+(?:before|prior to)\s+(.+)$/i, 'check first'],
  [
    /^(?:only\s+)(commit|push|merge)(?: code| changes)?\s+(?:after|once|when)\s+(.+)$/i,
    'step first',
  ],
];

const STEPS: readonly (readonly [RegExp, string[][]])[] = [
  [
    /^(?:(?:you|we|every|each|any|a|the|making|creating|make|create|your|git|attempting to|trying to)\s+)*commit(?:s|ting)?(?:\s+(?:and|or)\s+push(?:ing)?)?(?:\s+(?:your|the|any|code|changes?|work|anything))*$/i,
    [['git', 'commit']],
  ],
  [
    /^(?:(?:you|we|every|each|any|a|the|doing|your|git)\s+)*push(?:es|ing)?(?:\s+(?:your|the|any|code|changes?|commits?|work|anything|to (?:the )?(?:remote|origin|github|repo(?:sitory)?)))*$/i,
    [['git', 'push']],
  ],
  [
    /^(?:(?:you|we|every|each|any|a|the|your)\s+)*(?:open|opening|create|creating|submit|submitting|raise|raising|making|make)(?:\s+(?:a|an|any|your|the|new))*\s+(?:prs?|pull requests?|merge requests?|mrs?)$/i,
    [
      ['gh', 'pr', 'create'],
      ['glab', 'mr', 'create'],
    ],
  ],
  [
    /^(?:(?:you|we|every|each|any|a|the|your)\s+)*(?:publish(?:ing)?|release|releasing)(?:\s+(?:a|the|any|to npm|packages?|new version))*$/i,
    [['<publish>']],
  ],
];

const CHECKS: readonly (readonly [RegExp, GroupName])[] = [
  [
    /^(?:all |the |our |your |full |entire |whole |relevant |unit |test |existing |automated |a |passing |green )*(?:tests?|suite|test suite|specs?)$/i,
    '<tests>',
  ],
  [
    /^(?:the |our |your |all )*(?:lint(?:er|ers|ing|s)?(?: checks?)?|eslint|code linting|static analysis)$/i,
    '<lint>',
  ],
  [
    /^(?:the |our |your |all )*(?:type[- ]?checks?|type[- ]?checker|type[- ]?checking|typescript checks?)$/i,
    '<types>',
  ],
  [/^(?:the |our |your |a |full )*build$/i, '<build>'],
  [/^(?:the |our |your |code )*(?:format(?:ter|ting)?|prettier|code formatter)$/i, '<format>'],
];
const VERBS: ReadonlyMap<string, GroupName> = new Map([
  ['test', '<tests>'],
  ['lint', '<lint>'],
  ['format', '<format>'],
  ['build', '<build>'],
  ['typecheck', '<types>'],
]);

/** Reads "run the tests before you commit" in its many forms; `undefined` for all else. */
export function ranBefore(sentence: string): RanBefore | undefined {
  const text = sentence
    .trim()
    .replace(/[.!]+$/, '')
    .replace(/^(?:please|you must|we must|must|you should|always|make sure (?:you |to )?)\s+/i, '');
  if (/\b(?:if|except)\b/i.test(text)) return undefined;
  for (const [form, order] of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const [, first = '', second = ''] = match;
    const commands = stepOf(order === 'step first' ? first : second);
    const after = checksOf(order === 'step first' ? second : first);
    if (commands !== undefined && after !== undefined) return { commands, after };
  }
  return undefined;
}

function stepOf(phrase: string): string[][] | undefined {
  const said = phrase.trim().replace(/^(?:ever\s+)/i, '');
  const known = STEPS.find(([pattern]) => pattern.test(said));
  if (known !== undefined) return known[1];
  const named = commandsNamed(said);
  return named !== undefined && named.naming === undefined && named.branches === undefined
    ? named.shapes
    : undefined;
}

/** All that is asked for, each as a form of a command. */
function checksOf(phrase: string): string[][] | undefined {
  const said = phrase
    .trim()
    .replace(
      /\s+(?:(?:to )?(?:must|should|have to|need to|has to)?\s*(?:pass(?:es|ed|ing)?|succeed(?:s|ed|ing)?|be green|(?:are|is) (?:green|passing)|run|first))+$/i,
      '',
    )
    .replace(/\s+(?:locally|first|again|successfully)$/i, '');
  const bare = said.replace(
    new RegExp(`^(?:first\\s+)?(?:you\\s+)?(?:always\\s+)?${RUN}\\s+(?:that\\s+)?`, 'i'),
    '',
  );
  const parts = bare.split(/\s*(?:,\s*and\b|,|\band\b|&&|&|\+)\s*/i).filter(Boolean);
  const found = parts.map((part) => checkOf(part.replace(/^(?:run|the command)\s+/i, '')));
  return found.length > 0 && found.every((one) => one !== undefined) ? found : undefined;
}

function checkOf(part: string): string[] | undefined {
  const verb = VERBS.get(part.toLowerCase());
  if (verb !== undefined) return [verb];
  const code = /^`([^`]+)`$/.exec(part)?.[1];
  if (code !== undefined) return typedCommand(code, true);
  const group = CHECKS.find(([pattern]) => pattern.test(part));
  if (group !== undefined) return [group[1]];
  const named = commandsNamed(`run ${part}`);
  const [only, ...more] = named?.shapes ?? [];
  return more.length === 0 ? only : undefined;
}
