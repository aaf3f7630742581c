import { describe, expect, test } from 'vitest';
import {
  readHeadMove,
  revertedBy,
  type Commit,
  type Head,
} from '../../../../src/editor/capture/head-move';

const NOW = Date.parse('2026-05-05T12:00:00Z');
const commit = (parents: string[], age = 1_000): Commit => ({
  message: 'm',
  parents,
  commitDate: new Date(NOW - age),
});
const on = (name: string | undefined, commit?: string): Head => ({ name, commit });

describe('readHeadMove', () => {
  test.each<[string, Head, Head, Commit | undefined, Commit, string | undefined]>([
    ['a commit', on('main', 'a'), on('main', 'b'), commit([]), commit(['a']), 'commit'],
    ['the first commit', on('main'), on('main', 'a'), undefined, commit([]), 'commit'],
    ['a merge', on('main', 'a'), on('main', 'b'), commit([]), commit(['a', 'x']), 'commit'],
    ['an amended commit', on('main', 'b'), on('main', 'c'), commit(['a']), commit(['a']), 'commit'],
    [
      'a commit on a new branch',
      on('main', 'a'),
      on('x', 'b'),
      commit([]),
      commit(['a']),
      'commit',
    ],
    ['a switch', on('main', 'a'), on('x', 'z'), commit([]), commit(['q'], 9e6), 'branch'],
    [
      'a switch to the next',
      on('main', 'a'),
      on('x', 'b'),
      commit([]),
      commit(['a'], 9e6),
      'branch',
    ],
    [
      'a detached HEAD',
      on('main', 'b'),
      on(undefined, 'a'),
      commit(['a']),
      commit([], 9e6),
      'branch',
    ],
    ['a new branch here', on('main', 'a'), on('x', 'a'), commit([]), commit([]), undefined],
    ['a pull', on('main', 'a'), on('main', 'z'), commit([]), commit(['y'], 9e6), undefined],
    ['a pull of one', on('main', 'a'), on('main', 'b'), commit([]), commit(['a'], 9e6), undefined],
    ['a reset', on('main', 'b'), on('main', 'a'), commit(['a']), commit([], 9e6), undefined],
  ])('%s', (_name, before, after, previous, at, kind) => {
    expect(readHeadMove({ before, after, previous, commit: at, known: false }, NOW)?.kind).toBe(
      kind,
    );
  });

  test('back to a commit of a moment ago is a switch, not that commit again', () => {
    const move = { before: on('x', 'a'), after: on('main', 'b'), previous: commit([]) };
    const back = readHeadMove({ ...move, commit: commit(['a']), known: true }, NOW);
    expect(back).toEqual({ kind: 'branch' });
  });

  test('a commit in the place of another names it', () => {
    const move = { before: on('main', 'b'), after: on('main', 'c'), previous: commit(['a']) };
    expect(readHeadMove({ ...move, commit: commit(['a']), known: false }, NOW)).toMatchObject({
      amends: 'b',
    });
  });
});

test('revertedBy reads which commits a message takes back', () => {
  const message = 'Revert "A"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.\n';
  expect(revertedBy(message)).toEqual(['0123456789abcdef0123456789abcdef01234567']);
  expect(revertedBy('This reverts nothing')).toEqual([]);
});
