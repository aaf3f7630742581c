/** Draws uniformly from [0, 1). Passed in, so that a test can fix it. */
export type Random = () => number;

/** The platform's own generator; fit for exploration, not for secrets. */
export const systemRandom: Random = () => Math.random();
