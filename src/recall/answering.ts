import type { Order } from './order';

/**
 * What answers: of each node, what the question put right before it matches, 0 to 1. Who asks the
 * same as was asked then wants what was said next, which need not repeat a word of it (as when
 * questions are matched with answered ones: Jeon et al., 2005).
 *
 * @param asked what each text that puts a question matches, by node
 */
export function answering(order: Order, asked: ReadonlyMap<string, number>): Map<string, number> {
  const answers = new Map<string, number>();
  for (const [id, match] of asked) {
    for (const next of order.after(id)) {
      if (match > (answers.get(next) ?? 0)) answers.set(next, match);
    }
  }
  return answers;
}
