import type { RuleDetector } from '../memory/detector';
import type { Edge } from '../memory/edge';
import { type Entity } from '../memory/entity';
import { entity } from '../memory/entity-id';
import { addEvidence, type Evidence } from '../memory/evidence';
import type { Memory } from '../memory/memory';
import { TRUST } from '../memory/provenance';
import type { SignalOf } from '../memory/signal';
import { classOf, type CorrectionClass } from './correction-class';
import { errorSignature } from '../memory/error-signature';
import { languageName } from './language-name';
import type { Mined } from './mined';
import { initialQuality } from './quality';
import type { Cure } from './cure';
import type { Correction } from './idea';
import { type Aids, readRewrite } from './rewrite';
import { shapeOf } from './shape';
import { readable } from './template';
import { meaningful, tokenise } from './tokens';
import { unifiedDiff } from './unified-diff';
import { identifiers } from './words';

/** Entities of names that one correction is about, for the graph to stay readable. */
const MOST_NAMES = 6;

/** How much of the rest of the way to full trust each further occurrence goes. */
const TRUST_GAINED = 0.4;
const MOST_TRUST = 0.9;

/**
 * The correction in a rewrite of an accepted suggestion, as a candidate memory; `undefined` when the
 * rewrite was something else (`readRewrite` says what).
 *
 * Its `origin` is made of the repository and both sides as they are generalised, so the same
 * correction made again, here or in another file and with other names, meets the memory of the first:
 * see `again`. Without a grammar (`parse`) the sides are taken token by token.
 */
export function mineCorrection(signal: SignalOf<'rewritten'>, aids: Aids = {}): Mined | undefined {
  const reading = readRewrite(signal, aids);
  if ('none' in reading) return undefined;
  const { correction, cure } = reading;
  const kind = classOf(correction);
  const { repo, language, file } = signal;
  const line = signal.line + correction.lineOffset;
  const about = entitiesOf(signal, correction, kind);
  const { template } = correction;
  const around = [signal.before, signal.after, signal.context];
  const detector = detectorOf(cure);
  const shape = template && shapeOf(template, language, around, repo);
  return {
    draft: {
      kind: 'correction',
      text: inWords(signal, correction, kind, cure),
      detail: {
        ...(correction.before !== '' && { before: correction.before }),
        ...(correction.after !== '' && { after: correction.after }),
        ...(template !== undefined && { pattern: template }),
        ...(shape !== undefined && { shape }),
        ...(detector !== undefined && { detector }),
        reason: kind,
      },
      scope: { ...(repo !== undefined && { repo }), ...(language !== undefined && { language }) },
      provenance: {
        source: 'mined',
        from: file === undefined ? 'an edit' : `an edit in ${file}`,
        at: signal.at,
        trust: TRUST.mined,
        evidence: evidenceOf(signal, line, cure),
      },
      status: 'candidate',
      origin: originOf(repo, language, correction),
    },
    about: about.map((one) => one.entity),
    edges: (memoryId) =>
      about.flatMap(({ entity: { id: to }, types, weight }) =>
        types.map((type): Edge => ({ from: memoryId, type, to, weight })),
      ),
  };
}

/**
 * The memory after the same was mined again: more evidence, more trust, and, when it waited for a
 * word, active: the user has now said the same twice. What comes of a suggestion that it rests on
 * already changes nothing: signals may be read again, and one suggestion may be rewritten in several
 * goes. What the user put away stays away.
 */
export function again(memory: Memory, mined: Mined, now: number): Memory {
  const known = new Set(memory.provenance.evidence.map((one) => one.ref));
  const fresh = mined.draft.provenance.evidence.filter((one) => !known.has(one.ref));
  if (fresh.length === 0) return memory;
  const provenance = {
    ...memory.provenance,
    trust: Math.max(
      memory.provenance.trust,
      Math.min(MOST_TRUST, memory.provenance.trust + (1 - memory.provenance.trust) * TRUST_GAINED),
    ),
    evidence: fresh.reduce<Evidence[]>(addEvidence, memory.provenance.evidence),
  };
  return {
    ...memory,
    provenance,
    status: memory.status === 'candidate' ? 'active' : memory.status,
    quality: { ...memory.quality, prior: initialQuality(provenance, now).prior },
    updatedAt: now,
  };
}

