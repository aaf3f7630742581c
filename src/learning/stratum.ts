import { languageOf } from '../memory/language';
import type { Task } from '../memory/task';

/** Paths of tests, in the manners of the common languages. */
const TEST =
  /(?:^|\/)(?:tests?|__tests__|specs?)\/|(?:^|[/_.-])(?:test|spec)[_.-]|[_.-](?:test|spec)s?\.\w+$|Tests?\.\w+$/;

/**
 * The kind of work that a task is: its language, and whether it is on tests. Few enough that evidence
 * gathers in each. `undefined` where neither is known.
 *
 * `typescript`, `typescript test`
 */
export function stratumOf({ language, file }: Pick<Task, 'language' | 'file'>): string | undefined {
  const spoken = language ?? (file === undefined ? undefined : languageOf(file));
  if (spoken === undefined) return undefined;
  return file !== undefined && TEST.test(file.replaceAll('\\', '/')) ? `${spoken} test` : spoken;
}
