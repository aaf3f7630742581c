/** What stands for a character that is quoted: a letter, so that words keep their shape. */
const STAND_IN = 'x';
const QUOTED = /`[^`\n]+`|"[^"\n]{1,200}"|“[^”\n]{1,200}”/g;

/**
 * A text of the same length in which nothing within backticks or double quotes can be taken for a
 * word of the sentence around it: places found in it are places in the text.
 */
export function masked(text: string): string {
  return text.replace(
    QUOTED,
    (all) => all.charAt(0) + STAND_IN.repeat(all.length - 2) + all.slice(-1),
  );
}
