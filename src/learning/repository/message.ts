import { issueNumbers } from '../../memory/issue-numbers';
import { namedErrors } from '../../memory/named-errors';
import { CLOSING_WORD, ISSUES, withoutClosings } from './issue-reference';

/** A commit that a message names. */
export interface NamedCommit {
  /** Seven hex digits or more, in lower case. */
  sha: string;
  /** Its subject, where the message gives it. */
  subject?: string;
}

/** What a commit's message says, taken apart. Only what stands there; nothing is looked up. */
export interface Message {
  /** Issue and pull request numbers, as `#123`. */
  topics: string[];
  /** Those of them that the commit says it closes. */
  closes: string[];
  /** Commits whose mistake this one says it mends. */
  mends: NamedCommit[];
  /** What it takes back. */
  reverts?: { subject: string; sha?: string };
  /** Error messages that it quotes. */
  errors: string[];
  /** The body's own sentences: no trailers, lists, code or quotes. */
  prose: string;
}

const CLOSING = new RegExp(String.raw`\b${CLOSING_WORD}:?\s+`, 'i');
const CLOSES = new RegExp(`${CLOSING.source}(${ISSUES})`, 'gi');
const FIXES_TRAILER = /^Fixes:?\s+(?:commit\s+)?([0-9a-f]{7,64})\b(?:\s*\(["“]?(.+?)["”]?\))?/gim;
const BLAMED =
  /\b(?:regression\s+(?:from|in|since|of)|introduced\s+(?:in|by|with|since)|caused\s+by|broken?\s+(?:by|in|since)|fix(?:e[sd])?|fixup\s+(?:of|for|to)|follow-?up\s+(?:to|of|for))\s+(?:commit\s+|in\s+)?\[?([0-9a-f]{7,40})\b/gi;
const REVERTS_COMMIT = /\breverts?\s+(?:commit\s+)?([0-9a-f]{7,64})\b/i;
const REVERT_QUOTED = /^revert(?:ed|s)?:?\s+["“](.+)["”]/i;
const REVERT_PREFIX = /^revert(?:\([^)]*\))?!?:\s*(\S.*)$/i;
const TRAILER = /^[A-Z][A-Za-z]*(?:-[A-Za-z]+)*:\s/;
const LIST_ITEM = /^\s*(?:[*+•-]|\d+[.)])\s+/;

/** Takes a commit's message apart. `repo` lets URLs of its own issues count as `#123`. */
export function parseMessage(commit: { subject: string; body: string }, repo = ''): Message {
  const text = shortenIssueUrls(`${commit.subject}\n\n${commit.body}`, repo);
  const closes = [...text.matchAll(CLOSES)].flatMap((match) => issueNumbers(match[1] ?? ''));
  const reverts = revertOf(commit);
  return {
    topics: issueNumbers(text),
    closes: unique(closes),
    mends: mendsOf(text).filter(({ sha }) => sha !== reverts?.sha),
    ...(reverts && { reverts }),
    errors: namedErrors(text),
    prose: proseOf(commit.body),
  };
}

function shortenIssueUrls(text: string, repo: string): string {
  if (repo === '') return text;
  const prefix = `https://${repo}/`.toLowerCase();
  return text.replace(/https?:\/\/\S+?\/(?:issues|pull)\/(\d{1,7})\b/gi, (url, number: string) =>
    url.toLowerCase().startsWith(prefix) ? `#${number}` : url,
  );
}

function mendsOf(text: string): NamedCommit[] {
  const found = new Map<string, NamedCommit>();
  for (const [, sha = '', subject] of text.matchAll(FIXES_TRAILER)) {
    found.set(sha.toLowerCase(), { sha: sha.toLowerCase(), ...(subject && { subject }) });
  }
  for (const [, sha = ''] of text.matchAll(BLAMED)) {
    const key = sha.toLowerCase();
    // A bare number or a word such as "defaced" is no sha.
    if (/\d/.test(key) && /[a-f]/.test(key) && !found.has(key)) found.set(key, { sha: key });
  }
  return [...found.values()];
}

function revertOf(commit: { subject: string; body: string }): Message['reverts'] {
  const named = REVERT_QUOTED.exec(commit.subject) ?? REVERT_PREFIX.exec(commit.subject);
  if (!named) return undefined;
  const sha = REVERTS_COMMIT.exec(commit.body)?.[1]?.toLowerCase();
  const subject = (named[1] ?? '').trim().replace(/^["“](.+)["”](?:\s*\(#\d+\))?$/, '$1');
  return { subject, ...(sha && { sha }) };
}

/** The sentences of a body, without what tools and squashing put around them. */
function proseOf(body: string): string {
  const text = body
    .replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^(?:This reverts commit [0-9a-f]+|Revert[:s]?\s+["“])[^\n]*$/gim, '')
    .replace(/\b([0-9a-f]{7})[0-9a-f]{33}\b/g, '$1');
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => (isProse(paragraph) ? withoutClosings(paragraph) : ''))
    .filter((paragraph) => paragraph.split(' ').length >= 5)
    .join('\n');
}

function isProse(paragraph: string): boolean {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
  return lines.every(
    (line, index) =>
      !TRAILER.test(line) &&
      !LIST_ITEM.test(line) &&
      !/^(?: {4}|\t|>|#|\||-{3,}|={3,}|diff )/.test(line) &&
      !/^\s*\[?https?:\/\/\S+\s*$/.test(line) &&
      !(index === 0 && CLOSING.test(line.slice(0, 12)) && /#\d+/.test(line) && line.length < 60),
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
