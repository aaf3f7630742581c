/** What a path is, as far as its name tells. */
export type PathKind = 'source' | 'test' | 'docs' | 'manifest' | 'tooling' | 'generated' | 'other';

/** Source files by extension, with the family of declarations that their language has. */
export const LANGUAGE_FAMILIES = {
  script: ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte'],
  python: ['py', 'pyi'],
  go: ['go'],
  rust: ['rs'],
  java: ['java', 'kt', 'kts', 'scala', 'groovy', 'swift', 'dart'],
  csharp: ['cs'],
  cpp: ['c', 'cc', 'cpp', 'cxx', 'h', 'hh', 'hpp', 'm', 'mm'],
  ruby: ['rb'],
  php: ['php'],
} as const;
export type LanguageFamily = keyof typeof LANGUAGE_FAMILIES;

const FAMILY_OF = new Map<string, LanguageFamily>(
  Object.entries(LANGUAGE_FAMILIES).flatMap(([family, extensions]) =>
    extensions.map((extension) => [extension, family as LanguageFamily] as const),
  ),
);
/** Sources that have no symbols here: stylesheets, queries, scripts of the shell. */
const OTHER_SOURCES =
  /\.(?:css|scss|less|sass|sql|sh|bash|ps1|lua|pl|r|jl|ex|exs|erl|clj|hs|elm|ml|fs|vb|zig|proto|graphql|html|hbs|ejs|tf)$/i;
const TEST =
  /(?:^|\/)(?:tests?|spec|specs|__tests__|__mocks__|__snapshots__|fixtures?|testdata|e2e)\/|[._-](?:test|tests|spec)\.[^/]+$|(?:^|\/)test_[^/]+\.py$|\.snap$/i;
const DOCS =
  /(?:^|\/)(?:docs?|documentation|website|examples?)\/|\.(?:md|mdx|rst|txt|adoc)$|(?:^|\/)(?:LICENSE|AUTHORS|NOTICE)[^/]*$/i;
const GENERATED =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|out|coverage|generated)\/|\.min\.[^/]+$|\.(?:lock|map)$|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum)$|\.(?:pb|generated|g)\.[^/]+$/i;
const TOOLING =
  /(?:^|\/)\.[^/]+(?:\/|$)|(?:^|\/)(?:Makefile|Dockerfile|Jenkinsfile|Vagrantfile)[^/]*$|(?:^|\/)[^/]*\.config\.[cm]?[jt]s$|\.(?:ya?ml|toml|ini|cfg)$|(?:^|\/)(?:ci|scripts|tools)\//i;

/** Judges a path by its name alone. */
export function pathKind(path: string): PathKind {
  if (GENERATED.test(path)) return 'generated';
  if (manifestKind(path)) return 'manifest';
  if (TEST.test(path)) return 'test';
  if (DOCS.test(path)) return 'docs';
  if (TOOLING.test(path)) return 'tooling';
  return languageFamily(path) || OTHER_SOURCES.test(path) ? 'source' : 'other';
}

/** The family whose declarations a file's language has; undefined where it has none we know. */
export function languageFamily(path: string): LanguageFamily | undefined {
  return FAMILY_OF.get(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
}

const MANIFESTS = [
  [/(?:^|\/)package\.json$/, 'npm'],
  [/(?:^|\/)Cargo\.toml$/, 'cargo'],
  [/(?:^|\/)go\.mod$/, 'go'],
  [/(?:^|\/)requirements[^/]*\.txt$/, 'requirements'],
  [/(?:^|\/)pyproject\.toml$/, 'pyproject'],
  [/(?:^|\/)pom\.xml$/, 'maven'],
] as const;
export type ManifestKind = (typeof MANIFESTS)[number][1];

/** Which kind of manifest of packages a path is, if one. */
export function manifestKind(path: string): ManifestKind | undefined {
  return MANIFESTS.find(([pattern]) => pattern.test(path))?.[1];
}
