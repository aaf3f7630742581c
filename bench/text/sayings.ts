import type { Detail, MemoryKind } from '../../src/memory/memory';
import type { Dice } from '../dice';
import { errorText, type ErrorText } from './errors';
import type { Prose } from './prose';

/** What a memory is about, by name. */
export interface Subject {
  readonly path: string;
  readonly symbol: string;
  readonly other: string;
  readonly package: string;
}

/** What a memory says. */
export interface Saying {
  readonly text: string;
  readonly detail: Detail;
  readonly error?: ErrorText;
}

type Say = (dice: Dice, prose: Prose, subject: Subject) => Saying;

/** How each kind of memory is worded, after those that Mneme learns and people write. */
const SAYINGS: Readonly<Record<MemoryKind, Say>> = {
  fact: (dice, prose, { path, symbol, package: ofPackage }) => {
    const beginning = dice.of([
      `${symbol} in ${path}:`,
      `${ofPackage} ${version(dice)}:`,
      `${path} changes together with its callers of ${symbol}.`,
      `In ${path},`,
    ]);
    return { text: `${beginning} ${prose.write(dice, dice.between(8, 45))}`, detail: {} };
  },
  fix: (dice, prose, { path, symbol, other }) => {
    const error = errorText(dice, symbol, other);
    const solution = `${prose.write(dice, dice.between(8, 25))} Changed ${path}.`;
    const text = `Past fix in ${path}: ${error.message} ${solution}`;
    return { text, detail: { problem: error.message, solution }, error };
  },
  correction: (dice, prose, { symbol, other }) => {
    const before = `const ${word(dice, prose)} = ${other}(${word(dice, prose)});`;
    const after = `const ${word(dice, prose)} = await ${symbol}(${word(dice, prose)}, { signal });`;
    const text = `Use ${symbol} instead of ${other}: ${prose.write(dice, dice.between(6, 16))}`;
    return { text, detail: { before, after } };
  },
  rule: (dice, prose, { symbol, package: ofPackage }) => {
    const force = dice.of(['Always', 'Never', 'Better not', 'When in doubt']);
    const text = `${force} call ${symbol} where ${ofPackage} is loaded: ${prose.write(dice, dice.between(6, 24))}`;
    return { text, detail: {} };
  },
  preference: (dice, prose, { symbol, package: ofPackage }) => ({
    text: `Likes ${ofPackage} with ${symbol}. ${prose.write(dice, dice.between(5, 20))}`,
    detail: {},
  }),
  workflow: (dice, prose, { path, package: ofPackage }) => {
    const steps = [
      `npm i ${ofPackage}@${version(dice)}`,
      `npm run build -- --filter ${path}`,
      `npm test -- ${path} --retry ${dice.between(1, 5)}`,
    ];
    const text = `To release ${ofPackage}: ${prose.write(dice, dice.between(8, 20))}`;
    return { text, detail: { steps } };
  },
  decision: (dice, prose, { symbol, other, package: ofPackage }) => {
    const reason = prose.write(dice, dice.between(10, 30));
    const text = `${symbol} replaces ${other} since ${ofPackage} ${version(dice)}, because ${reason}`;
    return { text, detail: { reason } };
  },
  episode: (dice, prose, { path, symbol }) => ({
    text: `Worked on ${symbol} in ${path} for ${dice.between(5, 120)} minutes. ${prose.write(dice, dice.between(30, 80))}`,
    detail: {},
  }),
};

/** A memory's words for its kind. */
export function say(kind: MemoryKind, dice: Dice, prose: Prose, subject: Subject): Saying {
  return SAYINGS[kind](dice, prose, subject);
}

function version(dice: Dice): string {
  return `${dice.between(0, 24)}.${dice.between(0, 30)}.${dice.between(0, 12)}`;
}

function word(dice: Dice, prose: Prose): string {
  return prose.write(dice, 1).replace(/\W/g, '') || 'value';
}
