import type { Parse } from '../../syntax/syntax-node';
import type { CheckedCommand } from '../detector';
import { commandsIn, type SimpleCommand } from '../shell/simple-command';

/** What of a session is looked at: before that, a run says little of the code as it is. */
const LOOKED_AT = 300;

/** What was run before in a session, read only as far as it is asked for. */
export class History {
  readonly #earlier: CheckedCommand['earlier'];
  readonly #parse: Parse;
  readonly #read = new Map<string, readonly SimpleCommand[]>();

  constructor(earlier: CheckedCommand['earlier'], parse: Parse) {
    this.#earlier = earlier.slice(-LOOKED_AT);
    this.#parse = parse;
  }

  /**
   * How the last run of such a command ended: `edited` where it passed and the code was changed
   * after it; `undefined` where there was none. A line of several that failed tells of none of them.
   */
  last(is: (command: SimpleCommand) => boolean): 'passed' | 'failed' | 'edited' | undefined {
    for (const { line, succeeded, edited } of [...this.#earlier].reverse()) {
      const commands = this.#commandsOf(line);
      if (!commands.some(is)) continue;
      if (succeeded) return edited === true ? 'edited' : 'passed';
      if (commands.length === 1) return 'failed';
    }
    return undefined;
  }

  #commandsOf(line: string): readonly SimpleCommand[] {
    let commands = this.#read.get(line);
    if (commands === undefined) this.#read.set(line, (commands = commandsIn(line, this.#parse)));
    return commands;
  }
}
