const NAMES: Readonly<Record<string, string>> = {
  c: 'C',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  dockerfile: 'Dockerfiles',
  go: 'Go',
  html: 'HTML',
  java: 'Java',
  javascript: 'JavaScript',
  javascriptreact: 'JavaScript (React)',
  json: 'JSON',
  jsonc: 'JSON',
  php: 'PHP',
  shellscript: 'shell scripts',
  sql: 'SQL',
  typescript: 'TypeScript',
  typescriptreact: 'TypeScript (React)',
  yaml: 'YAML',
};

/** The name of a VS Code language id as people write it. */
export function languageName(id: string): string {
  return NAMES[id] ?? id.charAt(0).toUpperCase() + id.slice(1);
}
