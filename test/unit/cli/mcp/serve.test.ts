import { execFileSync } from 'node:child_process';
import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  type CallToolResult,
  ElicitRequestSchema,
  type ElicitResult,
  ListRootsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LineTransport } from '../../../../src/cli/mcp/line-transport';
import { serve } from '../../../../src/cli/mcp/serve';
import type { LocalClient } from '../../../../src/engine/local-client';
import { systemClock } from '../../../../src/memory/clock';
import { silentLog } from '../../../../src/memory/log';
import { TRUST } from '../../../../src/memory/provenance';
import { temporaryFolder } from '../../engine/open-test-engine';
import { forbid, openRuleEngine } from '../../engine/rules/rule-engine';

interface Connected {
  client: Client;
  engine: LocalClient;
  folder: string;
  /** Ends the client's side, as when it dies; resolves when the server is gone too. */
  hangUp(): Promise<void>;
}

/** A server on a real engine, and the SDK's own client, which has one root and answers questions so. */
async function connect(answer?: ElicitResult['action']): Promise<Connected> {
  const folder = await realpath(await temporaryFolder());
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  const engine = await openRuleEngine();
  const [there, back] = [new PassThrough(), new PassThrough()];
  const served = serve({
    engine,
    input: there,
    output: back,
    folder: '/',
    clock: systemClock,
    log: silentLog,
  });
  const client = new Client(
    { name: 'test-assistant', version: '1' },
    { capabilities: { roots: {}, ...(answer && { elicitation: {} }) } },
  );
  client.setRequestHandler(ListRootsRequestSchema, () => ({
    roots: [{ uri: pathToFileURL(folder).href }],
  }));
  if (answer) client.setRequestHandler(ElicitRequestSchema, () => ({ action: answer }));
  await client.connect(new LineTransport(back, there));
  const hangUp = async (): Promise<void> => {
    there.end();
    await served;
  };
  onTestFinished(hangUp);
  return { client, engine, folder, hangUp };
}

/** What a tool says, and whether it says so as an error. */
async function ask(
  { client }: Connected,
  name: string,
  args: Record<string, unknown>,
): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = (await client.callTool({ name, arguments: args })) as CallToolResult;
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return { text, isError: isError === true };
}

async function userSaid({ engine, folder }: Connected, text: string): Promise<string> {
  const { repo } = await engine.call('repositoryOf', { folder });
  const provenance = { source: 'user', from: 'a test', at: Date.now(), trust: TRUST.user } as const;
  const draft = { kind: 'rule', text, scope: { repo }, status: 'active', provenance } as const;
  return (await engine.call('remember', draft)).id;
}

const RULE = 'Prices are whole cents, never floats';

describe('the tools', () => {
  it('cost little, and say what they do to what is there', async () => {
    const { client } = await connect();
    const { tools } = await client.listTools();
    expect(countTokens(JSON.stringify(tools))).toBeLessThanOrEqual(1200);
    const hints = tools.map(({ name, annotations }) => [name, annotations]);
    expect(Object.fromEntries(hints)).toMatchObject({
      recall: { readOnlyHint: true },
      remember: { destructiveHint: false },
      correct: { destructiveHint: false },
      outcome: { destructiveHint: false },
      check: { readOnlyHint: true },
      forget: { destructiveHint: true },
    });
  });

  it('recall what fits, in the repository of the client’s root, and leave a receipt', async () => {
    const door = await connect();
    await userSaid(door, RULE);
    const { text } = await ask(door, 'recall', { task: 'store a price' });
    expect(text).toContain(RULE);
    const [receipt] = await door.engine.call('receipts', {});
    expect(receipt?.task).toMatchObject({ door: 'mcp', assistant: 'test-assistant' });

    const again = await ask(door, 'recall', { task: 'store a price' });
    expect(again.text).toContain('given earlier');
  });

  it('keep what an assistant wants kept as unconfirmed, and nothing that Mneme gave itself', async () => {
    const door = await connect();
    const { text } = await ask(door, 'remember', { text: 'The build needs Node 24', kind: 'fact' });
    const id = /m_[\w-]+/.exec(text)?.[0] ?? '';
    const card = await door.engine.call('card', { id });
    expect(card?.memory).toMatchObject({
      status: 'candidate',
      provenance: { source: 'assistant', from: 'test-assistant', trust: TRUST.assistant },
    });
    expect(card?.journal[0]).toMatchObject({ actor: 'assistant', action: 'remember' });

    const own = await ask(door, 'remember', { text: '<mneme-memories receipt="r_1">\nx' });
    expect(own).toMatchObject({ isError: true });
  });

  it('take the assistant’s word on a showing, as the weak evidence that it is', async () => {
    const door = await connect();
    const id = await userSaid(door, RULE);
    const { text } = await ask(door, 'recall', { task: 'store a price' });
    const receipt = /receipt="([\w-]+)"/.exec(text)?.[1] ?? '';
    await ask(door, 'outcome', { memory: `${receipt}#1`, verdict: 'helped' });
    const card = await door.engine.call('card', { id });
    expect(card?.outcomes).toMatchObject([{ verdict: 'helped', evidence: 'assistantSaid' }]);
    expect(card?.outcomes[0]?.weight).toBeLessThan(0.5);

    expect(await ask(door, 'outcome', { memory: id, verdict: 'helped' })).toMatchObject({
      isError: true,
    });
    expect(await ask(door, 'outcome', { memory: `${receipt}#9`, verdict: 'helped' })).toMatchObject(
      {
        isError: true,
      },
    );
  });

  it('hold a diff against the rules, be it applied or not, and count nothing', async () => {
    const door = await connect();
    await forbid(door.engine, 'moment');
    await writeFile(join(door.folder, 'a.ts'), 'const a = 1;\n');
    const diff = '--- a/a.ts\n+++ b/a.ts\n@@ -1 +1,2 @@\n const a = 1;\n+moment();\n';
    expect((await ask(door, 'check', { diff })).text).toContain('a.ts:2: Never write moment');
    await writeFile(join(door.folder, 'a.ts'), 'const a = 1;\nmoment();\n');
    expect((await ask(door, 'check', { diff })).text).toContain('a.ts:2');
    const kept = diff.replace('moment', 'later');
    expect((await ask(door, 'check', { diff: kept })).text).toBe('No rule is broken.');
    await writeFile(join(door.folder, 'a.ts'), 'quite another text\n');
    expect(await ask(door, 'check', { diff: kept })).toMatchObject({ isError: true });
    await writeFile(join(door.folder, 'a.ts'), 'const a = 1;\n');
    expect((await ask(door, 'check', { diff: kept })).text).toBe('No rule is broken.');
    for (const wrong of [{}, { diff: 'no diff' }]) {
      expect(await ask(door, 'check', wrong)).toMatchObject({ isError: true });
    }
    expect(await door.engine.call('rules', {})).toMatchObject([{ opportunities: 0 }]);
  });

  it('answer a wrong input with what is wrong', async () => {
    const door = await connect();
    const { text, isError } = await ask(door, 'recall', {});
    expect(isError).toBe(true);
    expect(text).toMatch(/task/);
  });
});

