const DATE_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const DAY = new Intl.DateTimeFormat(undefined, { month: 'short', day: '2-digit' });
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** A moment as the person's own language writes it. */
export function momentWords(at: number): string {
  return DATE_TIME.format(at);
}

/** A day with its year. */
export function dateWords(at: number): string {
  return DATE.format(at);
}

/** A day without its year, always about as wide. */
export function dayWords(at: number): string {
  return DAY.format(at);
}

/** A time of the day. */
export function timeWords(at: number): string {
  return TIME.format(at);
}
