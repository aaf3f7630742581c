import type { Policy, Scored } from './policy';
import type { Product } from './product';
import { BETWEEN, outcomeOf, type Interaction } from './stream';
import type { World } from './world';

/** Memories of an answer that are read, and judged. */
export const READ = 5;

/** A window is opened once a day, after so many questions. */
const A_DAY = 48;

/** What one question was answered with, and what had been told of it by then. */
export interface Answer {
  readonly interaction: Interaction;
  readonly items: readonly string[];
}

/** One policy's way through the stream. */
export interface Run {
  readonly answers: readonly Answer[];
  /** Harm told of a memory that was shown for a question, by `harmKey`: before which interactions. */
  readonly harms: ReadonlyMap<string, readonly number[]>;
  /** Milliseconds that recalls took; of Mneme alone. */
  readonly took: readonly number[];
  /** Memories that are kept back at the end. */
  readonly quarantined: readonly string[];
}

export const harmKey = (asked: number, item: string): string => `${asked} ${item}`;

/** What is to be told, by the interaction before which it is. */
class Post<T> {
  readonly #due = new Map<number, T[]>();

  put(due: number, letter: T): void {
    const letters = this.#due.get(due);
    if (letters === undefined) this.#due.set(due, [letter]);
    else letters.push(letter);
  }

  take(due: number): T[] {
    return this.#due.get(due) ?? [];
  }
}

/** What recall without learning gives for each wording of each question. */
export type Base = (interaction: Interaction) => readonly Scored[];

/** A policy over the candidates of recall without learning. */
export function runPeer(
  policy: Policy,
  world: World,
  stream: readonly Interaction[],
  base: Base,
  seed: number,
): Run {
  const post = new Post<{ item: string; helped: boolean }>();
  const harms = new Map<string, number[]>();
  const answers = stream.map((interaction): Answer => {
    for (const { item, helped } of post.take(interaction.at)) policy.told?.(item, helped);
    const asked = world.asked[interaction.asked];
    if (asked === undefined) throw new RangeError('No such question');
    const items = policy
      .rerank(base(interaction), asked)
      .slice(0, READ)
      .map(({ item }) => item);
    policy.shown?.(items);
    for (const item of items) {
      const told = outcomeOf(seed, interaction.at, item, asked.relevant.has(item));
      if (told === undefined) continue;
      post.put(told.due, { item, helped: told.helped });
      if (!told.helped) note(harms, interaction.asked, item, told.due);
    }
    return { interaction, items };
  });
  return { answers, harms, took: [], quarantined: [] };
}

/** Mneme itself: each question is a recall, each outcome a verdict on what was shown. */
export async function runProduct(
  product: Product,
  world: World,
  stream: readonly Interaction[],
  seed: number,
  time: { now: number },
): Promise<Run> {
  const post = new Post<{ exposure: string; helped: boolean }>();
  const harms = new Map<string, number[]>();
  const answers: Answer[] = [];
  const took: number[] = [];
  for (const interaction of stream) {
    time.now += BETWEEN;
    if (interaction.at === Math.floor(stream.length / 2)) await product.add(world.late);
    if (interaction.at % A_DAY === 0) await product.learn();
    for (const { exposure, helped } of post.take(interaction.at)) {
      await product.tell(exposure, helped);
    }
    const asked = world.asked[interaction.asked];
    const text = asked?.wordings[interaction.wording] ?? '';
    const pack = await product.ask(text, asked?.group, `c${interaction.at}`);
    took.push(pack.took);
    const read = pack.items.slice(0, READ);
    for (const { memory, exposure } of read) {
      const item = product.item(memory.id);
      const told = outcomeOf(seed, interaction.at, item, asked?.relevant.has(item) === true);
      if (told === undefined) continue;
      post.put(told.due, { exposure, helped: told.helped });
      if (!told.helped) note(harms, interaction.asked, item, told.due);
    }
    answers.push({ interaction, items: read.map(({ memory }) => product.item(memory.id)) });
  }
  return { answers, harms, took, quarantined: await product.quarantined() };
}

function note(harms: Map<string, number[]>, asked: number, item: string, due: number): void {
  const key = harmKey(asked, item);
  harms.set(key, [...(harms.get(key) ?? []), due]);
}
