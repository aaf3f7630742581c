import { isProhibition } from '../../memory/directive';
import type { Compiled } from '../detector';
import type { Said } from '../said';

/** Branches that stay, and those that tools make: nobody names them anew. */
const STANDING =
  '(?:main|master|develop|development|dev|trunk|next|staging|production|gh-pages|HEAD)$|^(?:dependabot|renovate|revert-\\d|release-please--|changeset-release)';
const ABOUT =
  /\bbranch(?:es)?\b(?:'s|’s)?(?: names?)?.*\b(?:named|names?|naming|prefix(?:ed)?|start(?:s|ing)? with|begin(?:s|ning)? with|called|follow(?:s|ing)?|format|convention|pattern|kebab|lower-?case|use|like)\b|\b(?:name|prefix|call)\b (?:all |your |the |new |git |feature )*branch(?:es)?\b|\b(?:kebab-case|lower-?case)\b.*\bbranch(?:es)?\b/i;
/** `feature/`, `fix/...`, `feat/<ticket>-<name>`; a slash that stands for "or" has a word behind it. */
const PREFIX =
  /^([a-z][a-z\d-]*)\/(?:$|[…*<[{.(]|\.{3}|(?:short|your|my|some|ticket|issue|description|name|xxx|foo|abc|[a-z]+-[a-z-]+|\d))/i;

/** Reads how branches are to be named; `undefined` for sentences about anything else. */
export function branchSpec({ text, directive }: Said): Compiled<'commit'> | undefined {
  if (
    !ABOUT.test(text) ||
    isProhibition(directive) ||
    /\b(?:files?|folders?|component|commit)\b/i.test(text)
  )
    return undefined;
  const prefixes = prefixesIn(text);
  if (prefixes.length > 0) {
    return {
      spec: {
        kind: 'commit',
        of: 'branch',
        expression: `^${STANDING}|^(?:${prefixes.join('|')})/.`,
        ignoreCase: false,
        demand: 'require',
      },
      confidence: 0.85,
      shown: `Flags new branches whose names do not start with ${prefixes.map((one) => `\`${one}/\``).join(' or ')}`,
    };
  }
  if (/\bkebab[- ]case\b/i.test(text)) {
    return {
      spec: {
        kind: 'commit',
        of: 'branch',
        expression: `^${STANDING}|^[a-z\\d]+(?:[-/.][a-z\\d]+)*$`,
        ignoreCase: false,
        demand: 'require',
      },
      confidence: 0.85,
      shown: 'Flags new branches whose names are not in kebab-case',
    };
  }
  if (/\blower-?case\b/i.test(text)) {
    return {
      spec: {
        kind: 'commit',
        of: 'branch',
        expression: '[A-Z]',
        ignoreCase: false,
        demand: 'forbid',
      },
      confidence: 0.8,
      shown: 'Flags new branches with capital letters in their names',
    };
  }
  return undefined;
}

function prefixesIn(text: string): string[] {
  const words = text.split(/[\s,;`'"“”‘’()]+|(?<=\/)\|/).map((word) => word.replace(/[.:]$/, ''));
  const found = words.flatMap((word) => PREFIX.exec(word)?.[1] ?? []);
  return [...new Set(found)];
}
