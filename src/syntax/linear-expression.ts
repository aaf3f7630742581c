import { RE2JS, RE2JSException } from 're2js';
import { HumanError } from '../memory/human-error';

/** A stretch of text. Offsets are UTF-16 units. */
export interface Stretch {
  start: number;
  /** Exclusive. */
  end: number;
}

/** Instructions that an expression may be compiled to: time is their number times the text's length. */
const LARGEST = 2000;
const REMEDY = 'Write it in RE2’s syntax, and shorter.';
/** Nobody looks at more places of one text. */
const MOST_FOUND = 1000;

/**
 * A regular expression in RE2's syntax (no back references, no looking around), matched in linear
 * time: whoever wrote it and whatever it is held against, it ends. `^` and `$` match at lines.
 */
export class LinearExpression {
  readonly #compiled: RE2JS;

  /** @throws HumanError when the expression can not be read, or is too large */
  constructor(expression: string, options: { ignoreCase?: boolean } = {}) {
    const flags = RE2JS.MULTILINE | (options.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    try {
      this.#compiled = RE2JS.compile(expression, flags);
    } catch (error) {
      if (!(error instanceof RE2JSException)) throw error;
      throw new HumanError(`${error.message}.`, REMEDY);
    }
    if (this.#compiled.programSize() > LARGEST)
      throw new HumanError('The expression is too large.', REMEDY);
  }

  /** The text with each mark that means something taken for itself. */
  static quote(text: string): string {
    return RE2JS.quote(text);
  }

  /** The first place that matches. */
  first(text: string): Stretch | undefined {
    return this.all(text, 1)[0];
  }

  /** The places that match, from the first on, without overlap; none that is empty. */
  all(text: string, most = MOST_FOUND): Stretch[] {
    const found: Stretch[] = [];
    // To say whether takes a fraction of the time that it takes to say where.
    if (!this.matches(text)) return found;
    const matcher = this.#compiled.matcher(text);
    while (found.length < most && matcher.find()) {
      const [start, end] = [matcher.start(), matcher.end()];
      if (end > start) found.push({ start, end });
    }
    return found;
  }

  /** Whether it matches anywhere, be it the empty text. */
  matches(text: string): boolean {
    return this.#compiled.test(text);
  }
}
