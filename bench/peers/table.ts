import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';

const BEGIN = '<!-- bench:peers -->';
const END = '<!-- /bench:peers -->';

/** What one peer came to on one set. */
export interface Line {
  readonly set: string;
  readonly peer: string;
  readonly version: string;
  readonly documents: number;
  readonly queries: number;
  /** Why there are no figures. */
  readonly failed?: string;
  readonly 'recall@10'?: number;
  readonly mrr?: number;
  readonly p50_ms?: number;
  readonly p95_ms?: number;
  readonly tokens_per_answer?: number;
  readonly load_s: number;
  readonly load?: number;
}

/** Puts the figures of a run between the page's markers, a table a set. */
export async function writeTable(
  path: string,
  page: string,
  lines: readonly Line[],
): Promise<void> {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${path} has no ${BEGIN} … ${END}`);
  const tables = [...Map.groupBy(lines, (line) => line.set)].map(tableOf);
  const text = `${page.slice(0, begin + BEGIN.length)}\n\n${tables.join('\n\n')}\n\n${page.slice(end)}`;
  await writeFile(path, await format(text, { parser: 'markdown' }));
}

function tableOf([set, lines]: [string, Line[]]): string {
  const [first] = lines;
  const rows = lines.map((line) =>
    line.failed === undefined
      ? row([named(line), line['recall@10'], line.mrr, `${line.p95_ms} ms`, line.tokens_per_answer])
      : row([named(line), line.failed, '', '', '']),
  );
  return [
    `**${set}**: ${first?.documents} documents, ${first?.queries} queries`,
    '',
    row(['', 'recall@10', 'MRR', 'p95', 'tokens an answer']),
    row(['---', '---', '---', '---', '---']),
    ...rows,
  ].join('\n');
}

function named({ peer, version }: Line): string {
  return [peer, version].filter(Boolean).join(' ');
}

function row(cells: readonly unknown[]): string {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}
