import { Command } from 'commander';
import { VERSION } from '../protocol/version';
import { checkCommand } from './check-command';
import { doctorCommand } from './doctor-command';
import { hookCommand } from './hook-command';
import { learnCommand } from './learn-command';
import { listCommand } from './list-command';
import { mcpCommand } from './mcp-command';
import { recallCommand } from './recall-command';
import { rememberCommand } from './remember-command';
import { receiptsCommand } from './receipts-command';
import { reportCommand } from './report-command';
import { report } from './report-error';
import { ruleCommand } from './rule-command';

/** The `mneme` program: the same engine as in the editor, on the same store, from a terminal. */
async function main(): Promise<void> {
  const program = new Command('mneme')
    .description('A memory for AI assistants that learns from what happens in the editor.')
    .version(VERSION)
    .showHelpAfterError()
    .addHelpText(
      'after',
      '\nThe store is in MNEME_HOME, or else in the platform’s data folder.\n' +
        'Exit codes: 0 done, 1 something you can mend, 2 wrong usage, 70 a bug.',
    );
  for (const command of [
    learnCommand(),
    recallCommand(),
    rememberCommand(),
    listCommand(),
    receiptsCommand(),
    reportCommand(),
    ruleCommand(),
    checkCommand(),
    doctorCommand(),
    mcpCommand(),
    hookCommand(),
  ]) {
    // A command does not inherit these; left alone it ends the process, with another code.
    program.addCommand(command.exitOverride().showHelpAfterError());
  }
  await program.exitOverride().parseAsync();
}

main().catch(report);
