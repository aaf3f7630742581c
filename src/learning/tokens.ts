export type TokenKind = 'word' | 'number' | 'string' | 'comment' | 'mark' | 'space';

/** A piece of source text. The pieces of a text, put together, are the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
  /** Whether only white space stands before it in its line. */
  readonly firstInLine: boolean;
}

/** Cuts source text into tokens. Another cutter (a grammar's own) may stand in for `tokenise`. */
export type Tokenise = (text: string, language: string | undefined) => Token[];

/** Languages in which `#` opens a comment. */
const HASH_COMMENTS = new Set([
  'python',
  'ruby',
  'shellscript',
  'perl',
  'r',
  'yaml',
  'toml',
  'makefile',
  'dockerfile',
  'powershell',
  'elixir',
  'coffeescript',
  'julia',
  'properties',
  'dotenv',
]);

/** Languages in which `--` opens a comment. */
const DASH_COMMENTS = new Set(['sql', 'lua', 'haskell', 'elm', 'ada', 'vhdl']);

const SPACE = String.raw`\s+`;
/** What a text that begins within a comment has of it: suggestions are cut anywhere. */
const COMMENT_END = String.raw`(?<![\s\S])\s*\*[\s\S]*?\*\/`;
const SLASH_COMMENT = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`;
const STRING = [
  String.raw`"""[\s\S]*?(?:"""|$)`,
  String.raw`'''[\s\S]*?(?:'''|$)`,
  String.raw`"(?:\\.|[^"\\\n])*"`,
  String.raw`'(?:\\.|[^'\\\n])*'`,
  '`(?:\\\\[\\s\\S]|[^`\\\\])*`',
].join('|');
/** A regular expression, where a value may begin; elsewhere a slash divides. */
const PATTERN = String.raw`(?=\/)(?<=(?:(?<![\s\S])|[=(,:;!&|?{}[\n]|\breturn)\s*)\/(?![*/\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`;
const NUMBER = String.raw`\d[\w.]*`;
const WORD = String.raw`[@#$]?[\p{L}_][\p{L}\p{N}_$]*|\$`;
const MARK = String.raw`===|!==|\.\.\.|\*\*=|>>>|<<=|>>=|\?\?=|&&=|\|\|=|=>|->|::|\?\.|\?\?|&&|\|\||[=!<>+\-*/%&|^]=|\+\+|--|\*\*|<<|>>|:=|[^\s]`;

const CUTTERS = new Map<string, RegExp>();

/**
 * Cuts text of any language by what nearly all of them share: words, numbers, quoted strings,
 * comments, marks. It needs no parsable text, which accepted suggestions, cut anywhere, seldom are.
 */
export const tokenise: Tokenise = (text, language) => {
  const tokens: Token[] = [];
  let firstInLine = true;
  for (const match of text.matchAll(cutterOf(language))) {
    const [piece] = match;
    const kind = kindOf(match.groups ?? {});
    tokens.push({ kind, text: piece, start: match.index, firstInLine });
    firstInLine = kind === 'space' ? firstInLine || piece.includes('\n') : false;
  }
  return tokens;
};

/** The tokens that carry meaning: no white space, no comments. */
export function meaningful(tokens: readonly Token[]): Token[] {
  return tokens.filter((token) => token.kind !== 'space' && token.kind !== 'comment');
}

function cutterOf(language: string | undefined): RegExp {
  const comments = [
    HASH_COMMENTS.has(language ?? '') ? String.raw`#[^\n]*` : `${COMMENT_END}|${SLASH_COMMENT}`,
    ...(DASH_COMMENTS.has(language ?? '') ? [String.raw`--[^\n]*`] : []),
    ...(language === 'php' ? [String.raw`#[^\n]*`] : []),
    ...(['html', 'xml', 'markdown', 'vue', 'svelte'].includes(language ?? '')
      ? [String.raw`<!--[\s\S]*?(?:-->|$)`]
      : []),
  ].join('|');
  let cutter = CUTTERS.get(comments);
  if (cutter === undefined) {
    cutter = new RegExp(
      `(?<comment>${comments})|(?<space>${SPACE})|(?<string>${STRING}|${PATTERN})|(?<number>${NUMBER})|(?<word>${WORD})|(?<mark>${MARK})`,
      'gu',
    );
    CUTTERS.set(comments, cutter);
  }
  return cutter;
}

function kindOf(groups: Record<string, string | undefined>): TokenKind {
  const kinds = ['space', 'comment', 'string', 'number', 'word'] as const;
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'mark';
}
