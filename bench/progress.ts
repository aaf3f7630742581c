/** Says on stderr what is being done: stdout is for results alone. */
export function say(words: string): void {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${words}\n`);
}
