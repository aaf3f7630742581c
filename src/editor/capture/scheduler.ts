import type { Log } from '../../memory/log';

/** Calls off what was put off; calling it twice, or too late, does nothing. */
export type Cancel = () => void;

/** Puts work off. Passed in, so that a test can let time pass at will. */
export interface Scheduler {
  /** Runs `work` once, `delay` milliseconds from now. */
  after(delay: number, work: () => void): Cancel;
}

/** The platform's timers; what fails in them is logged and never reaches the editor. */
export function platformTimers(log: Log): Scheduler {
  return {
    after(delay, work) {
      const timer = setTimeout(() => {
        try {
          work();
        } catch (error) {
          log.error('Capture: work that was put off failed', error);
        }
      }, delay);
      return () => clearTimeout(timer);
    },
  };
}
