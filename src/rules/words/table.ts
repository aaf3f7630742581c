import type { Force } from '../../memory/directive';

const CELL_KEPT = 300;

type Role = Force | 'rule' | 'reason' | 'condition';

/** What a column holds, by its head. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'never',
    /^(?:don[’']?t|do not|never|bad|wrong|incorrect|instead of|not|no|forbidden|banned|prohibited)$/i,
  ],
  ['avoid', /^(?:avoid|anti-?pattern|discouraged)$/i],
  [
    'must',
    /^(?:do|always|good|right|correct|use|use instead|instead|use this|replacement|must|required)$/i,
  ],
  ['prefer', /^(?:prefer|preferred|recommended|alternative|better)$/i],
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
  const cell = (
    cells: readonly string[],
    ...wanted: Role[]
  ): { text: string; head: string; role: Role } | undefined => {
    const index = roles.findIndex((role) => role !== undefined && wanted.includes(role));
    const text = cells[index];
    const role = roles[index];
    return text === undefined || text === '' || role === undefined
      ? undefined
      : { text, head: head.cells[index] ?? '', role };
  };
  return body.flatMap(({ cells, line }) => {
    if (cells.every((text) => /^[:\s-]*$/.test(text))) return [];
    const bad = cell(cells, 'never', 'avoid');
    const good = cell(cells, 'must', 'prefer');
    const said = bad ?? good ?? cell(cells, 'rule');
    if (!said || said.text.length > CELL_KEPT) return [];
    const reason = cell(cells, 'reason')?.text;
    const condition = cell(cells, 'condition')?.text;
    const force =
      said.role === 'rule' || said.role === 'reason' || said.role === 'condition'
        ? undefined
        : said.role;
    return [
      {
        text: said.text,
        head: said.head,
        line,
        ...(force !== undefined && { force }),
        ...(bad && good && { alternative: good.text }),
        ...(reason !== undefined && { reason }),
        ...(condition !== undefined && { condition }),
      },
    ];
  });
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/\\\|/g, '|').trim());
}
