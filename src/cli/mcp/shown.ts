import { HumanError } from '../../memory/human-error';
import type { Memory } from '../../memory/memory';
import type { Door } from './door';

/** How a memory is named in what an assistant was given: the block's receipt, and its number there. */
export const REFERENCE = 'the block’s receipt and the memory’s number, as in `r_abc#2`, or its id';

const ON_RECEIPT = /^([\w-]+)#(\d{1,3})$/;

/** A memory that the assistant speaks of, and the showing by which it knows it. */
export interface Shown {
  readonly memory: Memory;
  readonly exposure: string | undefined;
}

/**
 * Finds what an assistant means.
 * @throws HumanError where nothing is called so
 */
export async function shown({ engine }: Door, reference: string): Promise<Shown> {
  const [, receipt, number] = ON_RECEIPT.exec(reference) ?? [];
  if (receipt === undefined) {
    const card = await engine.call('card', { id: reference.replace(/^mneme:\/\/memory\//, '') });
    if (card === null) throw unknown(reference);
    return { memory: card.memory, exposure: undefined };
  }
  const opened = await engine.call('receipt', { id: receipt });
  const item = opened?.items.find(({ rank }) => rank === Number(number));
  if (item === undefined) throw unknown(reference);
  return { memory: item.memory, exposure: item.exposure };
}

function unknown(reference: string): HumanError {
  return new HumanError(`Mneme knows no memory ${reference}.`, `Name one by ${REFERENCE}.`);
}
