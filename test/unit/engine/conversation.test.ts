import { expect, test } from 'vitest';
import type { LocalClient } from '../../../src/engine/local-client';
import type { Memory } from '../../../src/memory/memory';
import type { Params } from '../../../src/protocol/engine-api';
import { openTestEngine, temporaryFolder } from './open-test-engine';
import { REPO } from './rewritten';

const TASK = { sentence: 'add a retry to the upload', repo: REPO, door: 'tool' } as const;

function remember(client: LocalClient, text: string): Promise<Memory> {
  return client.call('remember', {
    kind: 'fact',
    text,
    scope: { repo: REPO },
    status: 'active',
    provenance: { source: 'user', from: 'a test', at: Date.now(), trust: 1 },
  });
}

async function upload() {
  const folder = await temporaryFolder();
  const { client } = await openTestEngine(folder);
  const known = await remember(client, 'The upload has a retry of its own, see uploadAgain');
  const ask = async (more: Partial<Params<'recall'>> = {}, by = client) => {
    const { items, leftOut, rendered, tokens } = await by.call('recall', { ...TASK, ...more });
    return { ids: items.map((item) => item.memory.id), leftOut, rendered, tokens };
  };
  return { folder, client, known, ask };
}

test('a conversation is given the same memory once, and others each for themselves', async () => {
  const { client, known, ask } = await upload();
  expect((await ask()).ids).toEqual([known.id]);
  const again = await ask();
  expect(again).toMatchObject({ ids: [], rendered: '', tokens: 0, leftOut: { shownAlready: 1 } });
  expect((await ask({ sentence: 'why is there a retry in the upload' })).ids).toEqual([]);
  // What is left out is no showing.
  expect((await client.call('card', { id: known.id }))?.exposures).toHaveLength(1);
  expect((await ask({ assistant: 'claude-code' })).ids).toEqual([known.id]);
  expect((await ask({ conversation: 'c1' })).ids).toEqual([known.id]);
  expect((await ask({ conversation: 'c2' })).ids).toEqual([known.id]);
  expect((await ask({ conversation: 'c1' })).ids).toEqual([]);
});

test('what is new comes, beside what was given', async () => {
  const { client, ask } = await upload();
  await ask();
  const added = await remember(client, 'A retry of the upload waits two seconds');
  expect(await ask()).toMatchObject({ ids: [added.id], leftOut: { shownAlready: 1 } });
});

test('a changed memory, and one that replaces what was given, come again', async () => {
  const { client, known, ask } = await upload();
  await ask();
  const text = 'The upload has no retry of its own any more';
  await new Promise((resolve) => setTimeout(resolve, 2));
  await client.call('correct', { id: known.id, patch: { text } });
  const { ids, rendered } = await ask();
  expect(ids).toEqual([known.id]);
  expect(rendered).toContain(text);
  expect((await ask()).ids).toEqual([]);
});

test('a person, an assistant that asks for it and one whose context was cleared get all', async () => {
  const { known, ask } = await upload();
  await ask({ assistant: 'user' });
  await ask({ assistant: 'user' });
  expect((await ask({ assistant: 'user', door: 'panel' })).ids).toEqual([known.id]);
  expect((await ask({ assistant: 'user', again: true })).ids).toEqual([known.id]);
  expect((await ask({ assistant: 'user', contextSince: Date.now() + 1 })).ids).toEqual([known.id]);
});

test('a conversation goes on in another process, an unnamed one does not', async () => {
  const { folder, known, ask } = await upload();
  const conversation = '0f8fad5b-d9cb-469f-a165-70867728950e';
  await ask();
  await ask({ conversation });
  const { client: other } = await openTestEngine(folder);
  expect((await ask({ conversation }, other)).ids).toEqual([]);
  expect((await ask({}, other)).ids).toEqual([known.id]);
});
