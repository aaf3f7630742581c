/**
 * VS Code's language ids by file extension, for doors that have no editor to ask. Only languages
 * that people write rules about; `undefined` elsewhere, which fits every scope without a language.
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  c: 'c',
  cc: 'cpp',
  cjs: 'javascript',
  cpp: 'cpp',
  cs: 'csharp',
  css: 'css',
  cts: 'typescript',
  dart: 'dart',
  ex: 'elixir',
  exs: 'elixir',
  go: 'go',
  h: 'c',
  hpp: 'cpp',
  hs: 'haskell',
  html: 'html',
  java: 'java',
  js: 'javascript',
  json: 'json',
  jsx: 'javascriptreact',
  kt: 'kotlin',
  less: 'less',
  lua: 'lua',
  md: 'markdown',
  mjs: 'javascript',
  mts: 'typescript',
  php: 'php',
  pl: 'perl',
  ps1: 'powershell',
  py: 'python',
  r: 'r',
  rb: 'ruby',
  rs: 'rust',
  scala: 'scala',
  scss: 'scss',
  sh: 'shellscript',
  sql: 'sql',
  swift: 'swift',
  toml: 'toml',
  ts: 'typescript',
  tsx: 'typescriptreact',
  vue: 'vue',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
};

/** The language of a file by its name. */
export function languageOf(file: string): string | undefined {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1];
  return extension === undefined ? undefined : LANGUAGES[extension.toLowerCase()];
}

/** The extensions of files in a language, without dots. */
export function extensionsOf(language: string): string[] {
  return Object.keys(LANGUAGES).filter((extension) => LANGUAGES[extension] === language);
}
