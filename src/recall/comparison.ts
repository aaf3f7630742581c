import type { Memory } from '../memory/memory';
import { answering } from './answering';
import { featuresOf, weighed, type Traits } from './features';
import type { Finding } from './finding';
import type { Order } from './order';
import { WEIGHTS } from './weights';
import type { Question, Wording } from './wording';

/** The match of this rank is a typical good one: the best may be the question itself. */
const TYPICAL = 10;
/** So many of the best matches tell whether a question is answered by code. */
const CODE_SAMPLE = 20;

/** A question next to the texts of its candidates. */
export type Compared = {
  question: Question;
  findings: ReadonlyMap<string, Finding>;
  wordings: ReadonlyMap<string, Wording>;
  traits: Traits;
};

/** Reads the candidates, and finds among them what was said after a question like the one asked. */
export function compare(
  question: Question,
  memories: ReadonlyMap<string, Memory>,
  findings: ReadonlyMap<string, Finding>,
  order: Order,
): Compared {
  const closely = strongest(question, memories.keys(), findings);
  const wordings = new Map(
    [...memories].map(([id, { text }]) => [id, question.wording(text, closely.has(id))]),
  );
  const asked = new Map<string, number>();
  for (const [id, { asks }] of wordings) {
    if (asks > 0) asked.set(id, findings.get(id)?.coverage ?? 0);
  }
  const all = new Map(findings);
  for (const [id, answers] of answering(order, asked)) {
    const finding = all.get(id);
    if (finding) all.set(id, { ...finding, answers });
  }
  return { question, findings: all, wordings, traits: traitsOf(question, all, wordings) };
}

/** Those that most speaks for before anything is read: what else is read hardly overtakes them. */
function strongest(
  { brevity }: Question,
  ids: Iterable<string>,
  findings: ReadonlyMap<string, Finding>,
): Set<string> {
  const traits = { brevity, code: 0, asked: 1 };
  const scored = [...ids].map((id): [string, number] => {
    const finding = findings.get(id);
    return [id, finding ? weighed(featuresOf(finding, traits)) : 0];
  });
  scored.sort(([, a], [, b]) => b - a);
  return new Set(scored.slice(0, WEIGHTS.found.readClosely).map(([id]) => id));
}

/** What the candidates tell of the question that brought them. */
function traitsOf(
  { brevity }: Question,
  findings: ReadonlyMap<string, Finding>,
  wordings: ReadonlyMap<string, Wording>,
): Traits {
  const best = [...wordings]
    .map(([id, { code }]) => ({ code, match: findings.get(id)?.share ?? 0 }))
    .sort((a, b) => b.match - a.match)
    .slice(0, CODE_SAMPLE);
  const asked = [...wordings.values()].map((wording) => wording.asked).sort((a, b) => b - a);
  return {
    brevity,
    code: best.filter(({ code }) => code).length / Math.max(1, best.length),
    asked: asked[Math.min(asked.length, TYPICAL) - 1] || 1,
  };
}
