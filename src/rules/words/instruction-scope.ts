/** Where a rule file stands below the folder that it is about. */
const MARKER =
  /(?:^|\/)(?:\.(?:github|cursor|claude|windsurf|clinerules)(?:\/.*)?|\.cursorrules|\.windsurfrules|[^/]+)$/;
const EVERYTHING = new Set(['*', '**', '**/*', '**/**', '*.*', '**/*.*']);

/**
 * The glob in which a rule file holds, relative to the repository's root; undefined for all of it.
 * A file in a folder holds below that folder, and there only for the globs that it names.
 */
export function scopeGlob(path: string, globs: readonly string[]): string | undefined {
  const marker = MARKER.exec(path);
  const folder = path.slice(0, marker?.index ?? 0);
  const prefix = folder === '' ? '' : `${escapeGlob(folder)}/`;
  const wide = globs.length === 0 || globs.some((glob) => EVERYTHING.has(glob));
  if (wide) return prefix === '' ? undefined : `${prefix}**`;
  const whole = globs.map((glob) => prefix + (glob.includes('/') ? glob : `**/${glob}`));
  return whole.length === 1 ? whole[0] : `{${whole.join(',')}}`;
}

function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}
