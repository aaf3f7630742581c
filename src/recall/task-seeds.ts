import { entityId } from '../memory/entity-id';
import type { Task } from '../memory/task';
import { LONGEST_SELECTION } from './task-query';
import { WEIGHTS } from './weights';

/** The module in `from 'x'`, `import 'x'`, `require('x')`. */
const QUOTED = /\b(?:from|import|require\()\s*["'`]([^"'`\s]+)["'`]/g;
/** The module in lines that begin with `import x`, `from x import`, `use x`. */
const BARE = /^[ \t]*(?:from|import|use)\s+([A-Za-z_]\w*)(?=[\w.:]*\s*(?:;|,|$|import\b|as\b))/gm;

/** The entities that a task names outright, with the energy that each starts with. */
export function taskSeeds(task: Task): Map<string, number> {
  const { file, symbol, package: ofPackage } = WEIGHTS.spread;
  const seeds = new Map<string, number>();
  for (const name of packages(task.selection?.slice(0, LONGEST_SELECTION) ?? '')) {
    seeds.set(entityId('package', name), ofPackage);
  }
  if (task.file !== undefined) {
    seeds.set(entityId('file', task.file, task.repo), file);
    if (task.symbol !== undefined) {
      seeds.set(entityId('symbol', `${task.file}#${task.symbol}`, task.repo), symbol);
    }
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
