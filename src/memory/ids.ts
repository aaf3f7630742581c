import type { Clock } from './clock';
import type { Random } from './random';

/** What an id names; the letter is the id's prefix, so that an id in a log tells what it is. */
export const ID_PREFIX = {
  memory: 'm',
  signal: 's',
  exposure: 'x',
  receipt: 'r',
  session: 'n',
  journal: 'j',
  suggestion: 'g',
} as const;

export type IdOf = keyof typeof ID_PREFIX;

/** Makes ids that are unique across processes and sort by the time they were made. */
export interface Ids {
  next(of: IdOf): string;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Ids in the manner of ULID: ten characters of time and ten of chance, in Crockford's base 32,
 * behind the prefix of what they name (`m_01jd8…`).
 */
export function sortableIds(clock: Clock, random: Random): Ids {
  return {
    next(of) {
      let id = firstIdAt(of, clock.now());
      for (let i = 0; i < 10; i++) id += ALPHABET.charAt(Math.floor(random() * 32));
      return id;
    },
  };
}

/** What sorts before every sortable id that was made at or after a time, and after all earlier. */
export function firstIdAt(of: IdOf, time: number): string {
  let left = Math.max(0, Math.floor(time));
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = ALPHABET.charAt(left % 32) + text;
    left = Math.floor(left / 32);
  }
  return `${ID_PREFIX[of]}_${text}`;
}
