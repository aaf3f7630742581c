/** Tells the time, in milliseconds since 1970. Passed in, so that a test can fix it. */
export interface Clock {
  now(): number;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() };
