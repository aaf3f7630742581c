/** As in the index. */
const LONGEST_HEADLINE = 200;
/** What stands before the first colon of a headline: who speaks, or what part it is about. */
const LABEL = /^[^\n:]{1,40}(?=:(?:\s|$))/;

/** The first line of a text, as far as it counts for more than what follows. */
export function headlineOf(text: string): string {
  const end = text.indexOf('\n');
  return text.slice(0, end < 0 ? LONGEST_HEADLINE : Math.min(end, LONGEST_HEADLINE));
}

/** The label that a headline begins with; empty where it has none. */
export function labelOf(text: string): string {
  return LABEL.exec(headlineOf(text))?.[0] ?? '';
}
