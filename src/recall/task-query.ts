import type { Problem } from '../memory/signal';
import type { Task } from '../memory/task';
import { WEIGHTS } from './weights';

/** Words to search for, and how much they count. Of names that are no `prose` no vector tells more. */
export type TaskQuery = { text: string; weight: QueryWeight; prose: boolean };
export type QueryWeight = { value: number; evidence: number };

const MOST_PROBLEMS = 3;
/** Characters of a text that are searched for; a pasted log says enough in its first lines. */
export const LONGEST_TEXT = 4000;
/** Characters of a selection that are looked through for names. */
export const LONGEST_SELECTION = 20_000;
/** Identifiers of a selection that are searched for; more say no more. */
const MOST_IDENTIFIERS = 40;
const SEVERITIES = ['error', 'warning', 'information', 'hint'];
const IDENTIFIERS = /[\p{L}_$][\p{L}\p{N}_$]{2,}/gu;

/** Words of many languages that name nothing. */
const KEYWORDS: readonly string[] = (
  'abstract async await bool boolean break case catch char class const continue def default defer ' +
  'delete elif else enum except export extends false final finally float fun func function goto ' +
  'impl implements import include int interface lambda let long match mut namespace new nil none ' +
  'null number object package private protected pub public raise readonly require return self ' +
  'static string struct super switch throw throws trait true try type typeof undefined unsigned ' +
  'use using val var void where while yield'
).split(' ');

/** Puts a task into words: its sentence, its problems, what is selected, and where it is. */
export function taskQueries(task: Task): TaskQuery[] {
  const problems = [...task.problems]
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MOST_PROBLEMS);
  const identifiers = new Set(task.selection?.slice(0, LONGEST_SELECTION).match(IDENTIFIERS) ?? []);
  for (const keyword of KEYWORDS) identifiers.delete(keyword);
  const place = [task.symbol, fileName(task.file), task.branch].filter(Boolean).join(' ');
  const queries = [
    { text: task.sentence, weight: WEIGHTS.query.sentence, prose: true },
    ...problems.map(({ message }) => {
      return { text: message, weight: WEIGHTS.query.problem, prose: true };
    }),
    ...codes(problems).map((text) => ({ text, weight: WEIGHTS.query.code, prose: false })),
    {
      text: [...identifiers].slice(0, MOST_IDENTIFIERS).join(' '),
      weight: WEIGHTS.query.selection,
      prose: false,
    },
    { text: place, weight: WEIGHTS.query.place, prose: false },
  ];
  return queries
    .filter(({ text }) => text.trim() !== '')
    .map((query) => ({ ...query, text: query.text.slice(0, LONGEST_TEXT) }));
}

/** What is asked in words: the sentence, or what the problems say. */
export function questionOf({ sentence, problems }: Task): string {
  const asked =
    sentence.trim() === '' ? problems.map(({ message }) => message).join('\n') : sentence;
  return asked.slice(0, LONGEST_TEXT);
}

/** A code tells more than all of its message. People write a number behind its source: `TS2345`. */
function codes(problems: readonly Problem[]): string[] {
  const all = problems.flatMap(({ code, source }) => {
    if (code === undefined) return [];
    return /^\d+$/.test(code) && source !== undefined ? [`${source}${code} ${code}`] : [code];
  });
  return [...new Set(all)];
}

function fileName(path: string | undefined): string | undefined {
  return path?.split(/[/\\]/).at(-1);
}
