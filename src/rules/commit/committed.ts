import type { Parse } from '../../syntax/syntax-node';
import { argumentsOf } from '../shell/arguments';
import { HOLE } from '../shell/shell-word';
import { commandsIn } from '../shell/simple-command';

/** A message or a branch's name that a command gives. */
export interface Committed {
  readonly kind: 'message' | 'branch';
  readonly text: string;
  /** For each unit of the text, where it is written in the line. */
  readonly places: readonly number[];
  readonly end: number;
}

const CREATES = new Set(['-b', '-B', '-c', '-C', '--create', '--force-create', '--orphan']);

/**
 * The messages of `git commit -m` and the branches that `git switch -c` and its like make, of all
 * commands of a line. What is only known when it is run is left out.
 */
export function commitsIn(line: string, parse: Parse): Committed[] {
  if (!/commit|checkout|switch|branch/.test(line)) return [];
  return commandsIn(line, parse).flatMap((command): Committed[] => {
    const { program, operands, options } = argumentsOf(command);
    if (program !== 'git') return [];
    const [verb, first, ...more] = operands;
    if (verb?.text === 'commit') return message(command.words, options);
    const created =
      verb?.text === 'checkout' || verb?.text === 'switch'
        ? options.find(({ name }) => CREATES.has(name))?.value
        : verb?.text === 'branch' && options.length === 0 && more.length <= 1
          ? first?.text
          : undefined;
    const word = command.words.find(({ text }) => text === created);
    if (word === undefined || word.text.includes(HOLE)) return [];
    return [{ kind: 'branch', text: word.text, places: word.places, end: word.end }];
  });
}

type Words = Parameters<typeof argumentsOf>[0]['words'];
type Options = ReturnType<typeof argumentsOf>['options'];

/** Several `-m` are paragraphs. */
function message(words: Words, options: Options): Committed[] {
  let text = '';
  let end = 0;
  const places: number[] = [];
  for (const { name, value } of options) {
    if (name !== '--message' || value === undefined) continue;
    const word = words.find(({ text: all }) => all.endsWith(value));
    if (word === undefined || value.includes(HOLE)) return [];
    const from = word.text.length - value.length;
    if (text !== '') {
      text += '\n\n';
      places.push(end, end);
    }
    text += value;
    places.push(...word.places.slice(from));
    end = word.end;
  }
  return text === '' ? [] : [{ kind: 'message', text, places, end }];
}
