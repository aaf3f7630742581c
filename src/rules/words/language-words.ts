import { languageOf } from '../../memory/language';

const TYPESCRIPT = ['typescript', 'typescriptreact'];
const JAVASCRIPT = ['javascript', 'javascriptreact'];

/** VS Code's language ids by the names that people use, in lower case. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  typescript: TYPESCRIPT,
  ts: TYPESCRIPT,
  javascript: JAVASCRIPT,
  js: JAVASCRIPT,
  ecmascript: JAVASCRIPT,
  tsx: ['typescriptreact'],
  jsx: ['javascriptreact', 'typescriptreact'],
  python: ['python'],
  golang: ['go'],
  go: ['go'],
  rust: ['rust'],
  java: ['java'],
  kotlin: ['kotlin'],
  swift: ['swift'],
  'c#': ['csharp'],
  csharp: ['csharp'],
  'c++': ['cpp'],
  cpp: ['cpp'],
  c: ['c'],
  ruby: ['ruby'],
  php: ['php'],
  html: ['html'],
  css: ['css'],
  scss: ['scss'],
  sass: ['scss'],
  sql: ['sql'],
  shell: ['shellscript'],
  bash: ['shellscript'],
  yaml: ['yaml'],
  json: ['json'],
  markdown: ['markdown'],
  vue: ['vue'],
  dart: ['dart'],
  elixir: ['elixir'],
  haskell: ['haskell'],
  scala: ['scala'],
  lua: ['lua'],
  powershell: ['powershell'],
};
/** Names that are words as well: only as they are written, `in Go` and not `in go`. */
const CAPITAL = new Set([
  'go',
  'c',
  'rust',
  'swift',
  'java',
  'shell',
  'dart',
  'ruby',
  'vue',
  'json',
  'css',
  'html',
  'sql',
]);

const NAME = Object.keys(NAMED)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[+]/g, '\\$&'))
  .join('|');
const NAMES = String.raw`(?:${NAME})(?:(?:\s*[,/&]\s*|\s+(?:and|or)\s+)(?:${NAME}))*`;
const THINGS = String.raw`(?:code|files?|modules?|sources?|scripts?|components?|classes|projects?|packages?|tests?|functions?)`;
const END = String.raw`(?![\w+#-]|\.\w)`;

/** What may follow a language's name where it stands for the code in it: no noun of its own. */
const ALONE = String.raw`(?:\s+${THINGS}\b|(?=\s*(?:[,.;:)!]|$)|\s+(?:and|or|but|to|when|if|unless|so|because|instead|with|only|we|you|use|never|always)\b))`;
const WITHIN = new RegExp(
  String.raw`\s*[,(]?\s*\b(?:in|within|when (?:writing|using|editing))\s+(?:all\s+|any\s+|our\s+|your\s+|the\s+)?(${NAMES})${END}${ALONE}(?:\s+only)?\)?`,
  'i',
);
const FOR = new RegExp(
  String.raw`(?:^for\s+(?:all\s+)?(${NAMES})${END}(?:\s+${THINGS})?,|\s*[,(]?\s*\bfor\s+(?:all\s+|any\s+)?(${NAMES})${END}\s+${THINGS}\b\)?)`,
  'i',
);
const LABELLED = new RegExp(
  String.raw`^(${NAMES})(?:\s+${THINGS})?\s*(?:\([^)]*\)\s*)?(?::|\s[—–-])\s`,
  'i',
);
const SUBJECT = new RegExp(
  String.raw`^(?:all\s+|every\s+)?(${NAMES})\s+${THINGS}\s+(?:must|should|shall|may|cannot|can not)\b`,
  'i',
);
/** "Write all code in Rust" names what is asked for, and not where it is. */
const WRITTEN =
  /\b(?:write|writing|written|implement(?:ed)?|develop(?:ed)?|build|built|cod(?:e|ed)|migrated?|rewrite|rewritten|port|answer|respond)\b/i;
const GENERIC =
  /\b(?:usage|guidelines?|rules?|styles?|conventions?|best|practices|standards?|code|coding|specifics?|files?|language|development|programming|general|and|or|for|in|the|tips|type|safety|types|typing)\b|[^\p{L}\p{N}+#\s]/giu;

/** Languages that a sentence holds for, and the words that say so (`in TypeScript`). */
export interface SpokenLanguages {
  languages: readonly string[];
  words: string;
}

/** The languages that a sentence limits itself to; none for most. */
export function languagesSaid(sentence: string): SpokenLanguages | undefined {
  for (const pattern of [LABELLED, SUBJECT, WITHIN, FOR]) {
    const match = pattern.exec(sentence);
    const languages = named(match?.[1] ?? match?.[2] ?? '');
    if (!match || languages.length === 0) continue;
    const trails = pattern === WITHIN || pattern === FOR;
    if (trails && WRITTEN.test(sentence.slice(0, match.index))) continue;
    return { languages, words: trails ? match[0] : '' };
  }
  return undefined;
}

/** The languages that a heading is about, where it names nothing else: `TypeScript Usage`. */
export function languagesOfHeading(heading: string): readonly string[] {
  const words = heading
    .replace(/C#/g, 'csharp')
    .replace(/C\+\+/g, 'cpp')
    .replace(GENERIC, ' ')
    .trim();
  if (words === '' || words.split(/\s+/).length > 4) return [];
  const each = words.split(/\s+/).map((word) => NAMED[word.toLowerCase()]);
  return each.every((ids) => ids !== undefined) ? [...new Set(each.flat())] : [];
}

/** The languages of the files that a glob names, where all have one that is known. */
export function languagesOfGlob(glob: string): readonly string[] {
  const ends = glob
    .replace(/^\{(.*)\}$/, '$1')
    .split(/,(?![^{]*\})/)
    .flatMap((part) => {
      const end = /\.(?:\{([^{}]+)\}|(\w+))$/.exec(part);
      return end ? (end[1] ?? end[2] ?? '').split(',') : [''];
    });
  const each = ends.map((end) => languageOf(`x.${end}`));
  return each.every((id) => id !== undefined) ? [...new Set(each)] : [];
}

function named(words: string): string[] {
  const names = words.split(/\s*[,/&]\s*|\s+(?:and|or)\s+/);
  if (names.some((name) => CAPITAL.has(name.toLowerCase()) && !/^\p{Lu}/u.test(name))) return [];
  return [...new Set(names.flatMap((name) => NAMED[name.toLowerCase()] ?? []))];
}
