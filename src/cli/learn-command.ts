import { Command } from 'commander';
import type { LearnProgress, LearnReport } from '../protocol/engine-api';
import { withEngine } from './with-engine';

const BYTES_PER_MB = 1024 * 1024;

export function learnCommand(): Command {
  return new Command('learn')
    .description('learn from the history and the instruction files of a repository')
    .argument('[folder]', 'a folder in the repository', '.')
    .option('--json', 'print the report as JSON')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const onProgress = process.stderr.isTTY ? showProgress : undefined;
      const report = await withEngine((client, signal) =>
        client.call('learn', { folder }, { signal, onProgress }),
      );
      if (onProgress !== undefined) process.stderr.write('\n');
      const peak_rss_mb = Math.round((process.resourceUsage().maxRSS * 1024) / BYTES_PER_MB);
      process.stdout.write(
        json === true ? `${JSON.stringify({ ...report, peak_rss_mb })}\n` : described(report),
      );
    });
}

function showProgress({ stage, done, total }: LearnProgress): void {
  process.stderr.write(`\r${stage}: ${done} of ${total}  `);
}

function described(report: LearnReport): string {
  const counts = (of: Record<string, number>): string =>
    Object.entries(of)
      .sort(([, a], [, b]) => b - a)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ') || 'nothing new';
  return [
    `${report.repo}${report.cancelled ? ' (stopped early; run it again to go on)' : ''}`,
    `  commits       ${report.commits} read, ${report.known} of them known`,
    `  memories      ${counts(report.memories)}`,
    `  entities      ${counts(report.entities)}`,
    `  edges         ${counts(report.edges)}`,
    `  instructions  ${report.instructionFiles.join(', ') || 'none found'}`,
    `  seconds       ${report.seconds.toFixed(1)}`,
    '',
  ].join('\n');
}
