import { Command } from 'commander';
import type { LearningReport, Moved } from '../memory/learning-report';
import { positive } from './positive';
import { withEngine } from './with-engine';

/** Days that a report covers unless another number is given. */
const DAYS = 7;
/** Characters of a memory that a line has room for, and lines of each list. */
const LINE = 72;
const LISTED = 5;

interface Options {
  days: number;
  json?: boolean;
}

export function reportCommand(): Command {
  return new Command('report')
    .description('say what was shown, what it came to, and what rose and sank')
    .option('--days <n>', 'how many days back', positive, DAYS)
    .option('--json', 'print the report as JSON')
    .action(async ({ days, json }: Options) => {
      const report = await withEngine((client) => client.call('report', { days }));
      process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : described(report, days));
    });
}

/** The report in words, for a terminal. */
export function described(report: LearningReport, days: number): string {
  const { doors, weeks, tokens } = report;
  const sum = (of: 'helped' | 'harmed' | 'ignored' | 'unknown'): number =>
    doors.reduce((all, { tally }) => all + tally[of], 0);
  const shown = doors.reduce((all, door) => all + door.shown, 0);
  if (shown === 0 && Object.keys(report.learned).length === 0) {
    return `Nothing was shown or learned in the last ${days} days.\n`;
  }
  const lines = [
    `The last ${days} days`,
    `  shown         ${shown}: ${sum('helped')} helped, ${sum('harmed')} misled, ${sum('ignored')} ignored, ${sum('unknown')} unknown`,
    ...doors.map(
      ({ door, receipts, shown: by, tally }) =>
        `    ${door.padEnd(10)}  ${by} in ${receipts} goes, ${tally.helped} helped, ${tally.harmed} misled, ${tally.unknown} unknown`,
    ),
    `  tokens        ${tokens.given} given; loading everything each time: about ${tokens.everything}`,
    `  learned       ${counts(report.learned)}`,
    `  weeks         ${weeks.map(({ shown: all, tally }) => (all === 0 ? '–' : `${tally.helped}/${all}`)).join('  ')}  (helped/shown, the oldest first)`,
    `  corrections   ${report.spared.length} shown and not needed again (${report.spared.filter(({ followed }) => followed).length} seen to be followed), ${report.repeated.length} made again`,
    ...listed('rose', report.rose.map(moved)),
    ...listed('sank', report.sank.map(moved)),
    ...listed(
      'quarantined',
      report.quarantined.map(({ text, reason, status }) => {
        const back = status === 'quarantined' ? '' : ' (restored)';
        return `${short(text)}${back}: ${reason}`;
      }),
    ),
    ...listed(
      'made again',
      report.repeated.map(({ text, times, shownBefore }) => {
        const why = shownBefore ? 'although it was shown' : 'it had not been shown';
        return `${times} × ${short(text)} (${why})`;
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function moved({ before, after, text }: Moved): string {
  return `${percent(before)} → ${percent(after)}  ${short(text)}`;
}

function listed(name: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > LISTED ? [`    and ${lines.length - LISTED} more`] : [];
  return [`  ${name}`, ...lines.slice(0, LISTED).map((line) => `    ${line}`), ...more];
}

function counts(of: Record<string, number>): string {
  const parts = Object.entries(of).sort(([, a], [, b]) => b - a);
  return parts.map(([kind, n]) => `${n} ${kind}`).join(', ') || 'nothing new';
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`.padStart(5);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LINE ? line : `${line.slice(0, LINE - 1)}…`;
}
