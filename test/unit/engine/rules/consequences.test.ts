import { expect, test } from 'vitest';
import type { LocalClient } from '../../../../src/engine/local-client';
import { rests } from '../../../../src/engine/rule-book';
import type { LintSpec } from '../../../../src/memory/detector';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { eventually } from '../open-test-engine';
import { forbid, forbids, openRuleEngine, repository } from './rule-engine';

const WHOLE = [{ first: 1, last: 1000 }];

async function wrote(client: LocalClient, folder: string, text: string, author = 'copilot') {
  const files = [{ path: 'src/a.ts', language: 'typescript', text, changed: WHOLE }];
  return client.call('check', { folder, author, record: true, files });
}

async function shown(client: LocalClient, assistant: string) {
  const pack = await client.call('recall', {
    sentence: 'never write var',
    door: 'tool',
    assistant,
    again: true,
  });
  return pack.items.find(({ memory }) => memory.kind === 'rule');
}

test('a rule that was shown and then kept helped; once for each showing', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  const { id } = await forbid(client, 'var');
  await shown(client, 'copilot');
  await wrote(client, folder, 'let a;');
  await wrote(client, folder, 'let b;', 'human');
  await wrote(client, folder, 'let c;');
  const record = await client.call('record', { id });
  expect(record?.outcomes.map(({ outcome }) => [outcome.verdict, outcome.evidence])).toEqual([
    ['helped', 'ruleKept'],
  ]);
});

test('a rule that was shown and broken is as true as before', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  const { id } = await forbid(client, 'var');
  await shown(client, 'copilot');
  const before = await client.call('record', { id });
  await wrote(client, folder, 'var a;');
  const after = await client.call('record', { id });
  expect(after?.outcomes.map(({ outcome }) => [outcome.verdict, outcome.evidence])).toEqual([
    ['ignored', 'ruleBroken'],
  ]);
  expect(after?.mean).toBeCloseTo(before?.mean ?? 0, 2);
});

test('a rule that is broken often is recalled more strongly', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  await forbid(client, 'var');
  const before = await shown(client, 'claude-code');
  expect(before?.reasons.map(({ words }) => words)).not.toContain('is broken often lately');
  await wrote(client, folder, 'var a;\nvar b;\nvar c;\nvar d;\n');
  const after = await eventually(
    () => shown(client, 'claude-code'),
    (item) => item?.reasons.some(({ words }) => words === 'is broken often lately') ?? false,
  );
  const gained = after?.reasons.find(({ words }) => words === 'is broken often lately')?.value;
  expect(gained).toBeCloseTo(0.1);
});

test('a rule rests until a time, on a branch, or until it is ended', async () => {
  expect(rests({}, undefined, 5)).toBe(true);
  expect(rests({ until: 6 }, 'main', 5)).toBe(true);
  expect(rests({ until: 5 }, 'main', 5)).toBe(false);
  expect(rests({ branch: 'main' }, 'main', 5)).toBe(true);
  expect(rests({ branch: 'main' }, undefined, 5)).toBe(false);
  expect(rests({ branch: 'main', until: 5 }, 'main', 5)).toBe(false);

  const client = await openRuleEngine();
  const folder = await repository();
  const { id } = await forbid(client, 'var');
  const flagged = async () => (await wrote(client, folder, 'var a;')).breaches.length;
  await client.call('pauseRule', { id, branch: 'main' });
  expect(await flagged()).toBe(0);
  await client.call('pauseRule', { id, branch: 'release' });
  expect(await flagged()).toBe(1);
  await client.call('pauseRule', { id, until: Date.now() + 3_600_000 });
  expect(await flagged()).toBe(0);
  await client.call('pauseRule', { id, until: Date.now() - 1 });
  expect(await flagged()).toBe(1);
  await client.call('pauseRule', { id });
  expect(await flagged()).toBe(0);
  await client.call('resumeRule', { id });
  expect(await flagged()).toBe(1);
  await expect(client.call('pauseRule', { id: 'm_none' })).rejects.toThrow('not there');
});

test('a detector that fails is switched off for all, with its reason, and can be put back', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  const events: EngineEvent[] = [];
  client.onEvent((event) => events.push(event));
  const { id } = await forbid(client, 'var');
  const lint: LintSpec = { kind: 'lint', rule: 'no-var', options: [] };
  await client.call('setDetector', { id, detector: { spec: lint, state: 'on' } });

  const reason = 'This Mneme knows no detectors of the kind “lint”.';
  expect(await wrote(client, folder, 'var a;')).toEqual({
    breaches: [],
    off: [{ rule: id, reason }],
  });
  expect(await wrote(client, folder, 'var a;')).toEqual({ breaches: [], off: [] });
  expect(events.filter(({ kind }) => kind === 'detectorOff')).toMatchObject([{ reason }]);
  const [row] = await client.call('rules', {});
  expect(row?.detector).toEqual({ spec: lint, state: 'off', reason });
  await client.call('setDetector', { id, detector: { spec: forbids('var'), state: 'on' } });
  expect((await wrote(client, folder, 'var a;')).breaches).toHaveLength(1);
});

test('rules that contradict one another ask to be settled', async () => {
  const client = await openRuleEngine();
  const { id } = await forbid(client, 'var');
  const other = await client.call('remember', {
    kind: 'rule',
    text: 'Write var',
    detail: { directive: { force: 'must', subject: 'write var' } },
    scope: {},
    status: 'active',
    provenance: { source: 'user', from: 'a test', at: 1, trust: 1 },
  });
  const rows = await client.call('rules', {});
  expect(rows.map(({ asks }) => [asks?.what, asks?.other])).toEqual([
    ['settle', id],
    ['settle', other.id],
  ]);
});

test('what others than the user bring is proposed, and never warns by itself', async () => {
  const client = await openRuleEngine();
  const folder = await repository();
  const memory = await client.call('remember', {
    kind: 'rule',
    text: 'Never write var',
    detail: { detector: { spec: forbids('var'), state: 'on' } },
    scope: {},
    status: 'active',
    provenance: { source: 'imported', from: 'AGENTS.md:3', at: 1, trust: 0.7 },
  });
  expect(memory.detail.detector?.state).toBe('proposed');
  expect((await wrote(client, folder, 'var a;')).breaches).toEqual([]);
});
