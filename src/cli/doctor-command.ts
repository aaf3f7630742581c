import { Command } from 'commander';
import { withEngine } from './with-engine';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say where the store is, what it holds and whether it answers')
    .option('--json', 'print it as JSON')
    .action(async ({ json }: { json?: boolean }) => {
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

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
