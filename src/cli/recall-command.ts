import * as path from 'node:path';
import { Command } from 'commander';
import type { LocalClient } from '../engine/local-client';
import type { Pack } from '../memory/pack';
import { DEFAULT_BUDGET, type Task } from '../memory/task';
import { located } from './located';
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
  if (file === undefined) {
    const { repo } = await client.call('repositoryOf', { folder: process.cwd() });
    return { ...task, repo };
  }
  const { repo, file: within, language } = await located(client, path.resolve(file));
  return { ...task, repo, file: within, ...(language !== undefined && { language }) };
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
