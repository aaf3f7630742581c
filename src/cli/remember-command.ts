import { Command, Option } from 'commander';
import { HumanError } from '../memory/human-error';
import { MEMORY_KINDS, type MemoryKind } from '../memory/memory';
import { TRUST } from '../memory/provenance';
import type { Scope } from '../memory/scope';
import { withEngine } from './with-engine';

interface Options {
  kind: MemoryKind;
  everywhere?: boolean;
  json?: boolean;
}

export function rememberCommand(): Command {
  return new Command('remember')
    .description('remember something')
    .argument('<text>', 'what to remember, in words that stand on their own')
    .addOption(new Option('--kind <kind>', 'what it is').choices(MEMORY_KINDS).default('fact'))
    .option('--everywhere', 'it holds in every repository, not just in this one')
    .option('--json', 'print the memory as JSON')
    .action(async (text: string, { kind, everywhere, json }: Options) => {
      if (text.trim() === '')
        throw new HumanError('There is nothing to remember.', 'Say it in words.');
      const memory = await withEngine(async (client) => {
        const { repo } = await client.call('repositoryOf', { folder: process.cwd() });
        const scope: Scope = everywhere === true ? {} : { repo };
        return client.call('remember', {
          kind,
          text,
          scope,
          status: 'active',
          provenance: {
            source: 'user',
            from: 'the command line',
            at: Date.now(),
            trust: TRUST.user,
          },
        });
      });
      process.stdout.write(json === true ? `${JSON.stringify(memory)}\n` : `${memory.id}\n`);
    });
}
