import { languageFamily, type LanguageFamily } from './path-kind';

const IMPORTS: Readonly<Partial<Record<LanguageFamily, readonly RegExp[]>>> = {
  script: [
    /\bfrom\s+["']([^"'.\s][^"']*)["']/,
    /\b(?:require|import)\(\s*["']([^"'.\s][^"']*)["']\s*\)/,
    /^\s*import\s+["']([^"'.\s][^"']*)["']/,
  ],
  python: [/^\s*import\s+([\w.]+)/, /^\s*from\s+([\w.]+)\s+import\b/],
  go: [/^\s*(?:import\s+)?(?:[\w.]+\s+)?"([\w.-]+\.[\w-]+\/[^"]+)"\s*$/],
  rust: [/^\s*(?:pub\s+)?use\s+(?:::)?(\w+)::/, /^\s*extern\s+crate\s+(\w+)/],
};

/** The packages among `isPackage` that lines of a file import; each once. */
export function importedPackages(
  lines: readonly string[],
  path: string,
  isPackage: (name: string) => boolean,
): string[] {
  const family = languageFamily(path);
  const patterns = family && IMPORTS[family];
  if (!patterns) return [];
  const found = new Set<string>();
  for (const line of lines) {
    for (const pattern of patterns) {
      const name = pattern.exec(line)?.[1];
      const known = name === undefined ? undefined : candidates(name, family).find(isPackage);
      if (known !== undefined) found.add(known);
    }
  }
  return [...found];
}

/** The packages that an import may mean, the longest first: `a/b/c`, `a/b`, `a`. */
function candidates(name: string, family: LanguageFamily): string[] {
  const separator = family === 'python' ? '.' : '/';
  const parts = name.split(separator);
  const prefixes = parts.map((_, index) => parts.slice(0, parts.length - index).join(separator));
  // Crates and Python's distributions are written with a dash where code has an underscore.
  return prefixes.flatMap((prefix) =>
    prefix.includes('_') ? [prefix, prefix.replaceAll('_', '-')] : [prefix],
  );
}
