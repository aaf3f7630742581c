/** The name by which a program is known: without its folder and Windows' endings. */
export function programOf(word: string): string {
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
  const bare = name.replace(/\.(?:exe|cmd|bat|ps1)$/i, '');
  return bare === name ? name : bare.toLowerCase();
}
