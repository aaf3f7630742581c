import type { Log } from '../memory/log';

/** What a program has to say of itself goes to standard error; its answers alone to standard output. */
export const stderrLog: Log = {
  info: () => undefined,
  warn: (message) => void process.stderr.write(`mneme: ${message}\n`),
  error: (message, error) =>
    void process.stderr.write(
      `mneme: ${message}: ${error instanceof Error ? error.stack : String(error)}\n`,
    ),
};
