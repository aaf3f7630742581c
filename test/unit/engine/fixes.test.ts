import { expect, test } from 'vitest';
import type { Signal, SignalOf } from '../../../src/memory/signal';
import type { EngineEvent } from '../../../src/protocol/engine-api';
import { ids, openTestEngine } from './open-test-engine';
import { REPO } from './rewritten';

const MINUTE = 60_000;

function base(session: string, at: number) {
  return {
    id: ids.next('signal'),
    at,
    session,
    repo: REPO,
    confidence: 0.9,
    evidence: ['a test'],
  };
}

function problem(
  session: string,
  at: number,
  change: 'appeared' | 'cured',
  file: string,
): SignalOf<'diagnostic'> {
  return {
    ...base(session, at),
    kind: 'diagnostic',
    file,
    language: 'typescript',
    change,
    problem: {
      severity: 'error',
      message: "Property 'lenght' does not exist on type 'string[]'.",
      code: '2551',
      source: 'ts',
      line: 4,
    },
    ...(change === 'cured' && {
      before: 'return names.lenght;',
      after: 'return names.length;',
    }),
  };
}

function run(session: string, at: number, command: string, exitCode: number): Signal {
  return { ...base(session, at), kind: 'terminal', command, exitCode };
}

test('a fix is looked at again, and told of when its problem comes up elsewhere', async () => {
  const { client, session } = await openTestEngine();
  const events: EngineEvent[] = [];
  client.onEvent((event) => events.push(event));
  const known = () => events.filter(({ kind }) => kind === 'fixKnown');
  const started = Date.now() - 30 * MINUTE;
  const status = async () => {
    const [row] = await client.call('list', { kinds: ['fix'] });
    return row?.memory.status;
  };

  await client.call('observe', {
    signals: [
      problem(session, started, 'appeared', 'src/a.ts'),
      problem(session, started + MINUTE, 'cured', 'src/a.ts'),
    ],
  });
  expect(await status()).toBe('candidate');
  expect(events.filter(({ kind }) => kind === 'proposed')).toEqual([]);

  const again = problem(session, started + 20 * MINUTE, 'appeared', 'src/b.ts');
  await client.call('observe', { signals: [again] });
  expect(await status()).toBe('active');
  expect(known()).toMatchObject([
    { memory: { detail: { solution: 'return names.length;' } }, signal: { id: again.id } },
  ]);

  await client.call('observe', {
    signals: [problem(session, started + 21 * MINUTE, 'appeared', 'src/a.ts')],
  });
  expect(await status()).toBe('candidate');
  expect(known()).toHaveLength(1);
});

test('a command that fails again is met with what cured it', async () => {
  const { client, session } = await openTestEngine();
  const events: EngineEvent[] = [];
  client.onEvent((event) => event.kind === 'fixKnown' && events.push(event));
  const started = Date.now() - 60 * MINUTE;
  const at = (minutes: number) => started + minutes * MINUTE;
  await client.call('observe', {
    signals: [
      run(session, at(0), 'npm test', 1),
      run(session, at(1), 'npm install', 0),
      run(session, at(2), 'npm test', 0),
      run(session, at(20), 'npm test', 0),
      run(session, at(40), 'npm test', 1),
    ],
  });
  expect(events).toMatchObject([{ memory: { kind: 'fix', detail: { solution: 'npm install' } } }]);
});

test('commands that are run again in the same order become a workflow', async () => {
  const { client, session } = await openTestEngine();
  const day = (ago: number) =>
    ['npm run snapshots', 'npm test', 'npm run release'].map((command, at) =>
      run(session, Date.now() - ago * 24 * 60 * MINUTE + at * MINUTE, command, 0),
    );
  const workflows = async () =>
    (await client.call('list', { kinds: ['workflow'], statuses: ['candidate', 'active'] })).map(
      ({ memory }) => [memory.status, memory.detail.steps?.length],
    );
  await client.call('observe', { signals: day(3) });
  expect(await workflows()).toEqual([]);
  await client.call('observe', { signals: day(2) });
  expect(await workflows()).toEqual([['candidate', 3]]);
  await client.call('observe', { signals: day(1) });
  expect(await workflows()).toEqual([['active', 3]]);
});

test('a fix that was put before the user earns by the edit that follows it', async () => {
  const { client, session } = await openTestEngine();
  const started = Date.now() - 30 * MINUTE;
  await client.call('observe', {
    signals: [
      problem(session, started, 'appeared', 'src/a.ts'),
      problem(session, started + MINUTE, 'cured', 'src/a.ts'),
    ],
  });
  const [row] = await client.call('list', { kinds: ['fix'] });
  const id = row?.memory.id ?? '';
  const again = problem(session, Date.now(), 'appeared', 'src/b.ts');
  await client.call('observe', { signals: [again] });
  const { exposure } = await client.call('fixShown', { memory: id, signal: again });
  await client.call('observe', {
    signals: [problem(session, Date.now() + 1, 'cured', 'src/b.ts')],
  });
  const card = await client.call('card', { id });
  expect(card?.memory.quality.shown).toBe(1);
  expect(card?.outcomes).toMatchObject([
    { exposure, verdict: 'helped', evidence: 'diagnosticCured' },
  ]);
});
