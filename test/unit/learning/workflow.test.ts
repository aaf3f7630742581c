import { describe, expect, it } from 'vitest';
import { mineWorkflow } from '../../../src/learning/workflow';
import { MemoryDraft } from '../../../src/memory/memory';
import type { Signal, SignalOf } from '../../../src/memory/signal';
import { MINUTE, NOW, signal } from './samples';

const DAY = 24 * 60 * MINUTE;

/** Commands a minute apart, in a session of their own; `!` before one that failed. */
function day(ago: number, commands: readonly string[]): SignalOf<'terminal'>[] {
  return commands.map((command, at) =>
    signal('terminal', {
      session: `n_${ago}`,
      command: command.replace(/^!/, ''),
      exitCode: command.startsWith('!') ? 1 : 0,
      at: NOW - ago * DAY + at * MINUTE,
      file: undefined,
      language: undefined,
    }),
  );
}

function mined(history: readonly Signal[]) {
  const run = history.filter((one) => one.kind === 'terminal').at(-1);
  return run && mineWorkflow(run, history);
}

const RELEASE = ['npm run snapshots', 'npm test', 'npm run release'];

describe('mineWorkflow', () => {
  it('finds what was run again in the same order, with noise in between', () => {
    const found = mined([
      ...day(3, ['npm run snapshots', 'ls -la', 'npm test', 'git status', 'npm run release']),
      ...day(1, ['git pull', 'npm run snapshots', '!npm test', 'npm test', 'npm run release']),
    ]);
    const draft = MemoryDraft.parse(found?.draft);
    expect(draft).toMatchObject({
      kind: 'workflow',
      status: 'candidate',
      detail: { steps: RELEASE },
      scope: { repo: 'host/me/shop' },
    });
    expect(draft.text).toContain('1. `npm run snapshots`\n2. `npm test`\n3. `npm run release`');
    expect(draft.provenance.evidence).toHaveLength(2);
  });

  it('is a habit at the third time', () => {
    const history = [...day(3, RELEASE), ...day(2, RELEASE), ...day(1, RELEASE)];
    expect(mined(history)?.draft.status).toBe('active');
    expect(mined(history)?.draft.origin).toBe(mined(history.slice(0, 6))?.draft.origin);
  });

  it('makes holes of what differs, and keeps what was always the same', () => {
    const run = (note: string) => [
      'docker compose -f infra/dev.yml up -d',
      `git commit -m "${note}"`,
      'npm run deploy -- --token=abcdefgh',
    ];
    expect(mined([...day(2, run('one')), ...day(1, run('two'))])?.draft.detail.steps).toEqual([
      'docker compose -f infra/dev.yml up -d',
      'git commit -m <text>',
      'npm run deploy -- --token=<secret>',
    ]);
  });

  it('says under which conditions, as far as they held each time', () => {
    const during = (ago: number, branch: string, file: string): Signal[] => [
      signal('branch', { branch, at: NOW - ago * DAY - 5 * MINUTE, file: undefined }),
      signal('edit', { file, at: NOW - ago * DAY - 2 * MINUTE }),
      ...day(ago, RELEASE),
    ];
    expect(
      mined([...during(2, 'main', 'db/a.sql'), ...during(1, 'main', 'db/b.sql')])?.draft.detail
        .conditions,
    ).toEqual(['on the main branch', 'after changing .sql files']);
    expect(
      mined([...during(2, 'main', 'db/a.sql'), ...during(1, 'fix/x', 'src/b.ts')])?.draft.detail
        .conditions,
    ).toBeUndefined();
  });

  it('puts the whole in the place of its beginning', () => {
    const history = [...day(3, RELEASE), ...day(1, RELEASE)];
    const beginning = mineWorkflow(
      history.find((one) => one.at > NOW - 2 * DAY && one.command === 'npm test')!,
      history,
    );
    expect(beginning?.draft.detail.steps).toEqual(['npm run snapshots', 'npm test']);
    expect(mined(history)?.replaces).toEqual([beginning?.draft.origin]);
  });

  it.each<[string, Signal[]]>([
    ['one time', day(1, RELEASE)],
    ['another order', [...day(2, RELEASE), ...day(1, ['npm test', 'npm run release'])].slice(0, 4)],
    [
      'what every repository has',
      ['a', 'b', 'c'].flatMap((note, ago) =>
        day(ago, ['git add .', `git commit -m "${note} x"`, 'git push']),
      ),
    ],
    ['a single command', [...day(2, ['npm test']), ...day(1, ['npm test'])]],
    [
      'long pauses',
      [...day(2, RELEASE), ...day(1, RELEASE)].map((one, at) => ({
        ...one,
        at: one.at + at * 60 * MINUTE,
      })),
    ],
    [
      'other repositories',
      [...day(2, RELEASE).map((one) => ({ ...one, repo: 'host/me/other' })), ...day(1, RELEASE)],
    ],
    [
      'what failed at the end',
      [...day(2, RELEASE), ...day(1, ['npm run snapshots', 'npm test', '!npm run release'])],
    ],
    [
      'command lines that are not sure',
      [...day(2, RELEASE), ...day(1, RELEASE)].map((one) => ({ ...one, confidence: 0.3 })),
    ],
  ])('finds nothing in %s', (_, history) => {
    expect(mined(history)).toBeUndefined();
  });

  it('gives the same whatever the order in which the history comes', () => {
    const history = [...day(3, RELEASE), ...day(2, ['git pull', ...RELEASE]), ...day(1, RELEASE)];
    const run = history.at(-1)!;
    expect(mineWorkflow(run, [...history].reverse())?.draft).toEqual(
      mineWorkflow(run, history)?.draft,
    );
  });
});
