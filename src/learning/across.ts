import type { Evidence } from '../memory/evidence';
import type { Memory } from '../memory/memory';
import { TRUST } from '../memory/provenance';
import { languageName } from './language-name';
import type { Mined } from './mined';
import { readable } from './template';

/** So many repositories make a habit of their user's out of what one of them may have asked for. */
const REPOSITORIES = 2;

/** Statuses of a correction that the user lets stand. */
const STANDING: ReadonlySet<Memory['status']> = new Set(['candidate', 'active']);

/** Whether two corrections have the same shape, whatever the names in them. */
export function haveSameShape(one: Memory['detail'], other: Memory['detail']): boolean {
  const [a, b] = [one.shape, other.shape];
  return a !== undefined && b !== undefined && a.before === b.before && a.after === b.after;
}

/**
 * What corrections of one shape come to once they were made in several repositories: a memory of the
 * user's that holds in their language everywhere, in all languages where they have several.
 *
 * It is made anew from the shape, and of the repositories it keeps how many there are and the ids of
 * the memories that it rests on: no name, no path and no line of their code.
 */
export function acrossRepositories(corrections: readonly Memory[], now: number): Mined | undefined {
  const standing = corrections.filter(
    ({ status, scope, detail }) =>
      STANDING.has(status) && scope.repo !== undefined && detail.shape !== undefined,
  );
  const shape = standing[0]?.detail.shape;
  const repositories = new Set(standing.map(({ scope }) => scope.repo));
  if (shape === undefined || repositories.size < REPOSITORIES) return undefined;
  const languages = [...new Set(standing.flatMap(({ scope }) => scope.language ?? []))].sort();
  const [language] = languages;
  const where = languages.length === 0 ? '' : `In ${languages.map(languageName).join(' and ')}, `;
  const [before, after] = [shape.before, shape.after].map((side) => `\`${tidy(readable(side))}\``);
  const what = shape.after === '' ? `leave out ${before}` : `write ${after} instead of ${before}`;
  const said = `${where}${what}.`;
  return {
    draft: {
      kind: 'correction',
      text: said.charAt(0).toUpperCase() + said.slice(1),
      detail: { pattern: shape, shape, ...reasonOf(standing) },
      scope: languages.length === 1 && language !== undefined ? { language } : {},
      provenance: {
        source: 'mined',
        from: `corrections in ${repositories.size} repositories`,
        at: now,
        trust: TRUST.mined,
        evidence: standing.map((memory): Evidence => ({
          kind: 'signal',
          text: `Made by hand in one of ${repositories.size} repositories.`,
          at: memory.updatedAt,
          ref: memory.id,
        })),
      },
      status: 'active',
      origin: `correction:*:${languages.join(',')}:${shape.before}\u2192${shape.after}`,
    },
    about: [],
    edges: (from) => standing.map(({ id }) => ({ from, type: 'derived-from', to: id, weight: 1 })),
  };
}

function reasonOf([first]: readonly Memory[]): { reason?: string } {
  return first?.detail.reason === undefined ? {} : { reason: first.detail.reason };
}

/** A shape has a space between all its tokens; people write fewer. */
function tidy(text: string): string {
  return text
    .replace(/ ?(\?\.|[.,;)\]]) ?/g, (_, mark: string) => (/[,;]/.test(mark) ? `${mark} ` : mark))
    .replace(/([([]) /g, '$1')
    .replace(/([\p{L}\p{N}_…]) \(/gu, '$1(')
    .replace(/\)(?=[\p{L}=<>&|?+\-*/{])/gu, ') ')
    .trim();
}
