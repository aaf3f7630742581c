import { describe, expect, it } from 'vitest';
import { betaCumulative, betaQuantile } from '../../../src/learning/beta-quantile';

describe('betaQuantile', () => {
  // Computed with @stdlib/stats-base-dists-beta-quantile 0.3.
  it.each([
    [0.2, 1.2, 0.8, 0.31166129934554676],
    [0.2, 3.8, 0.2, 0.9257127933063161],
    [0.2, 0.6, 0.9, 0.0770686334852259],
    [0.2, 2, 2, 0.28714072541674046],
    [0.2, 1, 1, 0.2],
    [0.2, 10, 3, 0.6762181419644637],
    [0.2, 3, 10, 0.1307156530764002],
    [0.2, 50, 50, 0.4578886359060713],
    [0.2, 400, 20, 0.9439074967555736],
    [0.05, 0.5, 0.5, 0.0061558297024311365],
    [0.9, 2, 5, 0.5103163065514917],
    [0.2, 0.1, 1.9, 4.2111445789855886e-8],
    [0.2, 5000, 3, 0.9991447310824739],
  ])('p %d of Beta(%d, %d)', (p, a, b, expected) => {
    expect(betaQuantile(p, a, b)).toBeCloseTo(expected, 9);
    expect(betaCumulative(expected, a, b)).toBeCloseTo(p, 6);
  });

  it('ends where the distribution ends', () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
  });
});
