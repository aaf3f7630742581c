import { z } from 'zod';
import { HumanError } from '../../memory/human-error';

const RecallInput = z.object({
  task: z.string().trim().min(1),
  file: z.string().trim().min(1).optional(),
  symbol: z.string().trim().min(1).optional(),
  again: z.boolean().optional(),
});
export type RecallInput = z.infer<typeof RecallInput>;

/** What the assistant asks, parsed; a model may send anything. Throws what the model can mend. */
export function parseRecallInput(input: unknown): RecallInput {
  const parsed = RecallInput.safeParse(withoutEmpty(input));
  if (parsed.success) return parsed.data;
  throw new HumanError(
    'The input of mneme_recall does not fit.',
    'Pass `task`: one sentence about what is to be done; `file` and `symbol` are texts, `again` is true or false; all three may be left out.',
  );
}

/** Models write `""` and `null` for what they leave out. */
function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== '' && value !== null),
  );
}
