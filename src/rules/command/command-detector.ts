import type { CommandSpec } from '../../memory/detector';
import type { Parse } from '../../syntax/syntax-node';
import type { Breach, Checked, Detector, Findings } from '../detector';
import { commandsIn } from '../shell/simple-command';
import { fixesOf } from './command-fix';
import { CommandRule, type Verdict } from './command-rule';
import { GROUP_WORDS, isGroup } from './groups';
import { History } from './history';

/** Finds commands that a rule forbids, or that come before what it asks for. */
export class CommandDetector implements Detector {
  readonly #spec: CommandSpec;
  readonly #rule: CommandRule;
  readonly #parse: Parse;

  constructor(spec: CommandSpec, parse: Parse) {
    this.#spec = spec;
    this.#rule = new CommandRule(spec);
    this.#parse = parse;
  }

  check(checked: Checked): Findings | undefined {
    if (checked.kind !== 'command') return undefined;
    const history = new History(checked.earlier, this.#parse);
    const breaches: Breach[] = [];
    const kept: { start: number; end: number }[] = [];
    for (const command of commandsIn(checked.line, this.#parse)) {
      const verdict = this.#rule.judge(command, checked, history);
      const [program] = command.words;
      if (verdict === undefined || program === undefined) continue;
      const end = Math.max(
        ...(verdict.kept ? command.words : verdict.words).map((word) => word.end),
      );
      const place = { start: program.start, end };
      // `npx jest` and the `jest` in it are one breach.
      if (verdict.kept) kept.push(place);
      else if (!breaches.some((other) => other.start <= place.start && place.end <= other.end)) {
        const fixes = fixesOf(
          this.#spec,
          checked.line,
          command.words,
          verdict.words,
          verdict.missing,
        );
        breaches.push({ ...place, message: messageOf(verdict, this.#spec), fixes });
      }
    }
    if (breaches.length === 0 && kept.length === 0) return undefined;
    return { breaches, kept };
  }
}

function messageOf(
  { missing, stale, words }: Extract<Verdict, { kept: false }>,
  { instead }: CommandSpec,
): string {
  const ran = words.map(({ text }) => text).join(' ');
  if (missing === undefined) {
    return instead === undefined
      ? `\`${ran}\` is not to be run here`
      : `Run \`${instead}\` instead`;
  }
  const [name = ''] = missing;
  const what = isGroup(name) ? GROUP_WORDS[name] : `\`${missing.join(' ')}\``;
  if (stale === 'failed') return `Last time, ${what} failed`;
  if (stale === 'edited') return `Code was changed since ${what} last passed`;
  return `Not run yet in this session: ${what}`;
}
