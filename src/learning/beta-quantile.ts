/**
 * The Beta distribution, as far as a lower bound needs it.
 *
 * The distribution function is the continued fraction DLMF 8.17.22 (https://dlmf.nist.gov/8.17#v),
 * evaluated by Lentz's method as in Press et al., Numerical Recipes, 6.4; the quantile is found by
 * Newton's method held within a bisection. Why not a library: docs/decisions/010-beta-quantile.md.
 */
const PRECISION = 1e-12;
const TINY = 1e-300;
const TERMS = 500;
const STEPS = 200;
/** Answers kept: most memories of a kind have the same counts, those of their prior. */
const KEPT = 4096;

const kept = new Map<string, number>();

/**
 * The value below which a Beta(a, b) variable falls with the chance `p`.
 * `a` and `b` are above 0, `p` from 0 to 1; the answer is from 0 to 1, right to nine digits.
 * Some microseconds where it is not known yet: recall asks it of every candidate.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const key = `${p} ${a} ${b}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const found = quantile(p, a, b);
  kept.set(key, found);
  return found;
}

function quantile(p: number, a: number, b: number): number {
  const scale = logScale(a, b);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < STEPS && high - low > PRECISION; step++) {
    const excess = cumulative(x, a, b, scale) - p;
    if (excess < 0) low = x;
    else high = x;
    const density = Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
    const newton = x - excess / density;
    // Newton's step where it stays between the bounds, else halving: never worse than bisection
    // for long, and exact after a few steps where the density is even.
    const next = step % 4 !== 3 && newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) < PRECISION * Math.max(x, PRECISION)) return next;
    x = next;
  }
  return x;
}

/** The chance that a Beta(a, b) variable is at most `x`: the regularised incomplete beta function. */
export function betaCumulative(x: number, a: number, b: number): number {
  return cumulative(x, a, b, logScale(a, b));
}

/** The logarithm of the beta function. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The logarithm of 1 / B(a, b). */
const logScale = (a: number, b: number): number => -logBeta(a, b);

function cumulative(x: number, a: number, b: number, scale: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast on this side of the mode; on the other by I(x; a, b) = 1 - I(1-x; b, a).
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}

const nonZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** Lanczos's coefficients for g = 7, n = 9 (Godfrey 2001): right to fifteen digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const x = z - 1;
  const t = x + 7.5;
  const sum = LANCZOS.reduce(
    (all, coefficient, i) => all + (i === 0 ? coefficient : coefficient / (x + i)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}
