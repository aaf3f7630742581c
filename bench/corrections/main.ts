import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mineCorrection } from '../../src/learning/correction';
import type { Mined } from '../../src/learning/mined';
import type { SignalOf } from '../../src/memory/signal';
import type { Fault } from '../../src/memory/fault';
import { FaultFinder } from '../../src/rules/lint/fault-finder';
import { HumanError } from '../../src/memory/human-error';
import { Grammars } from '../../src/syntax/grammars';
import { Dice } from '../dice';
import { say } from '../progress';
import { Count } from './count';
import { hostTexts } from './host-texts';
import { sessionsOf } from './history';
import { carryOut, type Edit, type Manner, MANNERS } from './manner';
import { pairsOf, type Split } from './rule-set';
import { Sitting } from './sitting';
import { isBounded, isGeneral } from './verdict';

/*
 * What of a user's corrections Mneme learns. Each incorrect code is accepted as a suggestion in a
 * document and becomes the correct code by edits in three manners; the editor's own capture makes
 * signals of the edits, and the engine's own miner makes memories of the signals. A line each for
 * every manner, then one for all of them, with:
 *
 * pairs             pairs of incorrect and correct code; each is carried out in every manner
 * capture           share of them after which the last rewrite was mined as a correction, with the
 *                   linter that ships at work (`FaultFinder`)
 * capture_unlinted  the same without any linter, as for most languages
 * capture_other     the same with a linter that lacks the pair's own rule: the pairs are of its
 *                   documentation, and no user's corrections are all in it
 * capture_half      the same with a linter that lacks half of the other rules, too
 * bounded           share of the captured whose pair is rightly bounded (`isBounded`)
 * generalised       share of the captured whose general form applies elsewhere (`isGeneral`)
 * sessions_without  ordinary edit sessions from the histories (`sessionsOf`), carried out likewise
 * false_capture     share of those in which any rewrite was mined as a correction
 * false_unlinted    the same without any linter
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    data: { type: 'string', default: '' },
    history: { type: 'string', multiple: true, default: [] },
    split: { type: 'string', default: 'all' },
    sessions: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
});

/** Sessions for each pair, so that one false capture weighs little. */
const SESSIONS_A_PAIR = 3;

