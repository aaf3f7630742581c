import { isProhibition } from '../../memory/directive';
import type { CommitSpec } from '../../memory/detector';
import type { Compiled } from '../detector';
import type { Said } from '../said';
import { forbiddenIn } from './forbidden-words';
import { IMPERATIVE_SHOWN, NOT_IMPERATIVE } from './mood';

const ABOUT =
  /\bcommits?\b(?! (?:the transaction|to the database))|\bsubject lines?\b|\bsubjects?\b.*\b(?:50|72)\b/i;
const MESSAGE =
  /\bcommit(?:'s|’s)?[ -](?:messages?|subjects?|titles?|summar(?:y|ies)|headers?|bod(?:y|ies)|descriptions?|types?|format)\b|\bmessages? of commits?\b|\b(?:subject|title|summary|header|first) lines? of (?:the |a |each |every |your )?commits?\b|\bgit messages?\b|\bcommit subject\b/i;
const SUBJECT =
  /\bsubject(?: lines?)?\b|\b(?:title|summary|header|first) line\b|\bcommit titles?\b/i;
const OTHER =
  /\b(?:transactions?|database|email|component|react|pull requests?|prs?|if|when|unless|except)\b/i;
const TYPES = 'build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test';
const LONGEST = [20, 200] as const;

type Rule = (said: Said) => Compiled<'commit'> | undefined;

/** Reads how messages of commits are to be written; `undefined` for sentences about anything else. */
export function messageSpec(said: Said): Compiled<'commit'> | undefined {
  const { text } = said;
  if (!(ABOUT.test(text) || MESSAGE.test(text)) || OTHER.test(text)) return undefined;
  for (const rule of RULES) {
    const found = rule(said);
    if (found !== undefined) return found;
  }
  return undefined;
}

const conventional: Rule = ({ text, directive }) => {
  if (isProhibition(directive) || !/\bconventional[- ]commits?\b/i.test(text)) return undefined;
  const only = /\b(?:only|one of|allowed|types?:|types? (?:are|is))\b/i.test(text);
  const named = TYPES.split('|').filter((type) => new RegExp(`\\b${type}\\b(?!\\w)`).test(text));
  const types = only && named.length >= 2 ? named.join('|') : '[a-z][a-z-]*';
  const scope =
    /\b(?:with|must have|include|require\w*) (?:a |the )?scopes?\b|\bscope (?:is|must be) (?:required|given|mandatory)\b/i.test(
      text,
    );
  const scoped = '\\([^()]+\\)';
  return compiled(
    {
      of: 'subject',
      demand: 'require',
      expression: `^(?:${types})${scope ? scoped : `(?:${scoped})?`}!?: \\S`,
    },
    0.95,
    `Flags subjects of commits that are not \`type(scope): text\`${only && named.length >= 2 ? ` with a type of ${named.join(', ')}` : ''}, as Conventional Commits has it`,
  );
};

const length: Rule = ({ text }) => {
  if (!SUBJECT.test(text) && !(MESSAGE.test(text) && !/\bbod(?:y|ies)\b/i.test(text)))
    return undefined;
  const bound =
    /\b(?:under|below|within|at most|up to|max(?:imum)?(?: of)?|(?:no|not) (?:more|longer) than|(?:fewer|less|shorter) than|exceed(?:ing)?|limit(?:ed)?(?: \w+){0,4} to|over|longer than|to|≤|<=?)\s+(\d+)(?:[ -]?(?:char(?:acter)?s?|letters)\b|$)/i.exec(
      text,
    ) ??
    /\b(\d+)[ -]?char(?:acter)?s?(?: or (?:less|fewer|shorter)| max(?:imum)?| limit)/i.exec(text) ??
    /\b(50)\/72\b/.exec(text);
  const most = Number(bound?.[1]);
  if (
    !(most >= LONGEST[0] && most <= LONGEST[1]) ||
    /\bbody\b/i.test(text.slice(0, bound?.index).replace(SUBJECT, ''))
  )
    return undefined;
  return compiled(
    { of: 'subject', demand: 'require', expression: `^.{0,${most}}$` },
    0.9,
    `Flags subjects of commits of more than ${most} characters`,
  );
};

const reference: Rule = ({ text, directive }) => {
  if (isProhibition(directive)) return undefined;
  const asked =
    /\b(?:reference|refer to|include|mention|contain|link(?: to)?|have|cite|(?:start|begin|prefix)\w*(?: \w+){0,4} with)\b(?:[^.]{0,30}?)\b(?:issues?|tickets?|jira|story|stories|task|card)\b/i.exec(
      text,
    );
  if (asked === null || !/\bcommits?\b/i.test(text)) return undefined;
  const key = /\b([A-Z][A-Z\d]+)-(?:\d+|X+|N+|#+|<)/.exec(text)?.[1];
  const number = /#(?:\d+|N\b|X+\b|<)|\bGH-\d+/i.test(text);
  const generic =
    key !== undefined &&
    /^(?:JIRA|ABC|XXX|PROJ|PROJECT|TICKET|ISSUE|KEY|FOO|XYZ|TEAM|ID)$/.test(key);
  const jira =
    key === undefined
      ? /\b(?:jira|ticket|story|card)\b/i.test(text) || !number
        ? '[A-Z][A-Z0-9]+-[0-9]+'
        : undefined
      : generic
        ? '[A-Z][A-Z0-9]+-[0-9]+'
        : `${key}-[0-9]+`;
  const hash =
    number || (key === undefined && !/\bjira\b/i.test(text))
      ? '(?:#|GH-|/issues/)[0-9]+'
      : undefined;
  const forms = [hash, jira].filter((form) => form !== undefined).join('|');
  const first = /\b(?:start|begin|prefix)/i.test(asked[0]);
  return compiled(
    {
      of: first ? 'subject' : 'message',
      demand: 'require',
      expression: first ? `^\\W*(?:${forms})` : forms,
    },
    0.85,
    `Flags messages of commits that ${first ? 'do not start with' : 'have no'} reference to an issue (${[hash && '`#12`', jira && '`KEY-12`'].filter(Boolean).join(' or ')})`,
  );
};

const draft: Rule = ({ text, directive }) => {
  if (!isProhibition(directive)) return undefined;
  if (/\bwip\b|\bwork[- ]in[- ]progress\b/i.test(text)) {
    return compiled(
      {
        of: 'subject',
        demand: 'forbid',
        expression: '^\\W*(?:wip\\b|work in progress)',
        ignoreCase: true,
      },
      0.9,
      'Flags commits whose subject starts with “WIP”',
    );
  }
  return undefined;
};

const signed: Rule = ({ text, directive }) => {
  if (
    isProhibition(directive) ||
    !/\bsign(?:ed)?[- ]?off\b|\bsigned-off-by\b|\bDCO\b/i.test(text) ||
    !/\bcommits?\b/i.test(text)
  )
    return undefined;
  return compiled(
    { of: 'message', demand: 'require', expression: '^Signed-off-by: \\S.*<[^<>\\s]+@[^<>\\s]+>' },
    0.9,
    'Flags messages of commits without a `Signed-off-by:` line',
  );
};

const mood: Rule = ({ text, directive }) => {
  const asks = /\bimperative\b/i.test(text);
  if (isProhibition(directive) || !asks) return undefined;
  return compiled(NOT_IMPERATIVE, 0.75, IMPERATIVE_SHOWN);
};

const style: Rule = ({ text, directive }) => {
  if (!SUBJECT.test(text) && !MESSAGE.test(text)) return undefined;
  const full = /\b(?:period|full stop|dot|punctuation)\b/i.test(text);
  if (full && (isProhibition(directive) || /\b(?:no|without|not)\b/i.test(text))) {
    return compiled(
      { of: 'subject', demand: 'forbid', expression: '[^.]\\.$', ignoreCase: false },
      0.9,
      'Flags subjects of commits that end in a full stop',
    );
  }
  if (isProhibition(directive)) return undefined;
  if (
    /\b(?:start|begin)(?:s|ning|ing)?(?: \w+){0,3} (?:a )?(?:capital|upper-?case)|\bcapitali[sz]e/i.test(
      text,
    )
  ) {
    return compiled(
      {
        of: 'subject',
        demand: 'forbid',
        expression: '^(?:[a-z]+(?:\\([^()]*\\))?!?: )?[a-z][a-z]*(?:\\s|$)',
      },
      0.85,
      'Flags subjects of commits that start with a small letter',
    );
  }
  if (
    /\b(?:start|begin)(?:s|ning|ing)?(?: \w+){0,3} lower-?case|\blower-?case (?:subject|commit)/i.test(
      text,
    )
  ) {
    return compiled(
      {
        of: 'subject',
        demand: 'forbid',
        expression: '^(?:[a-z]+(?:\\([^()]*\\))?!?: )?[A-Z][a-z]+(?:\\s|$)',
      },
      0.8,
      'Flags subjects of commits that start with a capital letter',
    );
  }
  return undefined;
};

const forbidden: Rule = (said) => {
  const found = forbiddenIn(said);
  return found && compiled(found.spec, 0.85, `Flags messages of commits with ${found.words}`);
};

const RULES: readonly Rule[] = [
  conventional,
  draft,
  signed,
  forbidden,
  reference,
  length,
  mood,
  style,
];

function compiled(
  spec: Pick<CommitSpec, 'of' | 'demand' | 'expression'> & Partial<CommitSpec>,
  confidence: number,
  shown: string,
): Compiled<'commit'> {
  return {
    spec: { ...spec, kind: 'commit', ignoreCase: spec.ignoreCase ?? false },
    confidence,
    shown,
  };
}
