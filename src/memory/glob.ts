import picomatch, { type Matcher } from 'picomatch';

const LONGEST = 1000;
/** Patterns kept ready: reading one costs a hundred times what matching by it does. */
const KEPT = 1024;

const kept = new Map<string, Matcher>();

/**
 * Whether a pattern names a file, both with forward slashes. A pattern without a slash matches at
 * any depth, as in `.gitignore`. Globs come from files that anybody may have written: no nested
 * groups, which can take for ever, and none of great length.
 */
export function matchesGlob(glob: string, file: string): boolean {
  if (glob.length > LONGEST) return false;
  let matcher = kept.get(glob);
  if (matcher === undefined) {
    if (kept.size >= KEPT) kept.clear();
    matcher = picomatch(glob, { dot: true, noextglob: true, basename: !glob.includes('/') });
    kept.set(glob, matcher);
  }
  return matcher(file);
}
