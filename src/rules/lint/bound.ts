/** Numbers as words, each at its own place. */
export const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

const COUNT = String.raw`(?:\d+|\{n\}|one|two|three|four|five|six|seven|eight|nine|ten)`;

/** Brings all ways of naming a bound (`at most 3`, `under 4`, `no more than 3`) to one. */
export function measure(clause: string): {
  text: string;
  compared: boolean;
  bound?: 'max' | 'min';
} {
  const denied = /\b(?:no|not|never|avoid|disallow|forbid|without|nor)\b/.test(clause);
  let bound: 'max' | 'min' | undefined;
  const set = (to: 'max' | 'min', step: number) => (_: string, count: string) => {
    bound = to;
    return ` ${stepped(count, step)} `;
  };
  const text = clause
    .replace(
      new RegExp(
        `\\b(?:at most|up to|no more than|not more than|max(?: of| is)?|a max of|limit(?:ed)? (?:of|to)|capped at|cap (?:of|at)|not exceed(?:ing)?|within|no (?:longer|deeper|larger|bigger|greater|wider) than) (?:a max of )?(${COUNT})(?![\\w.])`,
      ),
      set('max', 0),
    )
    .replace(
      new RegExp(
        `\\b(?:at least|no (?:fewer|less|shorter) than|min(?: of)?|not (?:fewer|less|shorter) than) (${COUNT})(?![\\w.])`,
      ),
      set('min', 0),
    )
    .replace(
      new RegExp(
        `\\b(?:more|longer|greater|larger|bigger|higher|deeper|wider) than (${COUNT})(?![\\w.])`,
      ),
      denied ? set('max', 0) : set('min', 1),
    )
    .replace(
      new RegExp(`\\b(?:over|above|beyond|past|exceed(?:s|ing)?) (${COUNT})(?![\\w.])`),
      denied ? set('max', 0) : set('min', 1),
    )
    .replace(
      new RegExp(
        `\\b(?:(?:fewer|less|shorter|smaller|lower) than|under|below) (${COUNT})(?![\\w.])`,
      ),
      denied ? set('min', 0) : set('max', -1),
    )
    .replace(
      new RegExp(`(${COUNT}) (?:or|and) (?:fewer|less|shorter|under|below)\\b`),
      set('max', 0),
    )
    .replace(
      new RegExp(`(${COUNT}) or (?:more|greater|longer)\\b`),
      denied ? set('max', -1) : set('min', 0),
    );
  if (bound !== undefined) return { text, compared: true, bound };
  const either = /\b(?:require|enforce|disallow) or (?:require|enforce|disallow)\b/;
  if (either.test(clause)) return { text: clause.replace(either, ''), compared: true };
  if (
    /\b(?:max|limit(?:s|ed)?|too (?:many|long|deep(?:ly)?|much|complex|large|big)|cap)\b/.test(
      clause,
    )
  ) {
    return {
      text: clause.replaceAll(/\b(?:max|limit(?:s|ed)?|too|cap)\b/g, ' '),
      compared: true,
      bound: 'max',
    };
  }
  return { text, compared: false };
}

function stepped(count: string, step: number): string {
  if (count === '{n}') return count;
  const word = NUMBERS.indexOf(count);
  return String((word < 0 ? Number(count) : word) + step);
}
