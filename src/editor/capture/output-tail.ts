/** Characters of a command's output that are kept: its end tells why it failed. */
const KEPT = 8_000;
/** Lines that are told of a failure. */
const TOLD = 5;

/** What terminals are told besides text: colours, cursor moves, titles, shell integration's marks. */
const CONTROLS =
  // eslint-disable-next-line no-control-regex -- they are what is sought
  /\u001b\[[\d;?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_=>()][AB0-2]?|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const NAMES_AN_ERROR =
  /\b(?:[A-Z]\w*)?(?:error|exception|panic|fatal|failed|failure|cannot|can't|could not|unable to|not found|no such|undefined|denied|invalid|missing|unexpected|refused)\b/i;
/** Sums at the end name no error: `1 failed, 3 passed`, `Found 2 errors.` */
const SUMS_UP = /^\W*(?:\d+ \w+(?:[,.;|]|$)|found \d+|tests?:?\s+\d|test suites?:)|\b0 errors?\b/i;

/** The end of what a command put out. */
export class OutputTail {
  #text = '';

  /** Reads along; a stream that breaks off leaves what there is. */
  async follow(stream: AsyncIterable<string>): Promise<void> {
    try {
      for await (const piece of stream) this.add(piece);
    } catch {
      return;
    }
  }

  add(piece: string): void {
    this.#text = (this.#text + piece).slice(-KEPT);
  }

  /** The lines that name an error, or else the last ones; `undefined` for no output at all. */
  errors(): string | undefined {
    const lines = this.#text
      .replace(CONTROLS, '')
      .split(/\r?\n|\r/)
      .map((line) => line.trimEnd())
      .filter((line) => line.trim() !== '');
    const naming = lines.filter((line) => NAMES_AN_ERROR.test(line) && !SUMS_UP.test(line));
    const told = naming.length > 0 ? naming.slice(0, TOLD) : lines.slice(-TOLD);
    return told.length === 0 ? undefined : told.map((line) => line.trim()).join('\n');
  }
}
