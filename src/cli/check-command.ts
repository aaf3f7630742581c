import { Command, Option } from 'commander';
import { HumanError } from '../memory/human-error';
import { asSarif } from './check/as-sarif';
import { asText, summary } from './check/as-text';
import { levelOf, type CheckReport } from './check/found';
import { type Checked, runCheck } from './check/run-check';
import { withEngine } from './with-engine';

type Format = 'text' | 'json' | 'sarif';

interface Options {
  staged?: boolean;
  diff?: string;
  command?: string;
  message?: string;
  branch?: string;
  format: Format;
  json?: boolean;
}

const HELP = `
Of a change (--staged, --diff) only the changed lines are told; of files and folders, all of them.
Formats: text, a line a breach as compilers print it; json, one object a line; sarif, SARIF 2.1.0.
Exit codes: 0 nothing, or only what a rule prefers or avoids; 1 a must or a never is broken;
2 it could not be checked; 70 a bug.

  mneme check --staged                        in .git/hooks/pre-commit
  mneme check --message "$1"                  in .git/hooks/commit-msg
  mneme check --diff origin/main... --format sarif > mneme.sarif`;

/** `mneme check`: holds files, a command or a commit against the rules that are on here. */
export function checkCommand(): Command {
  return new Command('check')
    .description('hold files, a command or a commit’s message against the rules that are on')
    .argument('[files...]', 'files or folders, checked whole')
    .option('--staged', 'what is staged for the next commit')
    .option('--diff <revision>', 'what differs from a revision')
    .option('--command <line>', 'a command, before it is run')
    .option('--message <file>', 'the file that holds a commit’s message')
    .option('--branch <name>', 'the name of a branch')
    .addOption(
      new Option('--format <format>', 'how it is told')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .addHelpText('after', HELP)
    .action(async (files: string[], options: Options) => {
      try {
        const checked = asked(files, options);
        const report = await withEngine((client) =>
          runCheck(client, checked, process.cwd(), process.env),
        );
        tell(report, options.json === true ? 'json' : options.format);
        const broken = report.found.some(({ breach }) => levelOf(breach.force) === 'error');
        process.exitCode = broken ? 1 : 0;
      } catch (error) {
        // 1 says that a rule is broken: what could not be checked must not look like that.
        if (!(error instanceof HumanError)) throw error;
        process.stderr.write(`${error.happened}\n${error.remedy}\n`);
        process.exitCode = 2;
      }
    });
}

function asked(
  paths: readonly string[],
  { staged, diff, command, message, branch }: Options,
): Checked {
  const ways = [staged === true, diff !== undefined, paths.length > 0].filter(Boolean).length;
  if (ways > 1) {
    throw new HumanError(
      'Files, --staged and --diff are three ways to say what is checked.',
      'Give one of them.',
    );
  }
  if (ways === 0 && command === undefined && message === undefined && branch === undefined) {
    throw new HumanError(
      'Nothing was named that is to be checked.',
      'Give files or folders, --staged, --diff, --command, --message or --branch.',
    );
  }
  const files =
    staged === true
      ? ({ staged } as const)
      : diff !== undefined
        ? { since: diff }
        : paths.length > 0
          ? { paths }
          : undefined;
  return { files, command, message, branch };
}

function tell(report: CheckReport, format: Format): void {
  const { found, off } = report;
  if (format === 'sarif') {
    process.stdout.write(`${JSON.stringify(asSarif(report), undefined, 2)}\n`);
    return;
  }
  for (const { rule, reason } of off) {
    process.stderr.write(`mneme: rule ${rule} could not be run: ${reason}\n`);
  }
  if (format === 'json') {
    for (const { breach } of found) process.stdout.write(`${JSON.stringify(breach)}\n`);
    return;
  }
  process.stdout.write(asText(found));
  if (found.length > 0) process.stderr.write(`${summary(found)}\n`);
}
