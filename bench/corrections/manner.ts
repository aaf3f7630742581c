import { diffWordsWithSpace } from 'diff';
import type { Dice } from '../dice';
import type { Sitting } from './sitting';

export const MANNERS = ['replaced', 'typed', 'noisy'] as const;
export type Manner = (typeof MANNERS)[number];

/** A text with a place in it where a suggestion goes. */
export interface Host {
  readonly before: string;
  readonly after: string;
}

/** An edit: accepted text, and what the user makes of it. */
export interface Edit {
  readonly host: Host;
  readonly accepted: string;
  readonly becomes: string;
}

/** Milliseconds from key to key. */
const PACE = 60;
const TYPO = 0.08;
const LOOKED_AWAY = 0.25;

/**
 * Carries an edit out: the suggestion is accepted and becomes the other text, by pasting over all of
 * it, key by key, or key by key with what else happens at a desk: typing elsewhere before and in
 * between, slips of the finger, pauses long enough for capture to look, saves.
 */
export function carryOut(sitting: Sitting, edit: Edit, manner: Manner, dice: Dice): void {
  let start = edit.host.before.length;
  if (manner === 'noisy') {
    sitting.type(0, '// x\n', PACE);
    start += 5;
    sitting.wait(dice.between(500, 4_000));
  }
  sitting.accept(start, edit.accepted);
  sitting.wait(dice.between(1_000, 8_000));
  if (manner === 'replaced') {
    sitting.paste(start, edit.accepted.length, edit.becomes);
    return;
  }
  const noisy = manner === 'noisy';
  let at = start;
  for (const part of diffWordsWithSpace(edit.accepted, edit.becomes)) {
    if (part.removed) sitting.erase(at + part.value.length, part.value.length, PACE);
    else if (part.added) {
      if (noisy && dice.chance(TYPO)) {
        sitting.type(at, 'qj', PACE);
        sitting.erase(at + 2, 2, PACE);
      }
      sitting.type(at, part.value, PACE);
      at += part.value.length;
    } else at += part.value.length;
    if (!noisy || !dice.chance(LOOKED_AWAY)) continue;
    if (dice.chance(0.5)) {
      sitting.type(0, '// y\n', PACE);
      at += 5;
      start += 5;
    }
    if (dice.chance(0.3)) sitting.save();
    sitting.wait(dice.between(300, 9_000));
  }
  if (noisy) sitting.type(sitting.text.length, '\n// z', PACE);
}
