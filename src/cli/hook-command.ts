import { appendFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { systemClock } from '../memory/clock';
import { sortableIds } from '../memory/ids';
import { systemRandom } from '../memory/random';
import { databasePath } from '../store/location';
import { printedAnswer, type HookAnswer } from './hook/hook-answer';
import { HOOK_EVENTS, type HookEvent, readHookInput } from './hook/hook-input';
import { MOMENTS } from './hook/run-hook';
import { withEngine } from './with-engine';

/** An assistant that waits longer than this for its memory is better off without, in milliseconds. */
const PATIENCE = 4000;

interface Options {
  assistant: string;
}

/**
 * What an assistant's hooks call, with JSON on standard input. It never stands in the assistant's
 * way: on any trouble it says nothing, ends well and in time, and writes the trouble down.
 */
export function hookCommand(): Command {
  return (
    new Command('hook')
      .description(
        'answer an assistant’s hook: its JSON on standard input, what it should know or not do on standard output',
      )
      // What an assistant of tomorrow passes is no wrong usage: to it, ending with 2 means to block.
      .argument('[event]', `what happened: ${HOOK_EVENTS.join(', ')}; of others nothing is known`)
      .allowUnknownOption()
      .allowExcessArguments()
      .option('--assistant <name>', 'whose hook it is', 'claude-code')
      .action(async (name: string | undefined, { assistant }: Options) => {
        const event = HOOK_EVENTS.find((known) => known === name);
        if (event === undefined) return;
        const late = setTimeout(() => {
          void noted(event, `no answer within ${String(PATIENCE)} ms`).then(() => process.exit(0));
        }, PATIENCE);
        try {
          const printed = printedAnswer(event, await answered(event, assistant));
          if (printed !== '') process.stdout.write(`${printed}\n`);
        } catch (error) {
          await noted(event, error);
        } finally {
          clearTimeout(late);
        }
      })
  );
}

async function answered(event: HookEvent, assistant: string): Promise<HookAnswer> {
  const input = readHookInput(JSON.parse(await text(process.stdin)));
  const moment = event in MOMENTS ? MOMENTS[event as keyof typeof MOMENTS] : undefined;
  if (input === undefined || moment === undefined) return {};
  return withEngine(
    (engine) =>
      moment({
        engine,
        input: { ...input, event: input.event ?? event },
        assistant,
        clock: systemClock,
        ids: sortableIds(systemClock, systemRandom),
      }),
    'hook',
  );
}

/** A line of the log that the next person with a question reads; a log that can not be written is none. */
async function noted(event: HookEvent, error: unknown): Promise<void> {
  const when = new Date(systemClock.now()).toISOString();
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const line = `${when} ${event}: ${words.replaceAll('\n', ' ')}\n`;
  await appendFile(join(dirname(databasePath()), 'hooks.log'), line).catch(() => undefined);
}
