import { readFile } from 'node:fs/promises';
import type { Signal } from '../../memory/signal';
import { breachWords } from '../breach-words';
import { type Called, placed, repoOf } from './called';
import type { HookAnswer } from './hook-answer';
import { type ToolReport, toolReport } from './tool-report';
import { toolUse } from './tool-use';

/** What is recalled for a failure is an aside, not the task. */
const FAILURE_BUDGET = 600;

/**
 * Takes in what became of a tool call, counts how the rules were kept by what it wrote, and gives
 * what is known for a failure before anyone asks.
 */
export async function afterTool(called: Called): Promise<HookAnswer> {
  const report = toolReport(called.input);
  if (report === undefined || report.act === 'other') return {};
  await called.engine.call('observe', { signals: [await signalOf(called, report)] });
  if (report.outcome === 'failed') return { context: await knownFor(called, report) };
  return report.act === 'edit' ? written(called) : {};
}

/** The error is looked for by itself: what was done when it came says less of it than its own words. */
async function knownFor(called: Called, { tool, error }: ToolReport): Promise<string> {
  const { engine, input, assistant } = called;
  const { rendered } = await engine.call('recall', {
    sentence: '',
    problems: [{ severity: 'error', message: error ?? '', source: tool, line: 1 }],
    repo: await repoOf(called),
    budget: FAILURE_BUDGET,
    door: 'hook',
    assistant,
    conversation: input.conversation,
  });
  return rendered;
}

/** What was written stands by now, so it counts; what went past the check before is told of. */
async function written(called: Called): Promise<HookAnswer> {
  const { file: name, edits } = toolUse(called.input);
  if (name === undefined) return {};
  const { file, language, absolute, folder } = await placed(called, name);
  if (language === undefined) return {};
  const text = await readFile(absolute, 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  const { breaches } = await called.engine.call('check', {
    folder,
    author: called.assistant,
    record: true,
    ...(called.input.use !== undefined && { changeSet: called.input.use }),
    files: [
      {
        path: file,
        language,
        text,
        changed: linesOf(
          text,
          edits.map((edit) => edit.text),
        ),
      },
    ],
  });
  if (breaches.length === 0) return {};
  return {
    context: `What was just written breaks rules of the user's; mend it.\n${breachWords(breaches)}`,
  };
}

/** The lines at which these texts stand. */
function linesOf(text: string, parts: readonly string[]): { first: number; last: number }[] {
  return parts.flatMap((part) => {
    const at = part === '' ? -1 : text.indexOf(part);
    if (at === -1) return [];
    const first = text.slice(0, at).split('\n').length;
    return [{ first, last: first + part.replace(/\n$/, '').split('\n').length - 1 }];
  });
}

async function signalOf(
  called: Called,
  { tool, act, outcome, text, error, conversation, file, id }: ToolReport,
): Promise<Signal> {
  const { assistant, clock, ids } = called;
  const place = file === undefined ? { repo: await repoOf(called) } : await placed(called, file);
  return {
    id: id ?? ids.next('signal'),
    at: clock.now(),
    // Each call is a process of its own; what belongs together is the conversation.
    session: `${assistant}:${conversation ?? ''}`,
    repo: place.repo,
    ...('file' in place && { file: place.file }),
    ...('language' in place && place.language !== undefined && { language: place.language }),
    confidence: 1,
    evidence: [`reported by a hook after ${tool}`],
    ...{ kind: 'assistant', assistant, act, outcome },
    ...(conversation !== undefined && { conversation }),
    ...(text !== undefined && { text }),
    ...(error !== undefined && { error }),
  };
}
