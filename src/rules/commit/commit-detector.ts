import type { CommitSpec } from '../../memory/detector';
import type { Parse } from '../../syntax/syntax-node';
import { LinearExpression } from '../../syntax/linear-expression';
import type { Breach, Checked, Detector, Findings } from '../detector';
import { commitsIn, type Committed } from './committed';
import { partOfMessage } from './message-part';

/** Longer ones are no messages. */
const LONGEST = 100_000;

/** Finds messages and branch names that do not read as a rule asks, also in commands that make them. */
export class CommitDetector implements Detector {
  readonly #spec: CommitSpec;
  readonly #expression: LinearExpression;
  readonly #parse: Parse;

  /** @throws HumanError when the spec's expression can not be read */
  constructor(spec: CommitSpec, parse: Parse) {
    this.#spec = spec;
    this.#expression = new LinearExpression(spec.expression, { ignoreCase: spec.ignoreCase });
    this.#parse = parse;
  }

  check(checked: Checked): Findings | undefined {
    if (checked.kind === 'file') return undefined;
    if (checked.kind === 'command') return this.#inCommands(checked.line);
    return this.#held({ kind: checked.kind, text: checked.text });
  }

  #inCommands(line: string): Findings | undefined {
    const all = commitsIn(line, this.#parse).flatMap((made) => {
      const found = this.#held(made);
      return found === undefined ? [] : [placed(found, made.places, made.end)];
    });
    if (all.length === 0) return undefined;
    return {
      breaches: all.flatMap(({ breaches }) => breaches),
      kept: all.flatMap(({ kept }) => kept ?? []),
    };
  }

  #held({ kind, text }: Pick<Committed, 'kind' | 'text'>): Findings | undefined {
    const { of, demand, replacement } = this.#spec;
    if ((of === 'branch') !== (kind === 'branch') || text.length > LONGEST) return undefined;
    const part = of === 'branch' ? { text, start: 0 } : partOfMessage(text, of);
    if (part === undefined) return undefined;
    const whole = { start: part.start, end: part.start + part.text.length };
    if (demand === 'require') {
      if (this.#expression.matches(part.text)) return { breaches: [], kept: [whole] };
      return {
        breaches: [{ ...whole, message: `${WORDS[of]} does not read as asked`, fixes: [] }],
      };
    }
    const breaches = this.#expression.all(part.text).map(({ start, end }): Breach => {
      const place = { start: part.start + start, end: part.start + end };
      const told = part.text.slice(start, end).trim();
      return {
        ...place,
        message: `${WORDS[of]} has “${told.length > 60 ? `${told.slice(0, 59)}…` : told}”`,
        fixes:
          replacement === undefined
            ? []
            : [
                {
                  title: replacement === '' ? 'Leave it out' : `Write ${replacement}`,
                  edits: [{ ...place, text: replacement }],
                },
              ],
      };
    });
    return breaches.length > 0 ? { breaches } : { breaches, kept: [whole] };
  }
}

const WORDS: Readonly<Record<CommitSpec['of'], string>> = {
  message: 'The message',
  subject: 'The subject',
  body: 'The body',
  branch: 'The branch’s name',
};

/** Findings in a message by where its words stand in the command that gives it. */
function placed(found: Findings, places: readonly number[], end: number): Findings {
  const at = <P extends { start: number; end: number }>(place: P): P => ({
    ...place,
    start: places[place.start] ?? end,
    end:
      place.end > place.start ? (places[place.end - 1] ?? end - 1) + 1 : (places[place.end] ?? end),
  });
  return {
    // The line's quoting is not the message's: what would mend it there might break the line.
    breaches: found.breaches.map((breach) => ({ ...at(breach), fixes: [] })),
    kept: found.kept?.map(at),
  };
}
