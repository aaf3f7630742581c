import type { Outline } from '../index/text/outline';
import { answering } from './answering';
import { scoreOf, type Traits } from './features';
import type { Finding } from './finding';
import type { Order } from './order';
import type { Question, Wording } from './wording';

/** The match of this rank is a typical good one: the best may be the question itself. */
const TYPICAL = 10;
/** So many of the best matches tell whether a question is answered by code. */
const CODE_SAMPLE = 20;

/** A question next to its candidates; of those that no index tells of there is no wording. */
export type Compared = {
  question: Question;
  findings: Map<string, Finding>;
  wordings: ReadonlyMap<string, Wording>;
  traits: Traits;
};

/** Compares the candidates, and finds among them what was said after a question like the one asked. */
export function compare(
  question: Question,
  outlines: ReadonlyMap<string, Outline<number>>,
  findings: ReadonlyMap<string, Finding>,
  order: Order,
): Compared {
  const wordings = new Map<string, Wording>();
  for (const [id, outline] of outlines) wordings.set(id, question.wording(outline));
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

/** The `limit` candidates that most speaks for, the best first. */
export function strongest({ findings, wordings, traits }: Compared, limit: number): string[] {
  const scored = [...findings].map(([id, finding]): [string, number] => [
    id,
    scoreOf(finding, traits, wordings.get(id)),
  ]);
  scored.sort(([, a], [, b]) => b - a);
  return scored.slice(0, limit).map(([id]) => id);
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
