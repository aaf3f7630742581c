import type { Task } from '../memory/task';
import { WEIGHTS } from './weights';

/** Words to search for, and how much they count. */
export type TaskQuery = { text: string; weight: number };

const MOST_PROBLEMS = 3;
/** Identifiers of a selection that are searched for; more say no more. */
const MOST_IDENTIFIERS = 40;
const SEVERITIES = ['error', 'warning', 'information', 'hint'];
const IDENTIFIERS = /[\p{L}_$][\p{L}\p{N}_$]{2,}/gu;

/** Puts a task into words: its sentence, its problems, what is selected, and where it is. */
export function taskQueries(task: Task): TaskQuery[] {
  const problems = [...task.problems]
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MOST_PROBLEMS)
    .map(({ code, message }) => [code, message].filter(Boolean).join(' '));
  const identifiers = new Set(task.selection?.match(IDENTIFIERS) ?? []);
  const place = [task.symbol, fileName(task.file), task.branch].filter(Boolean).join(' ');
  return [
    { text: task.sentence, weight: WEIGHTS.query.sentence },
    ...problems.map((text) => ({ text, weight: WEIGHTS.query.problem })),
    {
      text: [...identifiers].slice(0, MOST_IDENTIFIERS).join(' '),
      weight: WEIGHTS.query.selection,
    },
    { text: place, weight: WEIGHTS.query.place },
  ].filter(({ text }) => text.trim() !== '');
}

function fileName(path: string | undefined): string | undefined {
  return path?.split(/[/\\]/).at(-1);
}
