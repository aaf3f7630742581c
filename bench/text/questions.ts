import type { Task } from '../../src/memory/task';
import { Dice, seedOf } from '../dice';
import type { Corpus, Told } from './corpus';

export const MANNERS = ['words', 'sentence', 'error', 'identifier'] as const;
export type Manner = (typeof MANNERS)[number];

/** A task as an assistant hands it in, and the memory that it is about, if it is about one. */
export interface Question {
  readonly manner: Manner;
  readonly task: Partial<Task> & Pick<Task, 'sentence' | 'door'>;
  readonly target: string | undefined;
}

/**
 * An assistant asks so often in one conversation, about one repository, and is not told again what it
 * was told.
 */
const A_CONVERSATION = 4;
/** Memories that are looked through for one of the conversation's repository. */
const LOOKS = 300;
/** Of so many questions one is about nothing that is stored. */
const FOREIGN = 4;
/** Of the words of a question about a memory so many are the asker's own. */
const OWN_WORDS = 0.3;

/**
 * Questions of every manner in turn, by a seed of their own.
 *
 * @param run tells the conversations of one run from those of another on the same store
 */
export function questions(corpus: Corpus, seed: number, count: number, run: string): Question[] {
  return Array.from({ length: count }, (_, number): Question => {
    const dice = new Dice(seedOf(seed, number, 7));
    const conversation = Math.floor(number / A_CONVERSATION);
    const told = toldIn(corpus, dice, seedOf(seed, conversation, 11));
    const manner = MANNERS[number % MANNERS.length] ?? 'words';
    const foreign = conversation % FOREIGN === FOREIGN - 1;
    const shown = ['active', 'candidate'].includes(told.draft.status);
    return {
      manner,
      task: {
        door: 'tool',
        assistant: 'copilot',
        repo: told.repo,
        conversation: `${run}-${seed}-${conversation}`,
        ...ask(manner, dice, corpus, told, foreign),
      },
      target: foreign || !shown ? undefined : told.id,
    };
  });
}

/** A memory of the repository that a conversation is about, which one memory of its own decides. */
function toldIn(corpus: Corpus, dice: Dice, conversation: number): Told {
  const { repo } = corpus.memory(new Dice(conversation).below(corpus.size));
  for (let look = 0; look < LOOKS; look++) {
    const told = corpus.memory(dice.below(corpus.size));
    if (told.repo === repo) return told;
  }
  return corpus.memory(new Dice(conversation).below(corpus.size));
}

function ask(manner: Manner, dice: Dice, corpus: Corpus, told: Told, foreign: boolean) {
  const text = foreign ? corpus.foreign(dice, 30) : told.draft.text;
  const words = text.split(/\s+/);
  const file = told.source.file.name;
  switch (manner) {
    case 'words':
      return { sentence: tellingWords(dice, words).join(' ') };
    case 'sentence': {
      const from = dice.below(Math.max(1, words.length - 10));
      const own = corpus.foreign(dice, 10).split(' ');
      const mixed = words
        .slice(from, from + 10)
        .map((word, i) => (dice.chance(OWN_WORDS) ? (own[i] ?? word) : word));
      return { sentence: `How do I ${mixed.join(' ')}`, file, language: told.source.language };
    }
    case 'error': {
      const { error } = told;
      const message = error?.message ?? words.slice(0, 12).join(' ');
      const problem = { severity: 'error' as const, message, line: dice.between(1, 400) };
      const code = error?.code === undefined ? {} : { code: error.code, source: error.source };
      return { sentence: `Fix this error in ${file}`, file, problems: [{ ...problem, ...code }] };
    }
    case 'identifier':
      return { sentence: `change ${told.symbol}`, file, symbol: told.symbol };
  }
}

/** Two to four of the longer words, without their punctuation. */
function tellingWords(dice: Dice, words: readonly string[]): string[] {
  const bare = words.map((word) => word.replace(/^\W+|\W+$/g, ''));
  const long = bare.filter((word) => word.length > 3);
  return Array.from({ length: dice.between(2, 4) }, () => dice.of(long.length > 0 ? long : bare));
}
