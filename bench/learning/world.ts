import { Dice, seedOf } from '../dice';
import type { DataSet, Document, Query } from '../recall/data-set';
import { altered } from './altered-words';

/** Of all memories. */
const POISONED = 0.3;
/** Of the questions: those whose answers come half-way. */
const LATE = 0.2;
/** Characters of a memory; a pack has room for about ten such. */
const LONGEST = 500;
/** Characters of a question. */
const LONGEST_QUESTION = 300;
/** Wordings of a question beside its own. */
const WORDINGS = 3;

/** A memory of the stream's world. */
export interface Item {
  readonly id: string;
  readonly text: string;
  readonly group: string | undefined;
  /** The question that a poisoned memory repeats the words of. */
  readonly poisons: number | undefined;
}

/** A question, in its own words first. */
export interface Asked {
  readonly wordings: readonly string[];
  readonly group: string | undefined;
  readonly relevant: ReadonlySet<string>;
  /** Whether what answers it comes half-way. */
  readonly late: boolean;
}

/** What there is to know, what comes half-way, and what is asked. */
export interface World {
  readonly early: readonly Item[];
  readonly late: readonly Item[];
  readonly asked: readonly Asked[];
}

/**
 * Draws a world of a set: questions, their answers and what competes with these, and poisoned
 * memories, which repeat a question's words and answer another.
 *
 * @param near of a question, the documents that come nearest to it in the whole set
 */
export function drawWorld(
  set: DataSet,
  queries: readonly Query[],
  near: (query: Query) => readonly string[],
  seed: number,
): World {
  const dice = new Dice(seedOf(seed, 1));
  const own = new Set(queries.flatMap(({ self }) => self ?? []));
  const wanted = new Set(queries.flatMap((query) => [...query.relevant, ...near(query)]));
  const documents = set.documents.filter(({ id }) => wanted.has(id) && !own.has(id));
  const known = new Set(documents.map(({ id }) => id));

  const asked = queries.flatMap((query): Asked[] => {
    const relevant = new Set(query.relevant.filter((id) => known.has(id)));
    if (relevant.size === 0) return [];
    const text = query.text.slice(0, LONGEST_QUESTION);
    const wordings = [text, ...Array.from({ length: WORDINGS }, () => altered(text, dice))];
    return [{ wordings, group: query.group, relevant, late: dice.chance(LATE) }];
  });
  const withheld = new Set(asked.flatMap(({ late, relevant }) => (late ? [...relevant] : [])));
  const all: Item[] = documents.map(({ id, text, group }) => {
    return { id, text: text.slice(0, LONGEST) || ' ', group, poisons: undefined };
  });
  const poisons = poisonedOf(documents, asked, dice);
  const early = shuffled([...all.filter(({ id }) => !withheld.has(id)), ...poisons], dice);
  return { early, late: all.filter(({ id }) => withheld.has(id)), asked };
}

function poisonedOf(documents: readonly Document[], asked: readonly Asked[], dice: Dice): Item[] {
  const byGroup = Map.groupBy(documents, ({ group }) => group);
  const count = Math.round((documents.length * POISONED) / (1 - POISONED));
  return Array.from({ length: count }, (_, at): Item => {
    const poisons = at % asked.length;
    const question = asked[poisons];
    if (question === undefined) throw new Error('There is no question');
    const { group, relevant, wordings } = question;
    const others = (byGroup.get(group) ?? documents).filter(({ id }) => !relevant.has(id));
    const text = `${altered(wordings[0] ?? '', dice)}\n${dice.of(others).text}`;
    return { id: `poison-${at}`, text: text.slice(0, LONGEST), group, poisons };
  });
}

/** Fisher and Yates's. */
export function shuffled<T>(all: readonly T[], dice: Dice): T[] {
  const rest = [...all];
  return all.map(() => rest.splice(dice.below(rest.length), 1)[0] as T);
}
