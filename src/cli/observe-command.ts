import * as path from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import type { LocalClient } from '../engine/local-client';
import { systemClock } from '../memory/clock';
import { HumanError } from '../memory/human-error';
import { sortableIds } from '../memory/ids';
import { languageOf } from '../memory/language';
import { systemRandom } from '../memory/random';
import type { Signal } from '../memory/signal';
import { readToolReport, type ToolReport } from './tool-report';
import { withEngine } from './with-engine';

interface Options {
  assistant: string;
}

/** What an assistant's hook calls after a tool was used, with what the hook was handed on stdin. */
export function observeCommand(): Command {
  return new Command('observe')
    .description('take in what became of an assistant’s tool call: a hook’s JSON on standard input')
    .option('--assistant <name>', 'whose hook it is', 'claude-code')
    .action(async ({ assistant }: Options) => {
      const report = readToolReport(parsed(await text(process.stdin)));
      // A hook is called for much that tells of no outcome; that is no mistake of anybody's.
      if (report === undefined) return;
      await withEngine(async (client) =>
        client.call('observe', { signals: [await signalOf(client, report, assistant)] }),
      );
    });
}

async function signalOf(
  client: LocalClient,
  { tool, act, outcome, text, error, conversation, file, cwd, id }: ToolReport,
  assistant: string,
): Promise<Signal> {
  const from = cwd ?? process.cwd();
  const absolute = file === undefined ? undefined : path.resolve(from, file);
  const folder = absolute === undefined ? from : path.dirname(absolute);
  const { repo, path: within } = await client.call('repositoryOf', { folder });
  const language = absolute === undefined ? undefined : languageOf(absolute);
  return {
    id: id ?? sortableIds(systemClock, systemRandom).next('signal'),
    at: systemClock.now(),
    // Each call is a process of its own; what belongs together is the conversation.
    session: `${assistant}:${conversation ?? ''}`,
    repo,
    ...(absolute !== undefined && { file: path.posix.join(within, path.basename(absolute)) }),
    ...(language !== undefined && { language }),
    confidence: 1,
    evidence: [`reported by a hook after ${tool}`],
    ...{ kind: 'assistant', assistant, act, outcome },
    ...(conversation !== undefined && { conversation }),
    ...(text !== undefined && { text }),
    ...(error !== undefined && { error }),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new HumanError(
      'What came on standard input is no JSON.',
      'Let the assistant’s hook call this command.',
    );
  }
}
