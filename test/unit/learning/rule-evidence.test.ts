import { expect, test } from 'vitest';
import { EVIDENCE_WEIGHTS } from '../../../src/learning/evidence-weights';
import { ruleOutcome, type RuleWork } from '../../../src/learning/rule-evidence';
import type { Exposure } from '../../../src/memory/exposure';
import { exposure, outcome, REPO } from '../store/words';

const WORK: RuleWork = { author: 'copilot', repo: REPO, at: 1000, broken: false, told: true };

function shown(id: string, at: number, assistant = 'copilot', repo = REPO): Exposure {
  const { task } = exposure(id, '1');
  return exposure(id, '1', { at, task: { ...task, assistant, repo } });
}

test('the last showing before it, to whoever wrote it, is what it speaks for', () => {
  const of = (...exposures: Exposure[]) => ruleOutcome(WORK, exposures, [])?.exposure;
  expect(of(shown('1', 100), shown('2', 900), shown('3', 1001))).toBe('x_2');
  expect(of(shown('1', 100, 'claude-code'))).toBeUndefined();
  expect(of(shown('1', 100, 'copilot', 'other'))).toBeUndefined();
  expect(of()).toBeUndefined();
  const { within } = EVIDENCE_WEIGHTS.ruleKept;
  expect(ruleOutcome({ ...WORK, at: 101 + within }, [shown('1', 100)], [])).toBeUndefined();
  const human = { ...WORK, author: 'human' };
  expect(ruleOutcome(human, [shown('1', 100, 'user')], [])?.exposure).toBe('x_1');
});

test('kept helps, more where a place keeps it; broken is of no effect; each once', () => {
  const exposures = [shown('1', 900)];
  const kept = ruleOutcome(WORK, exposures, []);
  expect(kept).toMatchObject({ verdict: 'helped', evidence: 'ruleKept' });
  const untold = ruleOutcome({ ...WORK, told: false }, exposures, []);
  expect(untold?.weight).toBeCloseTo((kept?.weight ?? 0) / 4);
  const broken = ruleOutcome({ ...WORK, broken: true, told: false }, exposures, []);
  expect(broken).toMatchObject({ verdict: 'ignored', evidence: 'ruleBroken', weight: 0.1 });
  const judged = [outcome('1', '1', { evidence: 'ruleKept' })];
  expect(ruleOutcome(WORK, exposures, judged)).toBeUndefined();
  expect(ruleOutcome({ ...WORK, broken: true }, exposures, judged)).toBeDefined();
});
