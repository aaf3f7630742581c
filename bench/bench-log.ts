import type { Log } from '../src/memory/log';
import { say } from './progress';

/** Troubles of the engine under measurement, for the one who reads along. */
export const benchLog: Log = {
  info() {},
  warn: (message) => say(`engine: ${message}`),
  error: (message, error) =>
    say(`engine: ${message}: ${error instanceof Error ? error.stack : String(error)}`),
};
