import type { Signal, SignalOf } from '../memory/signal';
import type { Step } from './workflow-window';

/** Edits so long before the first step have to do with what is run. Milliseconds. */
const BEFORE = 30 * 60 * 1000;
/** Kinds of files that are named; with more of them the condition says nothing. */
const MOST_KINDS = 2;

/**
 * Under which conditions a workflow was run each time: the kind of branch, and the kinds of files
 * that had been changed. Only what holds of every occurrence is said, in words.
 */
export function conditionsOf(
  windows: readonly (readonly Step[])[],
  history: readonly Signal[],
): string[] {
  const branches = history
    .filter((one): one is SignalOf<'branch'> => one.kind === 'branch')
    .sort((a, b) => b.at - a.at);
  const edits = history.filter(
    (one): one is SignalOf<'edit'> =>
      one.kind === 'edit' && one.cause !== 'disk' && one.cause !== 'formatter',
  );
  const kinds = windows.map((window) => {
    const at = window[0]?.at ?? 0;
    return kindOfBranch(branches.find((one) => one.at <= at)?.branch);
  });
  const changed = windows.map((window) => {
    const [from, to] = [(window[0]?.at ?? 0) - BEFORE, window.at(-1)?.at ?? 0];
    const names = edits.filter(({ at }) => at >= from && at <= to).map(({ file }) => kindOf(file));
    return new Set(names.filter((name) => name !== undefined));
  });
  const [branch] = kinds;
  const always = [...(changed[0] ?? [])].filter((name) => changed.every((all) => all.has(name)));
  return [
    ...(branch !== undefined && kinds.every((kind) => kind === branch) ? [`on ${branch}`] : []),
    ...(always.length > 0 && always.length <= MOST_KINDS
      ? [`after changing ${always.sort().join(' and ')} files`]
      : []),
  ];
}

function kindOfBranch(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (/^(?:main|master|trunk|develop|dev)$/.test(name)) return 'the main branch';
  if (/^(?:release|hotfix)\b|^v?\d+[.x]/.test(name)) return 'a release branch';
  return 'a branch of its own';
}

/** `.sql`; a whole name where it has no ending: `Dockerfile`. */
function kindOf(file: string | undefined): string | undefined {
  const name = file?.split('/').at(-1);
  return name === undefined ? undefined : (/\.[a-z\d]+$/i.exec(name)?.[0] ?? name);
}
