import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../src/editor/commands/guess-kind';
import { learnWords, reportWords } from '../../../src/editor/commands/learn-words';
import { scopesAround } from '../../../src/editor/commands/scopes-around';
import { parseRecallInput } from '../../../src/editor/assistants/recall-input';
import { escapeIcons } from '../../../src/editor/markdown';
import { oneLine } from '../../../src/editor/words';
import type { LearnReport } from '../../../src/protocol/engine-api';
import { english as t } from './english';

describe('the guess at a kind', () => {
  it.each([
    ['Never call fetch directly', 'rule'],
    ['Use fetchJson for our own API', 'rule'],
    ['I prefer early returns', 'preference'],
    ['ECONNRESET is solved by a keep-alive agent', 'fix'],
    ['We chose SQLite because it needs no server', 'decision'],
    ['First build, then run the tests', 'workflow'],
    ['The cart lives in src/cart.ts', 'fact'],
  ])('for “%s” is %s', (text, kind) => {
    expect(guessKind(text)).toBe(kind);
  });
});

describe('the scopes offered', () => {
  it('begin with the repository and narrow from there', () => {
    const around = { repo: 'r', file: 'src/cart/total.ts', language: 'typescript' };
    expect(scopesAround(around)).toEqual([
      { repo: 'r' },
      { repo: 'r', language: 'typescript' },
      { repo: 'r', glob: 'src/cart/**' },
      { repo: 'r', glob: 'src/cart/total.ts' },
      {},
      { language: 'typescript' },
    ]);
  });

  it('are everywhere where no repository is open', () => {
    expect(scopesAround({})).toEqual([{}]);
  });
});

describe('the words of learning', () => {
  const report: LearnReport = {
    repo: 'r',
    commits: 12,
    known: 0,
    memories: { fix: 3, rule: 1 },
    entities: { file: 10 },
    edges: { about: 7, fixes: 3 },
    instructionFiles: ['AGENTS.md'],
    seconds: 1.26,
    cancelled: false,
  };
  it('sum up what came in', () => {
    expect(reportWords(report, 'shop', t)).toBe(
      'Learned from shop in 1.3 s: 1 rule, 3 fixes. Commits read: 12; instruction files: 1; graph: 10 nodes and 10 edges.',
    );
  });
  it('say when nothing was new, and when it was stopped', () => {
    const none = { ...report, commits: 0, memories: {}, cancelled: true };
    expect(reportWords(none, 'shop', t)).toBe(
      'Nothing new in shop. Stopped on your word; the rest can follow later.',
    );
  });
  it('say where it stands', () => {
    expect(learnWords({ stage: 'history', done: 3, total: 9 }, t)).toBe('3 of 9 commits');
    expect(learnWords({ stage: 'history', done: 3, total: 0 }, t)).toBe('reading the history');
  });
});

describe('the input of the recall tool', () => {
  it('is taken with empty fields left out, and refused in words a model can act on', () => {
    const given = { task: ' add a retry ', file: '', symbol: null, more: 1 };
    expect(parseRecallInput(given)).toEqual({ task: 'add a retry' });
    for (const bad of [undefined, null, 'x', {}, { task: '' }, { task: 'x', file: 3 }]) {
      expect(() => parseRecallInput(bad)).toThrow(/Pass `task`/);
    }
  });
});

describe('texts in labels', () => {
  it('stay on one line and make no icons', () => {
    expect(oneLine(' a\n\t b ')).toBe('a b');
    expect(oneLine('abcdef', 4)).toBe('abc…');
    expect(escapeIcons('$(bug) costs $5')).toBe('\\$(bug) costs $5');
  });
});
