import picomatch from 'picomatch';

/** A glob takes what it names and, where that is a folder, all that is in it. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const all = globs.flatMap((glob) => {
    const bare = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
    return [bare, `${bare}/**`];
  });
  return picomatch(all, { dot: true });
}
