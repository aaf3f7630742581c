import type { Force } from '../../memory/directive';

const CELL_KEPT = 300;

type Role = Force | 'instead' | 'rule' | 'reason' | 'condition';

/** What a column holds, by its head. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'never',
    /^(?:don[’']?t|do not|never|bad|wrong|incorrect|instead of|not|no|forbidden|banned|prohibited)$/i,
  ],
  ['avoid', /^(?:avoid|anti-?pattern|discouraged)$/i],
  ['must', /^(?:do|always|must|required)$/i],
  ['prefer', /^(?:prefer|preferred|recommended)$/i],
  [
    'instead',
    /^(?:good|right|correct|use|use (?:this|instead)|instead|replacement|alternative|better)$/i,
  ],
  ['rule', /^(?:rules?|guidelines?|requirements?|conventions?|instructions?|practices?)$/i],
  ['reason', /^(?:why|reasons?|rationale|because)$/i],
  ['condition', /^(?:when|context|situation|case)$/i],
];

/** A row of a table that says what to do or not to do. */
export interface Row {
  text: string;
  /** The head of the column that its force comes from. */
  head: string;
  force?: Force;
  alternative?: string;
  reason?: string;
  condition?: string;
  /** Distance from the table's first line. */
  line: number;
}

/** Reads the lines of a table of rules (`| Do | Don't | Why |`); none from any other table. */
export function rowsOf(lines: readonly { text: string; line: number }[]): Row[] {
  const [head, ...body] = lines.map(({ text, line }) => ({ cells: cellsOf(text), line }));
  if (!head) return [];
  const roles = head.cells.map((cell) => {
    const bare = cell.replace(/^\W+|\W+$/gu, '');
    return ROLES.find(([, pattern]) => pattern.test(bare))?.[0];
  });
  const cell = <R extends Role>(cells: readonly string[], ...wanted: R[]): Cell<R> | undefined => {
    const index = roles.findIndex((role) => wanted.some((one) => one === role));
    const text = cells[index] ?? '';
    const role = wanted.find((one) => one === roles[index]);
    return role === undefined || text === ''
      ? undefined
      : { text, role, head: head.cells[index] ?? '' };
  };
  return body.flatMap(({ cells, line }) => {
    if (cells.every((text) => /^[:\s-]*$/.test(text))) return [];
    const bad = cell(cells, 'never', 'avoid');
    const good = cell(cells, 'must', 'prefer');
    const said = bad ?? good ?? cell(cells, 'rule');
    if (!said || said.text.length > CELL_KEPT) return [];
    const mended = bad && (good ?? cell(cells, 'instead'));
    const reason = cell(cells, 'reason');
    const condition = cell(cells, 'condition');
    return [
      {
        text: said.text,
        head: said.head,
        line,
        ...(said.role !== 'rule' && { force: said.role }),
        ...(mended && { alternative: mended.text }),
        ...(reason && { reason: reason.text }),
        ...(condition && { condition: condition.text }),
      },
    ];
  });
}

interface Cell<R extends Role> {
  text: string;
  role: R;
  /** The head of its column. */
  head: string;
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/\\\|/g, '|').trim());
}
