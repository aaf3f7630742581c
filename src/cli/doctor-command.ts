import { Command } from 'commander';
import type { ReplayReport } from '../memory/replay-report';
import { withEngine } from './with-engine';

interface Options {
  json?: boolean;
  replay?: boolean;
  mend?: boolean;
}

/** Differences that are printed. */
const LISTED = 20;

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say where the store is, what it holds and whether it answers')
    .option('--json', 'print it as JSON')
    .option('--replay', 'reckon all qualities from the outcomes kept, and say which differ')
    .option('--mend', 'with --replay: write anew those that differ')
    .action(async ({ json, replay, mend = false }: Options) => {
      if (replay === true) {
        const report = await withEngine((client) => client.call('replay', { mend }));
        process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : described(report));
        if (report.differences.length > 0 && !mend) process.exitCode = 1;
        return;
      }
      const status = await withEngine((client) => client.call('status', {}));
      process.stdout.write(
        json === true
          ? `${JSON.stringify(status)}\n`
          : Object.entries(status)
              .map(([name, value]) => `${name.padEnd(12)}${shown(value)}\n`)
              .join(''),
      );
    });
}

/** The report in words, for a terminal. */
export function described({ memories, outcomes, differences, mended }: ReplayReport): string {
  const lines = [`${outcomes} outcomes of ${memories} memories reckoned once more`];
  if (differences.length === 0) lines.push('every quality is what its outcomes add up to');
  for (const { text, stored, replayed } of differences.slice(0, LISTED)) {
    lines.push(`  ${counted(stored)}, should be ${counted(replayed)}: ${text.split('\n', 1)[0]}`);
  }
  const more = differences.length - LISTED;
  if (more > 0) lines.push(`  and ${more} more`);
  if (differences.length > 0) {
    lines.push(mended ? 'written anew' : 'mneme doctor --replay --mend writes what differs anew');
  }
  return `${lines.join('\n')}\n`;
}

function counted({ helped, harmed }: { helped: number; harmed: number }): string {
  return `+${helped.toFixed(2)} −${harmed.toFixed(2)}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
