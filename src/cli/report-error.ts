import { CommanderError } from 'commander';
import { HumanError } from '../memory/human-error';

/** Says on stderr what went wrong and sets the exit code that goes with it. */
export function report(error: unknown): void {
  if (error instanceof CommanderError) {
    // Commander has said it already; asking for help or the version is no error.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof HumanError) {
    process.stderr.write(`${error.happened}\n${error.remedy}\n`);
    process.exitCode = 1;
  } else {
    process.stderr.write(`mneme: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 70;
  }
}