describe('what only the user may decide', () => {
  it('is done when they say yes', async () => {
    const door = await connect('accept');
    const id = await userSaid(door, RULE);
    await ask(door, 'correct', { memory: id, text: 'Prices are decimals' });
    expect((await door.engine.call('card', { id }))?.memory.text).toBe('Prices are decimals');
    await ask(door, 'forget', { memory: id });
    expect(await door.engine.call('card', { id })).toBeNull();
  });

  it('is left when they say no, or when the client can not ask', async () => {
    for (const answer of ['decline', 'cancel', undefined] as const) {
      const door = await connect(answer);
      const id = await userSaid(door, RULE);
      for (const [tool, args] of [
        ['correct', { memory: id, text: 'x' }],
        ['forget', { memory: id }],
      ] as const) {
        expect(await ask(door, tool, args)).toMatchObject({ isError: true });
      }
      expect((await door.engine.call('card', { id }))?.memory.text).toBe(RULE);
    }
  });

  it('does not hold for what the assistant itself said', async () => {
    const door = await connect();
    const { text } = await ask(door, 'remember', { text: 'The build needs Node 22' });
    const memory = /m_[\w-]+/.exec(text)?.[0] ?? '';
    await ask(door, 'correct', { memory, text: 'The build needs Node 24' });
    const card = await door.engine.call('card', { id: memory });
    expect(card?.memory.text).toBe('The build needs Node 24');
    expect(card?.journal).toContainEqual(
      expect.objectContaining({ actor: 'assistant', action: 'correct' }),
    );
  });
});

describe('resources and prompts', () => {
  it('list and give memories and rules, and say when there is none', async () => {
    const door = await connect();
    const id = await userSaid(door, RULE);
    const { resources } = await door.client.listResources();
    expect(resources.map(({ uri }) => uri).sort()).toEqual([
      `mneme://memory/${id}`,
      `mneme://rule/${id}`,
      'mneme://session',
    ]);
    const { contents } = await door.client.readResource({ uri: `mneme://rule/${id}` });
    expect(contents[0]).toMatchObject({ text: expect.stringContaining(RULE) as string });
    await expect(door.client.readResource({ uri: 'mneme://rule/m_none' })).rejects.toMatchObject({
      code: -32002,
    });
    const session = await door.client.readResource({ uri: 'mneme://session' });
    expect(session.contents[0]).toMatchObject({ text: 'Nothing was given yet.' });
  });

  it('put what is known, and what waits for a yes, before the person', async () => {
    const door = await connect();
    await userSaid(door, RULE);
    await ask(door, 'remember', { text: 'The build needs Node 24' });
    const known = await door.client.getPrompt({
      name: 'what-do-you-know',
      arguments: { task: 'store a price' },
    });
    expect(JSON.stringify(known.messages)).toContain(RULE);
    const review = await door.client.getPrompt({ name: 'review-memories' });
    expect(JSON.stringify(review.messages)).toContain('The build needs Node 24');
  });
});

describe('the end', () => {
  it('comes when the client goes, with nothing left behind', async () => {
    const door = await connect();
    await door.hangUp();
  });
});
