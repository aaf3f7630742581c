const SPOKEN = /^(\d{1,2}):(\d\d) *([ap])m on (.+)$/i;
/** Larger numbers are milliseconds: as seconds they would lie beyond the year 5000. */
const MOST_SECONDS = 1e11;

/**
 * Milliseconds since 1970 of a set's time: seconds or milliseconds since then, what JavaScript's
 * dates read, or `8:18 pm on 6 July, 2023`; in UTC. `undefined` where it is none of these.
 */
export function timeOf(time: number | string | undefined): number | undefined {
  if (time === undefined) return undefined;
  if (typeof time === 'number') return time < MOST_SECONDS ? time * 1000 : time;
  const [, hour, minute, half, day] = SPOKEN.exec(time) ?? [];
  const read =
    day === undefined
      ? Date.parse(time)
      : Date.parse(`${day} ${(Number(hour) % 12) + (half === 'p' ? 12 : 0)}:${minute} UTC`);
  return Number.isNaN(read) ? undefined : read;
}
