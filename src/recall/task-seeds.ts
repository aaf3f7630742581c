import { entityId } from '../memory/entity-id';
import type { Task } from '../memory/task';
import { WEIGHTS } from './weights';

/** The module in `from 'x'`, `import 'x'`, `require('x')`, `import x`, `from x import`, `use x`. */
const MODULES =
  /(?:\bfrom|\bimport|\brequire\(|\buse)\s*(?:["'`]([^"'`\s]+)["'`]|([A-Za-z_][\w.]*))/g;

/** The entities that a task names outright, with the energy that each starts with. */
export function taskSeeds(task: Task): Map<string, number> {
  const { file, symbol, package: ofPackage } = WEIGHTS.spread;
  const seeds = new Map<string, number>();
  for (const name of packages(task.selection ?? '')) {
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
  for (const [, quoted, bare] of code.matchAll(MODULES)) {
    const module = quoted ?? bare?.split('.')[0] ?? '';
    if (module === '' || /^[./]/.test(module)) continue;
    const [first = '', second] = module.split('/');
    names.add(first.startsWith('@') && second !== undefined ? `${first}/${second}` : first);
  }
  return names;
}
