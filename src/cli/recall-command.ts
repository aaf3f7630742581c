import * as path from 'node:path';
import { Command } from 'commander';
import type { LocalClient } from '../engine/local-client';
import { languageOf } from '../memory/language';
import type { Pack } from '../memory/pack';
import { DEFAULT_BUDGET, type Task } from '../memory/task';
import { positive } from './positive';
import { withEngine } from './with-engine';

interface Options {
  file?: string;
  budget: number;
  json?: boolean;
}

export function recallCommand(): Command {
  return new Command('recall')
    .description('recall what fits a task, within a token budget')
    .argument('<sentence>', 'what you are about to do, in your own words')
    .option('--file <path>', 'the file you are working in')
    .option('--budget <tokens>', 'what the pack may cost', positive, DEFAULT_BUDGET)
    .option('--json', 'print the pack as JSON, with the reasons')
    .action(async (sentence: string, options: Options) => {
      const pack = await withEngine(async (client, signal) =>
        client.call('recall', await taskOf(client, sentence, options), { signal }),
      );
      process.stdout.write(options.json === true ? `${JSON.stringify(pack)}\n` : described(pack));
    });
}

async function taskOf(
  client: LocalClient,
  sentence: string,
  { file, budget }: Options,
): Promise<Pick<Task, 'sentence' | 'budget' | 'door'> & Partial<Task>> {
  const task = { sentence, budget, door: 'cli' as const };
  const absolute = file === undefined ? undefined : path.resolve(file);
  const folder = absolute === undefined ? process.cwd() : path.dirname(absolute);
  const { repo, path: within } = await client.call('repositoryOf', { folder });
  if (absolute === undefined) return { ...task, repo };
  const language = languageOf(absolute);
  return {
    ...task,
    repo,
    file: path.posix.join(within, path.basename(absolute)),
    ...(language !== undefined && { language }),
  };
}

function described(pack: Pack): string {
  if (pack.items.length === 0) return 'Nothing that is known fits this task.\n';
  const lines = pack.items.flatMap(({ memory, score, reasons }) => [
    `${score.toFixed(2)}  [${memory.kind}] ${memory.text}`,
    ...reasons
      .filter((reason) => reason.value !== 0)
      .map(
        (reason) =>
          `        ${reason.value >= 0 ? '+' : '−'}${Math.abs(reason.value).toFixed(2)} ${reason.words}`,
      ),
  ]);
  return `${lines.join('\n')}\n\n${pack.items.length} memories, ${pack.tokens} tokens, ${pack.took.toFixed(0)} ms\n`;
}
