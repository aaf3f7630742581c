/**
 * A trouble that a person can do something about: what happened, and what to do. Shown as it is.
 * Every other error is a bug and is logged with its stack.
 */
export class HumanError extends Error {
  override readonly name = 'HumanError';

  constructor(
    /** What happened, as a sentence. */
    readonly happened: string,
    /** What to do about it, as a sentence. */
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${happened} ${remedy}`, options);
  }
}