try {
  await run();
} catch (error) {
  if (!(error instanceof HumanError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const split = splitOf(values.split);
  const pairs = pairsOf(values.data, split);
  const histories = values.history.length > 0 ? values.history : [values.root];
  const wanted = Number(values.sessions ?? pairs.length * SESSIONS_A_PAIR);
  const sessions = histories.flatMap((folder) => {
    if (!existsSync(folder))
      throw new HumanError(`There is no ${folder}.`, 'Name a git repository with --history DIR.');
    // Twice as many are drawn where only one half of them is taken.
    const share = Math.ceil((wanted * (split === 'all' ? 1 : 2)) / histories.length);
    return sessionsOf(folder, share).filter((_, i) => isOf(split, i));
  });
  if (sessions.length < pairs.length)
    throw new HumanError(
      `The histories have ${sessions.length} ordinary edits, fewer than the ${pairs.length} pairs.`,
      'Name a larger repository with --history DIR.',
    );
  const grammars = Grammars.beside(join(values.root, 'src', 'engine'));
  const finder = new FaultFinder();
  const looked = new Map<string, Promise<readonly Fault[] | undefined>>();
  const all = new Count();
  for (const manner of MANNERS) {
    const count = new Count();
    for (const [i, pair] of pairs.entries()) {
      const hosts = hostTexts(values.root, pair.language);
      const host = hosts[i % hosts.length] ?? { before: '', after: '' };
      const edit = { host, accepted: pair.incorrect, becomes: pair.correct };
      const rewritten = await rewritesOf(edit, pair.language, 'src/subject', manner, i);
      const last = rewritten.slice(-1);
      const detail = (await minedFrom(last))[0]?.draft.detail;
      const parse = await grammars.parserOf(pair.language);
      const captured = detail !== undefined;
      const bounded = captured && isBounded(detail, pair);
      const general = captured && parse !== undefined && isGeneral(detail, pair, parse);
      const own = pair.name.slice(0, pair.name.indexOf('#'));
      const is = (rule: string): boolean => rule.split('/').at(-1) === own;
      const half = new Dice(i);
      const lacking = new Map<string, boolean>();
      const isLacking = (rule: string): boolean => {
        if (!lacking.has(rule)) lacking.set(rule, half.chance(0.5));
        return lacking.get(rule) ?? false;
      };
      count.pair(captured, bounded, general);
      count.also('capture_unlinted', isAny(await minedFrom(last, 'unlinted')));
      count.also('capture_other', isAny(await minedFrom(last, is)));
      count.also(
        'capture_half',
        isAny(await minedFrom(last, (rule) => is(rule) || isLacking(rule))),
      );
      if (values.each) tell({ pair: pair.name, manner, captured, bounded, general, ...detail });
    }
    for (const [i, { kind, name, language, file, edit }] of sessions.entries()) {
      const rewritten = await rewritesOf(edit, language, file, manner, i);
      const mined = await minedFrom(rewritten);
      const captured = isAny(mined);
      count.session(captured);
      count.also('false_unlinted', isAny(await minedFrom(rewritten, 'unlinted')));
      if (values.each)
        tell({ session: name, kind, manner, captured, texts: mined.map((one) => one?.draft.text) });
    }
    tell({ split, manner, ...count.shares(1) });
    all.add(count);
    say(manner);
  }
  tell({ split, manner: 'all', ...all.shares(MANNERS.length) });

  /** The rewrites that capture told of, in order. */
  async function rewritesOf(
    edit: Edit,
    language: string,
    file: string,
    manner: Manner,
    seed: number,
  ): Promise<SignalOf<'rewritten'>[]> {
    const sitting = new Sitting(edit.host.before + edit.host.after, language, file);
    carryOut(sitting, edit, manner, new Dice(seed));
    const signals = await sitting.end();
    return signals.filter((signal) => signal.kind === 'rewritten');
  }

  /** What is mined from rewrites, each by itself; by a linter that lacks some rules, or by none. */
  async function minedFrom(
    rewrites: readonly SignalOf<'rewritten'>[],
    lacks: 'unlinted' | ((rule: string) => boolean) = () => false,
  ): Promise<(Mined | undefined)[]> {
    const mined: (Mined | undefined)[] = [];
    for (const signal of rewrites) {
      const { language = '', before, after } = signal;
      const [was, is] = await Promise.all([faultsOf(before, language), faultsOf(after, language)]);
      const known = (faults: readonly Fault[]): Fault[] =>
        faults.filter(({ rule }) => typeof lacks === 'string' || !lacks(rule));
      const faults =
        lacks === 'unlinted' || was === undefined || is === undefined
          ? undefined
          : { before: known(was), after: known(is) };
      mined.push(mineCorrection(signal, { parse: await grammars.parserOf(language), faults }));
    }
    return mined;
  }

  /** Each text is looked at once: it comes again with every way to lint. */
  function faultsOf(text: string, language: string): Promise<readonly Fault[] | undefined> {
    const key = `${language}\n${text}`;
    let found = looked.get(key);
    if (found === undefined) looked.set(key, (found = finder.faultsOf(text, language)));
    return found;
  }
}

function isAny(mined: readonly (Mined | undefined)[]): boolean {
  return mined.some((one) => one !== undefined);
}

function splitOf(name: string): Split {
  if (name === 'odd' || name === 'even' || name === 'all') return name;
  throw new HumanError(`There is no half ${name}.`, 'Use --split odd, even or all.');
}

function isOf(split: Split, index: number): boolean {
  return split === 'all' || (split === 'odd') === (index % 2 === 0);
}

function tell(line: unknown): void {
  console.log(JSON.stringify(line));
}
