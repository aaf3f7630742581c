/** Where notes for the developer go. What a person must act on is a `HumanError` instead. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** Writes the error with its stack. */
  error(message: string, error: unknown): void;
}

/** Writes nowhere. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
