import { Command } from 'commander';
import { HumanError } from '../memory/human-error';
import type { Receipt, ReceiptRow, Tally } from '../memory/receipt';
import { positive } from './positive';
import { withEngine } from './with-engine';

/** Receipts that are listed unless another number is given, and characters of a question in a line. */
const LISTED = 20;
const LINE = 60;

interface Options {
  limit: number;
  json?: boolean;
}

export function receiptsCommand(): Command {
  return new Command('receipts')
    .description('list what was shown to assistants, the newest first, or open one')
    .argument('[id]', 'the receipt to open')
    .option('--limit <n>', 'how many to list', positive, LISTED)
    .option('--json', 'print one JSON object a line')
    .action(async (id: string | undefined, { limit, json }: Options) => {
      if (id === undefined) {
        const rows = await withEngine((client) => client.call('receipts', { limit }));
        const line = json === true ? (row: ReceiptRow) => JSON.stringify(row) : listedRow;
        for (const row of rows) process.stdout.write(`${line(row)}\n`);
        if (rows.length === 0 && json !== true) process.stdout.write('Nothing was shown yet.\n');
        return;
      }
      const receipt = await withEngine((client) => client.call('receipt', { id }));
      if (receipt === null) {
        throw new HumanError(`There is no receipt ${id}.`, 'List them with: mneme receipts');
      }
      process.stdout.write(json === true ? `${JSON.stringify(receipt)}\n` : opened(receipt));
    });
}

/** A receipt on one line. */
export function listedRow({ id, at, task, shown, tally }: ReceiptRow): string {
  const asked = short(task.sentence || (task.file ?? ''));
  return `${id}  ${moment(at)}  ${task.door.padEnd(5)}  ${shown} shown, ${ends(tally)}  ${asked}`;
}

/** A receipt in full: each memory with the reasons for it, and what came of it. */
export function opened({ at, task, tokens, items }: Receipt): string {
  const lines = [
    `${moment(at)}  ${task.door}, ${task.assistant}${tokens === undefined ? '' : `, ${tokens} of ${task.budget} tokens`}`,
    ...(task.sentence === '' ? [] : [`  asked  ${oneLine(task.sentence)}`]),
    ...(task.file === undefined ? [] : [`  file   ${task.file}`]),
    ...items.flatMap(({ rank, memory, said, grounds, verdict, outcomes }) => [
      '',
      `${rank}. [${memory.kind}] ${said}`,
      `     ${verdict === 'harmed' ? 'misled' : verdict}  ${memory.id}`,
      ...(grounds?.reasons ?? []).map(({ value, words }) => {
        const sign = value < 0 ? '−' : '+';
        return `     ${sign}${Math.abs(value).toFixed(2)} ${words}`;
      }),
      ...outcomes.map(({ reason, weight }) => `     ${weight.toFixed(2)} ${reason}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function ends({ helped, harmed, ignored, unknown }: Tally): string {
  const parts = [
    [helped, 'helped'],
    [harmed, 'misled'],
    [ignored, 'ignored'],
    [unknown, 'unknown'],
  ] as const;
  return parts.flatMap(([count, name]) => (count === 0 ? [] : `${count} ${name}`)).join(', ');
}

function moment(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

function short(text: string): string {
  const line = oneLine(text);
  return line.length <= LINE ? line : `${line.slice(0, LINE - 1)}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
