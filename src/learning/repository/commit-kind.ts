import type { Commit } from './commit';
import { withoutReferences } from './issue-reference';
import type { Message } from './message';
import { pathKind } from './path-kind';

/** What a commit is worth remembering as. Only `routine` and `merge` never become a memory. */
export type CommitKind = 'merge' | 'routine' | 'revert' | 'fix' | 'change';

const BOT =
  /\[bot\]|^(?:jenkins|renovate|dependabot|greenkeeper|snyk|github[- ]actions|semantic-release)|[- ]bot$/i;
const ROUTINE = [
  /^merge\b/i,
  /^v?\d+\.\d+(?:\.\d+)?[-+.\w]*$/,
  /^(?:\w+(?:\([^)]*\))?!?:\s*)?(?:release|publish|prepare release|version bump|bump version)\b/i,
  /^(?:\w+(?:\([^)]*\))?!?:\s*)?(?:bump|pin|upgrade|update)\b.*\b(?:to|from)\s+\^?v?\d/i,
  /^(?:\w+(?:\([^)]*\))?!?:\s*)?(?:bump|pin|upgrade|update)\b.*\b(?:dependenc(?:y|ies)|deps|lock ?file|changelog|readme|snapshots?)\b/i,
  /\((?:deps|deps-dev|dev-deps|release)\)!?:/i,
  /^(?:chore|ci|docs?|style|tests?|build|release|i18n|wip|example)\b(?:\([^)]*\))?!?:/i,
  /\bchangelog\b/i,
];
const FIX =
  /^(?:\[?(?:bug ?-?fix|hot-?fix|fix(?:e[sd]|ing)?)\]?\b(?!-)|[\w/ .-]{1,30}:\s*(?:bug ?fix|fix(?:e[sd])?)\b)/i;
const FEATURE = /^(?:feat|new|breaking|refactor|perf|chore|upgrade)\b(?:\([^)]*\))?!?:/i;
const NEW_THING =
  /^(?:add|adds|added|adding|new|implement\w*|introduce\w*|support\w*|allow\w*|enable\w*|create\w*|deprecat\w*|remove\w*|rewrit\w*|refactor\w*|rename\w*|move\w*|split\w*|convert\w*|migrat\w*|switch\w*|expose\w*|export\w*|upgrad\w*|updat\w*|use|replace\w*|extract\w*|initial\w*|improv\w*|enhance\w*|extend\w*|optimi\w*|option\w*|feature)\b/i;
/** Fixes of things that nobody will trip over again. */
const TRIVIAL_FIX =
  /^(?:(?:a|an|the|some|more|few|minor|small|various|other|broken|failing|flaky|failed|incorrect|wrong|missing|up)\s+)*(?:typos?|spellings?|grammar|lint(?:ing|er)?|es-?lint|jshint|tests?|ci|travis|appveyor|build|links?|url|read-?me|docs?|documentation|js-?doc|comments?|merge|conflicts?|changelog|snapshots?|website|play ?ground|yarn|npm|lock ?file|review|nits?|ups?|style|formatting|code style|codestyle|version|test case|unit tests?|integration tests?|type-?check|import order)\b/i;

/** Decides what a commit is, from its message, author and files. */
export function commitKind(commit: Commit, message: Message): CommitKind {
  if (commit.parents.length > 1) return 'merge';
  if (message.reverts) return 'revert';
  if (isByBot(commit) || ROUTINE.some((pattern) => pattern.test(commit.subject))) {
    return 'routine';
  }
  if (!commit.changes.some(({ path }) => pathKind(path) === 'source')) return 'routine';
  if (!isFix(commit.subject, message)) return 'change';
  return isTelling(commit.subject, message) ? 'fix' : 'routine';
}

/** Closing an issue is a fix, unless the subject tells of something new. */
function isFix(subject: string, message: Message): boolean {
  if (message.mends.length > 0) return true;
  if (FEATURE.test(subject)) return false;
  return FIX.test(subject) || (message.closes.length > 0 && !NEW_THING.test(plainSubject(subject)));
}

/** Whether a program made the commit: a release, an update of dependencies. */
export function isByBot(commit: Pick<Commit, 'author'>): boolean {
  return BOT.test(commit.author);
}

/** Whether the message says enough to be worth a memory. */
function isTelling(subject: string, message: Message): boolean {
  const plain = plainSubject(subject);
  if (/\bviolations?\b|\(part \d+\)|^(?:fix\w*\s+)?`[\w@/-]+`(?: rule)?(?: in\b.*)?$/i.test(plain))
    return false;
  if (TRIVIAL_FIX.test(plain.replace(/^fix(?:e[sd]|ing)?\s+/i, ''))) return false;
  const words = plain.match(/[\p{L}\p{N}_$]{2,}/gu) ?? [];
  return words.length >= 4 || (words.length >= 2 && message.prose.length > 0);
}

/** A subject without its conventional prefix, issue numbers and closing words. */
export function plainSubject(subject: string): string {
  const said = subject
    .replace(/^\[[^\]]{1,30}\]:?\s*/, '')
    .replace(
      /^(?:fix|bugfix|hotfix|feat|new|update|breaking|refactor|perf|chore|build|docs|test|revert|upgrade)\b(?:\([^)]*\))?!? ?:\s*/i,
      '',
    )
    .replace(/\b([0-9a-f]{7})[0-9a-f]{33}\b/g, '$1');
  return withoutReferences(said);
}
