import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { z } from 'zod';

const BEGIN = '<!-- bench:peers -->';
const END = '<!-- /bench:peers -->';

/** What one peer came to on one set. */
export const Line = z.object({
  set: z.string(),
  peer: z.string(),
  version: z.string(),
  documents: z.number(),
  queries: z.number(),
  /** Why there are no figures. */
  failed: z.string().optional(),
  'recall@10': z.number().optional(),
  mrr: z.number().optional(),
  p50_ms: z.number().optional(),
  p95_ms: z.number().optional(),
  tokens_per_answer: z.number().optional(),
  /** Seconds that taking in the documents took. */
  load_s: z.number(),
  /** The machine's load average. */
  load: z.number().optional(),
});
export type Line = z.infer<typeof Line>;

/** The lines that runs printed. */
export async function readLines(path: string): Promise<Line[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : Line.parse(JSON.parse(line))));
}

/** Puts figures between the page's markers, a table a set; of two alike the later line counts. */
export async function writeTable(
  path: string,
  page: string,
  lines: readonly Line[],
): Promise<void> {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${path} has no ${BEGIN} … ${END}`);
  const newest = new Map(lines.map((line) => [`${line.set} ${line.peer}`, line]));
  const tables = [...Map.groupBy(newest.values(), ({ set }) => set)].map(tableOf);
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
