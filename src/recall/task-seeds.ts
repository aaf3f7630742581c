import { entityId } from '../memory/entity-id';
import { errorSignature } from '../memory/error-signature';
import { issueNumbers, issueNumbersOfBranch } from '../memory/issue-numbers';
import { namedErrors } from '../memory/named-errors';
import type { Task } from '../memory/task';
import { LONGEST_SELECTION, LONGEST_TEXT } from './task-query';
import { WEIGHTS } from './weights';

/** The module in `from 'x'`, `import 'x'`, `require('x')`. */
const QUOTED = /\b(?:from|import|require\()\s*["'`]([^"'`\s]+)["'`]/g;
/** The module in lines that begin with `import x`, `from x import`, `use x`. */
const BARE = /^[ \t]*(?:from|import|use)\s+([A-Za-z_]\w*)(?=[\w.:]*\s*(?:;|,|$|import\b|as\b))/gm;
const COMMIT = /\b[0-9a-f]{40}\b/g;
/** Problems whose errors are looked for. */
const MOST_PROBLEMS = 20;

/**
 * The entities that a task names outright, by the ids that learning gave them, with the energy that
 * each starts with. Whether they are known is for the graph to say.
 */
export function taskSeeds(task: Task): Map<string, number> {
  const { spread } = WEIGHTS;
  const seeds = new Map<string, number>();
  const add = (id: string, energy: number): void => {
    seeds.set(id, Math.max(seeds.get(id) ?? 0, energy));
  };
  const { repo, file, files = [], symbol, branch } = task;
  const sentence = task.sentence.slice(0, LONGEST_TEXT);

  for (const name of packages(task.selection?.slice(0, LONGEST_SELECTION) ?? '')) {
    add(entityId('package', name), spread.package);
  }
  if (file !== undefined) add(entityId('file', file, repo), spread.file);
  // Of many files none tells as much as the only one.
  const share = spread.file / Math.sqrt(Math.max(1, files.length));
  for (const name of files) add(entityId('file', name, repo), share);
  if (file !== undefined && symbol !== undefined) {
    add(entityId('symbol', `${file}#${symbol}`, repo), spread.symbol);
  }
  const problems = task.problems.slice(0, MOST_PROBLEMS);
  for (const problem of problems) add(entityId('error', errorSignature(problem)), spread.error);
  for (const text of [sentence, ...problems.map(({ message }) => message)]) {
    for (const error of namedErrors(text)) add(entityId('error', error, repo), spread.error);
  }
  const topics = [...issueNumbers(sentence), ...(branch ? issueNumbersOfBranch(branch) : [])];
  for (const topic of topics) add(entityId('topic', topic, repo), spread.topic);
  for (const [sha] of sentence.toLowerCase().matchAll(COMMIT)) {
    add(entityId('commit', sha, repo), spread.commit);
  }
  return seeds;
}

/** Names of packages in import statements, without the path inside the package. */
function packages(code: string): Set<string> {
  const names = new Set<string>();
  for (const [, module = ''] of [...code.matchAll(QUOTED), ...code.matchAll(BARE)]) {
    if (/^[./]/.test(module)) continue;
    const [first = '', second] = module.split('/');
    names.add(first.startsWith('@') && second !== undefined ? `${first}/${second}` : first);
  }
  return names;
}
