/** The grammar for each of VS Code's language ids that has one here. */
const GRAMMARS: Readonly<Record<string, string>> = {
  csharp: 'c-sharp',
  css: 'css',
  go: 'go',
  html: 'html',
  java: 'java',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  python: 'python',
  rust: 'rust',
  shellscript: 'bash',
  typescript: 'typescript',
  typescriptreact: 'tsx',
};

/** The name of a language's grammar; undefined when there is none. */
export function grammarOf(language: string | undefined): string | undefined {
  return Object.hasOwn(GRAMMARS, language ?? '') ? GRAMMARS[language ?? ''] : undefined;
}

/** As tree-sitter's packages name a grammar's file. */
export function grammarFile(grammar: string): string {
  return `tree-sitter-${grammar}.wasm`;
}
