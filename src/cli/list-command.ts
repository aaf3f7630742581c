import { Command } from 'commander';
import { describeScope } from '../memory/scope';
import { withEngine } from './with-engine';

export function listCommand(): Command {
  return new Command('list')
    .description('list the memories that hold in this repository, the newest first')
    .option('--json', 'print one JSON object a line')
    .action(async ({ json }: { json?: boolean }) => {
      const rows = await withEngine(async (client) => {
        const { repo } = await client.call('repositoryOf', { folder: process.cwd() });
        return client.call('list', { repo });
      });
      for (const row of rows) {
        const { memory, lowerBound } = row;
        process.stdout.write(
          json === true
            ? `${JSON.stringify(row)}\n`
            : `${memory.id}  ${Math.round(lowerBound * 100)} %  ${memory.kind}  (${memory.status}, ${describeScope(memory.scope)})  ${memory.text}\n`,
        );
      }
    });
}
