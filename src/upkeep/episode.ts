import type { Mined } from '../learning/mined';
import type { Edge } from '../memory/edge';
import { entity } from '../memory/entity-id';
import type { Evidence } from '../memory/evidence';
import { TRUST } from '../memory/provenance';
import { repositoryName } from '../memory/repository-name';
import type { Signal, SignalKind, SignalOf } from '../memory/signal';

/** Files that an episode names; more of them tell nothing. */
const FILES = 8;
/** Commits and problems that an episode keeps as its evidence. */
const KEPT = 10;

/**
 * The story of a session in one repository, made of its signals: what was worked on, what became of
 * suggestions, which problems went away, what was run and committed. `undefined` for a session in
 * which nothing happened that anyone would look up.
 *
 * `signals` are all of one session and one repository, in any order.
 */
export function episodeOf(signals: readonly Signal[]): Mined | undefined {
  const ordered = [...signals].sort((a, b) => a.at - b.at);
  const [first] = ordered;
  const parts = partsOf(ordered);
  if (first === undefined || parts.length === 0) return undefined;
  const { session, repo, at } = first;
  const files = mostTouched(ordered);
  const where = repo === undefined ? '' : ` in ${repositoryName(repo)}`;
  const worked = files.length === 0 ? [] : [`worked on ${files.slice(0, FILES).join(', ')}`];
  const about = files
    .slice(0, FILES)
    .map((name) => entity({ kind: 'file', name, at, ...(repo !== undefined && { repo }) }));
  return {
    draft: {
      kind: 'episode',
      text: `On ${day(at)}${where}: ${[...worked, ...parts].join('; ')}.`,
      detail: {},
      scope: repo === undefined ? {} : { repo },
      provenance: {
        source: 'mined',
        from: `the session of ${day(at)}`,
        at,
        trust: TRUST.mined,
        evidence: evidenceOf(ordered),
      },
      status: 'active',
      origin: `episode:${session}:${repo ?? ''}`,
    },
    about,
    edges: (from) => about.map(({ id }): Edge => ({ from, type: 'about', to: id, weight: 0.3 })),
  };
}

function partsOf(signals: readonly Signal[]): string[] {
  const accepted = of(signals, 'accepted').length;
  const undone = of(signals, 'reverted').length;
  const rewritten = of(signals, 'rewritten').length;
  const cured = of(signals, 'diagnostic').filter(({ change }) => change === 'cured');
  const runs = [...of(signals, 'task'), ...of(signals, 'terminal')];
  const failed = runs.filter(({ exitCode }) => exitCode !== 0);
  const commits = of(signals, 'commit').map(({ subject }) => `“${subject}”`);
  return [
    ...(accepted > 0
      ? [`accepted ${accepted} suggestions, undid ${undone} and rewrote ${rewritten} of them`]
      : []),
    ...(cured.length > 0
      ? [
          `cured ${[...new Set(cured.map(({ problem }) => problem.message))].slice(0, 3).join(', ')}`,
        ]
      : []),
    ...(failed.length > 0
      ? [`${[...new Set(failed.map(nameOf))].slice(0, 3).join(', ')} failed`]
      : []),
    ...(commits.length > 0 ? [`committed ${commits.slice(0, 5).join(', ')}`] : []),
  ];
}

function evidenceOf(signals: readonly Signal[]): Evidence[] {
  return signals
    .flatMap((signal): Evidence[] => {
      const { at, id } = signal;
      const place = { at, ref: id, ...(signal.file !== undefined && { file: signal.file }) };
      if (signal.kind === 'commit') return [{ kind: 'commit', text: signal.subject, ...place }];
      if (signal.kind !== 'diagnostic' || signal.change !== 'cured') return [];
      return [{ kind: 'diagnostic', text: signal.problem.message, ...place }];
    })
    .slice(-KEPT);
}

/** Files by how many signals they gave, the most first. */
function mostTouched(signals: readonly Signal[]): string[] {
  const counts = new Map<string, number>();
  for (const { file } of signals) {
    if (file !== undefined) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([file]) => file);
}

function of<K extends SignalKind>(signals: readonly Signal[], kind: K): SignalOf<K>[] {
  return signals.filter((signal): signal is SignalOf<K> => signal.kind === kind);
}

function nameOf(run: SignalOf<'task'> | SignalOf<'terminal'>): string {
  return run.kind === 'task' ? run.name : run.command;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
