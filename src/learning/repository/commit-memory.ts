import type { MemoryDraft } from '../../memory/memory';
import { memoryIdOf } from '../../memory/memory-id';
import { TRUST } from '../../memory/provenance';
import type { Commit } from './commit';
import { plainSubject } from './commit-kind';
import { pathKind } from './path-kind';

/** Characters of a message's own explanation that go into a memory. */
const EXPLANATION_KEPT = 400;
const FILES_NAMED = 3;
/** What the history says is modestly trusted; a little less where only a subject says it. */
const TERSE_DISCOUNT = 0.1;

const CHOICE =
  /\b(?:instead of|in favou?r of|rather than|replace[sd]? .+ (?:with|by)|switch(?:ed|es)? (?:from|to|back)|migrat(?:e|ed|es|ion) (?:from|to)|mov(?:e|ed|es) (?:from|to|away)|stop(?:ped)? (?:using|supporting)|no longer|drop(?:ped|s)? (?:support|the)|deprecat(?:e|ed|es)|adopt(?:ed|s)?|prefer(?:red|s)?(?!-)|use .+ (?:over|for|as))\b/i;
const REASON =
  /\b(?:because|so that|in order to|due to|otherwise|the reason|rationale|to (?:avoid|prevent|ensure|make sure|allow|keep|reduce|simplify|improve)|since (?:it|we|the|this|that|they|there|its|all|most|some|only|node|not)\b|which (?:causes|caused|leads|led|makes|made|means|meant|breaks|broke))/i;

/** A memory and the files that it is about, by the names they bear today. */
export interface CommitMemory {
  id: string;
  draft: MemoryDraft;
}

interface Told {
  commit: Commit;
  /** The commit's files by today's names. */
  files: readonly string[];
  /** The body's own sentences. */
  prose: string;
}

/** A fix: what was wrong, as the message or the mended commit says, and what mended it. */
export function fixMemory(
  { commit, files, prose }: Told,
  mended: readonly Pick<Commit, 'sha' | 'subject'>[],
  repo: string,
): CommitMemory {
  const what = plainSubject(commit.subject);
  const explanation = clip(prose);
  const blame = mended
    .map(({ sha, subject }) => `It came in with “${subject}” (${short(sha)}).`)
    .join(' ');
  const where = named(ranked(files));
  const text = [`Past fix${where ? ` in ${where}` : ''}: ${asSentence(what)}`, explanation, blame];
  return memory('fix', 'fix', commit, repo, {
    text: text.filter(Boolean).join(' '),
    detail: {
      problem: [explanation || asSentence(what), blame].filter(Boolean).join(' '),
      solution: where ? `${asSentence(commit.subject)} Changed ${where}.` : commit.subject,
    },
    terse: explanation === '' && mended.length === 0,
  });
}

/**
 * A change that was taken back, with the reason where one was given; undefined where neither a reason
 * nor a source tells that it mattered.
 */
export function revertMemory(
  { commit, files, prose }: Told,
  reverted: { subject: string; sha?: string },
  repo: string,
): CommitMemory | undefined {
  const reason = clip(prose);
  const telling = files.some((file) => ['source', 'manifest'].includes(pathKind(file)));
  // What takes back a revert brings the change in again: nothing to warn of.
  if (/^revert\b/i.test(reverted.subject) || (!telling && reason === '')) return undefined;
  const where = named(ranked(files));
  const what = `“${plainSubject(reverted.subject)}”`;
  const text = `${what} was tried${where ? ` in ${where}` : ''} and reverted${reason ? `: ${reason}` : '.'}`;
  return memory('decision', 'revert', commit, repo, {
    text,
    detail: reason ? { reason } : {},
    terse: reason === '',
  });
}

/** A choice with its reason, where the message clearly states both. */
export function decisionMemory(
  { commit, files, prose }: Told,
  repo: string,
): CommitMemory | undefined {
  const what = plainSubject(commit.subject);
  if (!CHOICE.test(what)) return undefined;
  const reason = clip(
    sentences(prose)
      .filter((sentence) => REASON.test(sentence))
      .slice(0, 2)
      .join(' '),
  );
  if (reason === '' && !REASON.test(what)) return undefined;
  const where = named(ranked(files));
  return memory('decision', 'decision', commit, repo, {
    text: [`Decided${where ? ` for ${where}` : ''}: ${asSentence(what)}`, reason]
      .filter(Boolean)
      .join(' '),
    detail: reason ? { reason } : {},
    terse: reason === '',
  });
}

function memory(
  kind: 'fix' | 'decision',
  topic: string,
  commit: Commit,
  repo: string,
  said: { text: string; detail: MemoryDraft['detail']; terse: boolean },
): CommitMemory {
  const origin = `git:${repo}:${commit.sha}:${topic}`;
  return {
    id: memoryIdOf(origin),
    draft: {
      kind,
      text: said.text,
      detail: said.detail,
      scope: { repo },
      provenance: {
        source: 'mined',
        from: `commit ${short(commit.sha)}`,
        at: commit.at,
        trust: said.terse ? TRUST.mined - TERSE_DISCOUNT : TRUST.mined,
        evidence: [{ kind: 'commit', text: commit.subject, at: commit.at, ref: commit.sha }],
      },
      status: 'active',
      origin,
    },
  };
}

/** The first seven digits of a sha, as people write it. */
export function short(sha: string): string {
  return sha.slice(0, 7);
}

/** A commit's files, what a person would name first in front: source, then the rest. */
export function ranked(files: readonly string[]): string[] {
  const order = ['source', 'manifest', 'other', 'tooling', 'test', 'docs', 'generated'];
  return [...files].sort((a, b) => order.indexOf(pathKind(a)) - order.indexOf(pathKind(b)));
}

function named(files: readonly string[]): string {
  const sources = files.filter((file) => pathKind(file) === 'source');
  const all = sources.length > 0 ? sources : files;
  const shown = all.slice(0, FILES_NAMED).map((file) => `\`${file}\``);
  const more = all.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function asSentence(text: string): string {
  const capital = /^[a-z]+(?:\s|$)/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function clip(text: string): string {
  const whole = sentences(text);
  let kept = '';
  for (const sentence of whole) {
    if (kept.length + sentence.length > EXPLANATION_KEPT) break;
    kept = kept === '' ? sentence : `${kept} ${sentence}`;
  }
  if (kept !== '' || whole.length === 0) return kept;
  return `${text.slice(0, EXPLANATION_KEPT).replace(/\s+\S*$/, '')} …`;
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+(?=["“(`]?[\p{Lu}`])|\n/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
