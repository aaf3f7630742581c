const STEPS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `3 days ago`, `yesterday`, `just now`; both in milliseconds since 1970. */
export function ago(at: number, now: number): string {
  const past = now - at;
  for (const [unit, length] of STEPS) {
    if (past >= length) return relative.format(-Math.floor(past / length), unit);
  }
  return 'just now';
}

/** The exact time, for a hover. */
export function exactly(at: number): string {
  return new Date(at).toLocaleString();
}
