import { Command } from 'commander';
import { systemClock } from '../memory/clock';
import { serve } from './mcp/serve';
import { stderrLog } from './stderr-log';
import { withEngine } from './with-engine';

/** Started by an MCP client, which speaks to it over standard input and output until it goes. */
export function mcpCommand(): Command {
  return new Command('mcp')
    .description('serve an assistant by the Model Context Protocol, over standard input and output')
    .action(async () => {
      await withEngine(
        (engine) =>
          serve({
            engine,
            input: process.stdin,
            output: process.stdout,
            folder: process.cwd(),
            clock: systemClock,
            log: stderrLog,
          }),
        'mcp',
      );
    });
}
