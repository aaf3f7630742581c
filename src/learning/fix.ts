import type { Edge } from '../memory/edge';
import { entity } from '../memory/entity-id';
import { TRUST } from '../memory/provenance';
import type { SignalOf } from '../memory/signal';
import { errorSignature } from '../memory/error-signature';
import { languageName } from './language-name';
import type { Mined } from './mined';
import { meaningful, tokenise } from './tokens';
import { unifiedDiff } from './unified-diff';

/** An edit of more lines than this did more than cure one problem. */
const MOST_LINES = 12;

/**
 * How a problem was cured, as a candidate memory keyed by the error's signature; `undefined` unless
 * the lines at the problem were really edited: a problem that went away by itself, by spacing, by a
 * comment or by deleting all of it teaches nothing.
 */
export function mineFix(signal: SignalOf<'diagnostic'>): Mined | undefined {
  const { problem, before, after, repo, language, file, at } = signal;
  if (signal.change !== 'cured' || before === undefined || after === undefined) return undefined;
  if (problem.severity !== 'error' && problem.severity !== 'warning') return undefined;
  if (lines(before) > MOST_LINES || lines(after) > MOST_LINES) return undefined;
  const [stood, stands] = [before, after].map((text) => normal(text, language));
  if (stood === undefined || stands === undefined) return undefined;
  if (stood === stands || stands === '' || stood === '') return undefined;
  // A line that was not finished yet: the problem was that, and writing on is no cure to remember.
  if (stands.startsWith(stood)) return undefined;

  const signature = errorSignature(problem);
  const error = entity({ kind: 'error', name: signature, at, text: problem.message });
  const place =
    file === undefined
      ? undefined
      : entity({ kind: 'file', name: file, at, ...(repo !== undefined && { repo }) });
  // One suggestion may break and be mended the same way several times: that is said once.
  const ref = signal.suggestion ?? signal.id;
  const where = { at, ref, line: problem.line, ...(file !== undefined && { file }) };
  return {
    draft: {
      kind: 'fix',
      text: inWords(signal, before, after),
      detail: { problem: problem.message, solution: after.trim() },
      scope: { ...(repo !== undefined && { repo }), ...(language !== undefined && { language }) },
      provenance: {
        source: 'mined',
        from: file === undefined ? 'an edit' : `an edit in ${file}`,
        at,
        trust: TRUST.mined,
        evidence: [
          { kind: 'diagnostic', text: problem.message, ...where },
          { kind: 'diff', text: unifiedDiff(file ?? 'edit', before, after), ...where },
        ],
      },
      status: 'candidate',
      origin: `fix:${repo ?? ''}:${signature}:${stood}\u2192${stands}`,
    },
    about: place === undefined ? [error] : [error, place],
    edges: (from): Edge[] => [
      { from, type: 'fixes', to: error.id, weight: 1 },
      { from, type: 'about', to: error.id, weight: 0.6 },
      ...(place === undefined
        ? []
        : ([
            { from, type: 'about', to: place.id, weight: 0.5 },
            { from, type: 'derived-from', to: place.id, weight: 0.5 },
          ] as const)),
    ],
  };
}

function inWords(signal: SignalOf<'diagnostic'>, before: string, after: string): string {
  const { message, source, code } = signal.problem;
  const by = [source, code].filter(Boolean).join(' ');
  const where = signal.language === undefined ? '' : ` (${languageName(signal.language)})`;
  const error = `${message.trim().replace(/\.?$/, '')}${by && ` [${by}]`}${where}`;
  return `${error}: cured by writing\n\`\`\`\n${after.trim()}\n\`\`\`\ninstead of\n\`\`\`\n${before.trim()}\n\`\`\``;
}

function normal(text: string, language: string | undefined): string {
  return meaningful(tokenise(text, language))
    .map((token) => token.text)
    .join(' ');
}

const lines = (text: string): number => text.trim().split('\n').length;
