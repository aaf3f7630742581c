import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HookAnswer } from '../../../../src/cli/hook/hook-answer';
import { readHookInput } from '../../../../src/cli/hook/hook-input';
import { MOMENTS } from '../../../../src/cli/hook/run-hook';
import type { LocalClient } from '../../../../src/engine/local-client';
import { systemClock } from '../../../../src/memory/clock';
import { TRUST } from '../../../../src/memory/provenance';
import { ids } from '../../engine/open-test-engine';
import { openRuleEngine, repository, forbid } from '../../engine/rules/rule-engine';

/** An engine, a repository, and a hook of one conversation in it. */
async function conversation(files: Record<string, string> = {}) {
  const engine = await openRuleEngine();
  const cwd = await repository(files);
  const { repo } = await engine.call('repositoryOf', { folder: cwd });
  const call = (event: keyof typeof MOMENTS, more: object): Promise<HookAnswer> => {
    const input = readHookInput({ session_id: 'c1', hook_event_name: event, cwd, ...more });
    if (input === undefined) throw new Error('It is an object');
    const called = { engine, input, assistant: 'claude-code', clock: systemClock, ids };
    return MOMENTS[event](called);
  };
  return { engine, cwd, repo, call };
}

async function known(engine: LocalClient, repo: string, text: string): Promise<void> {
  const provenance = { source: 'user', from: 'a test', at: Date.now(), trust: TRUST.user } as const;
  await engine.call('remember', {
    kind: 'rule',
    text,
    scope: { repo },
    status: 'active',
    provenance,
  });
}

const RULE = 'Prices are whole cents, never floats';

describe('a prompt', () => {
  it('gets what is known for it, once in a conversation, with a receipt', async () => {
    const { engine, repo, call } = await conversation();
    await known(engine, repo, RULE);
    expect((await call('UserPromptSubmit', { prompt: 'store a price' })).context).toContain(RULE);
    expect((await call('UserPromptSubmit', { prompt: 'store a price' })).context).toBe('');
    const [receipt] = await engine.call('receipts', {});
    expect(receipt?.task).toMatchObject({
      door: 'hook',
      assistant: 'claude-code',
      conversation: 'c1',
    });
  });

  it('gets it again when the context was compacted or cleared, and not when it is resumed', async () => {
    const { engine, repo, call } = await conversation();
    await known(engine, repo, RULE);
    const ask = async () => (await call('UserPromptSubmit', { prompt: 'store a price' })).context;
    expect(await ask()).toContain(RULE);
    await call('SessionStart', { source: 'resume' });
    expect(await ask()).toBe('');
    for (const [event, more] of [
      ['PreCompact', { trigger: 'auto' }],
      ['SessionStart', { source: 'clear' }],
    ] as const) {
      await call(event, more);
      expect(await ask()).toContain(RULE);
    }
  });

  it('gets nothing where nothing fits, or nothing is said', async () => {
    const { call } = await conversation();
    expect((await call('UserPromptSubmit', { prompt: 'store a price' })).context).toBe('');
    expect(await call('UserPromptSubmit', {})).toEqual({});
  });
});

describe('an edit', () => {
  const write = (file_path: string, content: string) => ({
    tool_name: 'Write',
    tool_use_id: 'toolu_1',
    tool_input: { file_path, content },
  });

  it('that a rule forbids is denied with the rule, before it is made', async () => {
    const { engine, cwd, repo, call } = await conversation({ 'src/a.ts': 'const a = 1;\n' });
    await forbid(engine, 'moment', { repo });
    const { decision } = await call('PreToolUse', write(join(cwd, 'src/a.ts'), 'moment();\n'));
    expect(decision?.permission).toBe('deny');
    expect(decision?.reason).toContain('src/a.ts:1');
    expect(decision?.reason).toContain('moment');
    expect(await call('PreToolUse', write('src/a.ts', 'const b = 1;\n'))).toEqual({});
  });

  it('is held against the rules also where its folder is yet to be made', async () => {
    const { engine, repo, call } = await conversation();
    await forbid(engine, 'moment', { repo });
    const { decision } = await call('PreToolUse', write('src/new/deep/a.ts', 'moment();\n'));
    expect(decision?.reason).toContain('src/new/deep/a.ts:1');
  });

  it('leaves alone what stood there before', async () => {
    const { engine, repo, call } = await conversation({ 'src/a.ts': 'moment();\n' });
    await forbid(engine, 'moment', { repo });
    const edit = {
      file_path: 'src/a.ts',
      old_string: 'moment();\n',
      new_string: 'moment();\nb();\n',
    };
    expect(await call('PreToolUse', { tool_name: 'Edit', tool_input: edit })).toEqual({});
  });

  it('that was made all the same is told of, and counted', async () => {
    const { engine, cwd, repo, call } = await conversation();
    const rule = await forbid(engine, 'moment', { repo });
    await writeFile(join(cwd, 'a.ts'), 'moment();\n');
    const { context } = await call('PostToolUse', write('a.ts', 'moment();\n'));
    expect(context).toContain('a.ts:1');
    const [row] = await engine.call('rules', { repo });
    expect(row).toMatchObject({ memory: { id: rule.id }, broken: 1 });
    const [signal] = await engine.call('activity', {});
    expect(signal).toMatchObject({
      kind: 'assistant',
      act: 'edit',
      file: 'a.ts',
      outcome: 'succeeded',
    });
  });
});

describe('a failure', () => {
  it('is given what is known for it, before anyone asks', async () => {
    const { engine, repo, call } = await conversation();
    await known(engine, repo, 'ECONNREFUSED 5432 means that the database container is not started');
    const { context } = await call('PostToolUseFailure', {
      tool_name: 'Bash',
      tool_input: { command: 'npm run migrate' },
      error: 'connect ECONNREFUSED 127.0.0.1:5432',
    });
    expect(context).toContain('database container');
  });
});
