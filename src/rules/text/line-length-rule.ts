import { isProhibition } from '../../memory/directive';
import type { Said } from '../said';
import type { ReadText } from './text-family';

const BY = String.raw`(?:(under|below|less than|fewer than|shorter than)|at most|no more than|no longer than|to|within|up to|max(?:imum)?(?: of)?|not exceed|not be longer than|limited to)`;
const LINES = new RegExp(
  String.raw`^(?:keep |limit |wrap |break )?(?:all |the |your |code )*lines?(?: lengths?| width)?(?: (?:be|is|are|should be|short|stay|must|should|of code))*(?: \()? ?${BY} (\d{2,3}) (?:characters|chars|columns|cols)(?: long| wide| per line)?\)?$`,
  'i',
);
const MAX =
  /^(?:use |set )?(?:a |the )?max(?:imum)? line (?:length|width)(?: is| of|:| to| should be)* (\d{2,3})(?: (?:characters|chars|columns))?$/i;
const LONGER =
  /^(?:write |have )?lines? (?:be )?(?:longer than|over|exceeding|exceed|of more than|with more than|more than) (\d{2,3})(?: (?:characters|chars|columns))?(?: long| in length)?$/i;

/** "Lines of at most 100 characters"; JavaScript's are lint's. */
export function lineLengthRule({ directive }: Said): ReadText | undefined {
  if (directive.condition !== undefined) return undefined;
  const subject = directive.subject.trim();
  if (isProhibition(directive)) return ruled(Number(LONGER.exec(subject)?.[1]));
  const max = MAX.exec(subject)?.[1];
  if (max !== undefined) return ruled(Number(max));
  const [, below, count] = LINES.exec(subject) ?? [];
  return ruled(Number(count) - (below === undefined ? 0 : 1));
}

function ruled(most: number): ReadText | undefined {
  if (!(most >= 20)) return undefined;
  return {
    spec: {
      kind: 'text',
      expression: `^[^\\n]{${most + 1}}[^\\n]*$`,
      ignoreCase: false,
      where: 'file',
      demand: 'forbid',
      files: { only: [], except: ['**/*.{md,mdx,json,svg,lock,snap,csv,html,txt}', '**/*.min.*'] },
    },
    shown: `Lines of at most ${most} characters`,
  };
}