function inWords(
  signal: SignalOf<'rewritten'>,
  { before, after, template }: Correction,
  kind: CorrectionClass,
  cure: Cure,
): string {
  const where = signal.language === undefined ? 'Here' : `In ${languageName(signal.language)} here`;
  const what =
    kind === 'removed'
      ? `leave out ${code(before)}`
      : `write ${code(after)} instead of ${code(before)}`;
  const why = signal.cured.map(({ message, source, code: number }) => {
    const by = [source, number].filter(Boolean).join(' ');
    return `It cured: ${message.trim().replace(/\.?$/, '')}${by && ` (${by})`}.`;
  });
  const lint = rulesOf(cure).map((rule) => `It cures ESLint’s ${rule}.`);
  return [
    `${where}, ${what}.`,
    ...inGeneral({ before, after }, template),
    ...new Set(why),
    ...lint,
  ].join(' ');
}

/** The rules that found a fault, each once. */
function rulesOf(cure: Cure): string[] {
  return [...new Set(cure.map(({ rule }) => rule))];
}

/** The lint rule that says what a correction says, to be offered: where it cures one rule alone. */
function detectorOf(cure: Cure): RuleDetector | undefined {
  const [rule, other] = rulesOf(cure);
  if (rule === undefined || other !== undefined) return undefined;
  return { spec: { kind: 'lint', rule, options: [] }, state: 'proposed' };
}

/** The same for other names, where that says more than the example and is still short. */
function inGeneral(
  { before, after }: { before: string; after: string },
  template: Correction['template'],
): string[] {
  if (template === undefined || template.before === before) return [];
  const [was, is] = [readable(template.before), readable(template.after)];
  if (is === '' || is === after || `${was}${is}`.includes('\n') || `${was}${is}`.length > 120)
    return [];
  return [`In general: ${code(is)}, not ${code(was)}.`];
}

function code(text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
  return `\n\`\`\`\n${text}\n\`\`\`\n`;
}

function originOf(
  repo: string | undefined,
  language: string | undefined,
  { before, after, template }: Correction,
): string {
  const normal = (text: string): string =>
    meaningful(tokenise(text, language))
      .map((token) => token.text)
      .join(' ');
  const [was, is] = template ? [template.before, template.after] : [before, after];
  return `correction:${repo ?? ''}:${normal(was)}\u2192${normal(is)}`;
}

function evidenceOf(signal: SignalOf<'rewritten'>, line: number, cure: Cure): Evidence[] {
  const { file = 'suggestion', before, after, at, suggestion } = signal;
  const place = {
    at,
    ref: suggestion,
    line,
    ...(signal.file !== undefined && { file: signal.file }),
  };
  return [
    { kind: 'diff', text: unifiedDiff(file, before, after), ...place },
    ...signal.cured.map((problem): Evidence => ({
      kind: 'diagnostic',
      text: problem.message,
      ...place,
      line: problem.line,
    })),
    ...cure.map(({ rule, message }): Evidence => ({
      kind: 'signal',
      text: `ESLint finds this no more: ${message} (${rule})`,
      ...place,
    })),
  ];
}

interface About {
  readonly entity: Entity;
  readonly types: readonly Edge['type'][];
  readonly weight: number;
}

function entitiesOf(
  signal: SignalOf<'rewritten'>,
  correction: Correction,
  kind: CorrectionClass,
): About[] {
  const { repo, file, at, language } = signal;
  const inRepo = repo === undefined ? {} : { repo };
  const about: About[] = [];
  if (file !== undefined)
    about.push({
      entity: entity({ kind: 'file', name: file, at, ...inRepo }),
      types: ['about', 'derived-from'],
      weight: 0.5,
    });
  const packages = kind === 'import path' ? packagesIn(correction.after) : [];
  for (const name of packages)
    about.push({ entity: entity({ kind: 'package', name, at }), types: ['about'], weight: 0.8 });
  const changed = [...correction.added, ...correction.removed].map((token) => token.text);
  const names = [...identifiers(`${correction.after}\n${correction.before}`, language)]
    .filter((name) => name.length > 1)
    .sort((one, other) => Number(changed.includes(other)) - Number(changed.includes(one)));
  if (file !== undefined)
    for (const name of names.slice(0, MOST_NAMES))
      about.push({
        entity: entity({ kind: 'symbol', name: `${file}#${name}`, at, text: name, ...inRepo }),
        types: ['about'],
        weight: changed.includes(name) ? 0.8 : 0.4,
      });
  for (const problem of signal.cured)
    about.push({
      entity: entity({ kind: 'error', name: errorSignature(problem), at, text: problem.message }),
      types: ['fixes'],
      weight: 0.8,
    });
  return [...new Map(about.map((one) => [one.entity.id, one])).values()];
}

/** The packages that an import names: paths within the repository are none. */
function packagesIn(text: string): string[] {
  return [...text.matchAll(/['"`]([^'"`\n]+)['"`]/g)]
    .map(([, name = '']) => name)
    .filter((name) => /^(?:@[\w.-]+\/)?[a-z\d][\w.:-]*(?:\/|$)/i.test(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
