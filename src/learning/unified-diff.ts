import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

const CONTEXT_LINES = 2;

/** The difference of two texts as people know it from git, without a trailing newline. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const patch = structuredPatch(name, name, `${before}\n`, `${after}\n`, undefined, undefined, {
    context: CONTEXT_LINES,
  });
  return formatPatch(patch, FILE_HEADERS_ONLY).trimEnd();
}
