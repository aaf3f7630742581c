import { describe, expect, test } from 'vitest';
import { DAY, edge, idsOf, memory, NOW, worldOf } from './world';

const RELEASE = memory('release', 'A release needs an entry in the changelog and a signed tag');

describe('what takes the place of another', () => {
  const old = memory('old', 'Indent with four spaces in this project');

  test('a superseded memory gives way to one that shares no word with the task', async () => {
    const world = await worldOf({
      memories: [old, memory('new', 'The formatter decides on tabs'), RELEASE],
      edges: [edge('new', 'supersedes', 'old')],
    });
    const pack = await world.recall({ sentence: 'how many spaces to indent with' });
    expect(idsOf(pack)).toEqual(['new']);
    expect(pack.leftOut).toMatchObject({ superseded: 1, notActive: 0 });
    expect(pack.items[0]?.replaces).toEqual([{ memory: 'old', text: old.text }]);
    expect(pack.rendered).toContain(`replaces: ${old.text}`);
    expect(pack.items[0]?.reasons[0]?.words).toContain('what it replaces');
  });

  test('an archived successor takes no place', async () => {
    const world = await worldOf({
      memories: [old, memory('new', 'The formatter decides', { status: 'archived' })],
      edges: [edge('new', 'supersedes', 'old')],
    });
    expect(idsOf(await world.recall({ sentence: 'how many spaces to indent with' }))).toEqual([
      'old',
    ]);
  });

  test('of two that contradict each other the one changed later stays', async () => {
    const world = await worldOf({
      memories: [
        memory('early', 'Indent with four spaces', { updatedAt: NOW - DAY }),
        memory('late', 'Indent with two spaces'),
      ],
      edges: [edge('early', 'contradicts', 'late')],
    });
    expect(idsOf(await world.recall({ sentence: 'indent with how many spaces' }))).toEqual([
      'late',
    ]);
  });

  test('near-duplicates are folded, opposites are not', async () => {
    const text =
      'Use the shared logger for all messages of the service, and leave the console alone';
    const world = await worldOf({
      memories: [
        memory('one', text),
        memory('same', `${text}.`, { status: 'candidate' }),
        memory('opposite', text.replace('Use', 'Never use')),
      ],
    });
    const pack = await world.recall({ sentence: 'logger or console for messages of the service' });
    expect(idsOf(pack).sort()).toEqual(['one', 'opposite']);
    expect(pack.leftOut.duplicate).toBe(1);
    expect(pack.items.find((item) => item.memory.id === 'one')?.standsFor).toEqual(['same']);
  });
});
