import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Delayed } from '../../../src/editor/delayed';

describe('delayed work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs once for many requests, and on under a steady stream', () => {
    const work = vi.fn();
    const delayed = new Delayed(100, work);
    for (let at = 0; at < 25; at++) {
      delayed.ask();
      vi.advanceTimersByTime(10);
    }
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('does not run after it was disposed of', () => {
    const work = vi.fn();
    const delayed = new Delayed(100, work);
    delayed.ask();
    delayed.dispose();
    vi.advanceTimersByTime(500);
    expect(work).not.toHaveBeenCalled();
  });
});
