import { expect, test } from 'vitest';
import { acrossRepositories } from '../../../src/learning/across';
import type { Memory } from '../../../src/memory/memory';
import { memory } from '../recall/world';

const SHAPE = { before: 'new Buffer ( $A )', after: 'Buffer . from ( $A )' };

function correction(repo: string, status: Memory['status']): Memory {
  return memory(repo, 'A correction', {
    kind: 'correction',
    detail: { shape: SHAPE },
    scope: { repo, language: 'typescript' },
    status,
  });
}

test.each(['candidate', 'active'] as const)('a %s counts in its repository', (status) => {
  const wide = acrossRepositories([correction('a', 'active'), correction('b', status)], 1);
  expect(wide?.draft.scope).toEqual({ language: 'typescript' });
});

test.each(['superseded', 'archived', 'quarantined'] as const)(
  'what is %s makes no habit',
  (status) => {
    expect(
      acrossRepositories([correction('a', 'active'), correction('b', status)], 1),
    ).toBeUndefined();
  },
);
