const NAMED = /\b(?:[A-Z][\w.]*)?(?:Error|Exception|Panic): [^\n`]{6,180}/g;
const QUOTED =
  /[`"]((?:Cannot|Can't|Could not|Unable to|Unexpected|Failed to|Invalid|Maximum call stack)\b[^`"\n]{4,160})[`"]/g;
const MOST = 5;

/** Error messages that a text names or quotes, as they stand there: `TypeError: x is not a …`. */
export function namedErrors(text: string): string[] {
  const named = [...text.matchAll(NAMED)].map((match) => match[0]);
  const quoted = [...text.matchAll(QUOTED)].map((match) => match[1] ?? '');
  const bare = quoted.filter((error) => !named.some((whole) => whole.includes(error)));
  return [...new Set([...named, ...bare].map((error) => error.trim()))].slice(0, MOST);
}
