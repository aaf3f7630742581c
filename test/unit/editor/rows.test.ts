import { describe, expect, it } from 'vitest';
import type { Pack, PackItem } from '../../../src/memory/pack';
import type { Signal } from '../../../src/memory/signal';
import { groupMemories } from '../../../src/editor/views/memory-groups';
import { memoryRow } from '../../../src/editor/views/memory-row';
import { memoryTooltip } from '../../../src/editor/views/memory-tooltip';
import {
  leftOutWords,
  packRow,
  packWords,
  reasonRow,
  reasonsInOrder,
  relationRows,
} from '../../../src/editor/views/pack-row';
import { proposalParts, proposalRow } from '../../../src/editor/views/proposal-row';
import { signalParts, signalRow } from '../../../src/editor/views/signal-row';
import { aMemory, aRow } from './a-memory';
import { english as t } from './english';

describe('a memory in the tree', () => {
  it('tells its quality and how often it was shown', () => {
    const row = memoryRow(aRow(), t);
    expect(row.label).toBe('Use fetchJson instead of fetch');
    expect(row.description).toBe('82 % · 5 shown');
    expect(row.context).toBe('memory;active');
    expect(row.spoken).toBe('Correction: Use fetchJson instead of fetch, 82 % · 5 shown');
  });

  it('tells no share that rests on nothing, but status and narrower scope', () => {
    const quality = { ...aMemory().quality, helped: 0, shown: 0 };
    const scope = { repo: 'r', glob: 'src/**', language: 'typescript' };
    const row = memoryRow(aRow({ quality, scope, status: 'candidate' }), t);
    expect(row.description).toBe('not shown yet · not confirmed · src/** · typescript');
  });

  it('marks one that misled more than once', () => {
    expect(memoryRow(aRow({}, 0.2, 0.1), t).colour).toBe('list.warningForeground');
    expect(memoryRow(aRow(), t).colour).toBeUndefined();
  });

  it('keeps a long text of several lines to one short line', () => {
    const row = memoryRow(aRow({ text: `first\n${'word '.repeat(80)}` }), t);
    expect(row.label).toMatch(/^first word .*…$/);
    expect(row.label.length).toBeLessThanOrEqual(120);
  });
});

describe('a tooltip', () => {
  it('says what, where, how good and why', () => {
    const tooltip = memoryTooltip(aRow(), t);
    expect(tooltip).toContain('**Correction** · active · shop');
    expect(tooltip).toContain('```diff\n- fetch(url)\n+ fetchJson(url)\n```');
    expect(tooltip).toContain('Helps when shown: **82 %**, at least 61 %. Times shown: 5.');
    expect(tooltip).toContain('an edit in src\\/cart\\.ts · mined · trusted 60 %');
    expect(tooltip).toContain('- src\\/cart\\.ts\\:12\\: the error went away');
  });

  it('brings no markup of a foreign text to life', () => {
    const text = '# Hi [click](command:evil) ![x](https://x.example/y.png) <b>b</b> `c` $(bug)';
    const tooltip = memoryTooltip({ memory: aMemory({ text, detail: {} }) }, t);
    const shown = tooltip.split('\n\n')[1] ?? '';
    expect(shown.replace(/\\[!-~]/g, '')).not.toMatch(/[[\]()<>#!`$:]/);
    expect(shown.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text);
  });

  it('keeps a diff within its fence, whatever the text holds', () => {
    const detail = { before: '```\n[evil](command:x)', after: '' };
    const tooltip = memoryTooltip({ memory: aMemory({ detail }) }, t);
    expect(tooltip).toContain('````diff\n- ```\n- [evil](command:x)\n````');
  });
});

describe('groups of memories', () => {
  it('stand by scope, kind and quality: this window first, then everywhere, then others', () => {
    const rows = [
      aRow({ id: 'a', scope: { repo: 'z/other' } }),
      aRow({ id: 'b', scope: {} }),
      aRow({ id: 'c', scope: { repo: 'here' } }, 0.5, 0.3),
      aRow({ id: 'd', scope: { repo: 'here' } }, 0.9, 0.8),
      aRow({ id: 'e', scope: { repo: 'here', glob: 'src/**' }, kind: 'rule' }),
      aRow({ id: 'b', scope: {} }),
    ];
    const seen = groupMemories(rows, ['here', 'empty']).map(({ scope, count, kinds }) => [
      scope === 'everywhere' ? scope : scope.repo,
      count,
      kinds.map(({ kind, rows: of }) => [kind, of.map(({ memory }) => memory.id)]),
    ]);
    expect(seen).toEqual([
      [
        'here',
        3,
        [
          ['rule', ['e']],
          ['correction', ['d', 'c']],
        ],
      ],
      ['everywhere', 1, [['correction', ['b']]]],
      ['z/other', 1, [['correction', ['a']]]],
    ]);
  });
});

const item: PackItem = {
  memory: aMemory(),
  exposure: 'x_1',
  rank: 1,
  score: 0.9,
  tokens: 43,
  reasons: [
    { part: 'quality', value: -0.1, words: 'misled once' },
    { part: 'text', value: 1, words: 'shares "fetch"' },
  ],
  standsFor: [],
  replaces: [],
};
const leftOut = {
  overBudget: 2,
  tooWeak: 0,
  outOfScope: 1,
  notActive: 0,
  duplicate: 0,
  superseded: 0,
  shownAlready: 0,
};

describe('a recalled memory', () => {
  it('tells its rank, its cost and whence it moved', () => {
    expect(packRow(item, t)).toMatchObject({
      label: '1. Use fetchJson instead of fetch',
      description: '43 tokens',
      context: 'recalled;open',
    });
    expect(packRow(item, t, { was: 3 }).description).toBe('up from 3 · 43 tokens');
    expect(packRow({ ...item, rank: 4 }, t, { was: 3 }).description).toBe(
      'down from 3 · 43 tokens',
    );
    expect(packRow(item, t, { was: 1 }).description).toBe('43 tokens');
  });

  it('shows the quality that a verdict left it with', () => {
    const judged = { verdict: 'harmed' as const, row: aRow({}, 0.66) };
    const row = packRow(item, t, { judged });
    expect(row.description).toBe('misled, now 66 % · 43 tokens');
    expect(row.context).toBe('recalled;harmed');
    expect(row.icon).toBe('thumbsdown-filled');
  });

  it('gives its reasons, the weightiest first, with their signs', () => {
    const rows = reasonsInOrder(item).map((reason, at) => reasonRow(item, reason, at));
    expect(rows.map(({ label, description }) => [label, description])).toEqual([
      ['shares "fetch"', '+1.00'],
      ['misled once', '−0.10'],
    ]);
  });

  it('is summed up with what was left out', () => {
    const pack: Pack = {
      receipt: 'r',
      items: [item],
      leftOut,
      tokens: 43,
      rendered: '',
      took: 3.6,
    };
    expect(packWords(pack, 1500, t)).toBe('1 memory · 43 of 1500 tokens');
    expect(leftOutWords(leftOut, t)).toBe('Left out: 2 over the budget, 1 of another scope');
    expect(leftOutWords({ ...leftOut, overBudget: 0, outOfScope: 0 }, t)).toBeUndefined();
    expect(leftOutWords({ ...leftOut, superseded: 1, shownAlready: 3 }, t)).toBe(
      'Left out: 2 over the budget, 1 of another scope, 1 replaced by another, 3 shown already',
    );
  });

  it('names what it stands for and what it takes the place of', () => {
    expect(relationRows(item, t)).toEqual([]);
    const rows = relationRows(
      {
        ...item,
        standsFor: ['m_2', 'm_3'],
        replaces: [{ memory: 'm_4', text: 'use fetch\nonly' }],
      },
      t,
    );
    expect(rows.map(({ label }) => label)).toEqual([
      'Stands for 2 more that say the same',
      'Replaces: use fetch only',
    ]);
  });
});

describe('a proposal', () => {
  it('can be compared where it has a before and an after', () => {
    expect(proposalRow(aMemory(), t)).toMatchObject({
      context: 'proposal;diff',
      description: 'an edit in src/cart.ts',
      command: { command: 'mneme.compareProposal', arguments: ['m_1'] },
    });
    expect(proposalRow(aMemory({ detail: {} }), t)).toMatchObject({ context: 'proposal' });
  });

  it('shows the lines before and after, then what it rests on, each with its own id', () => {
    const parts = proposalParts(aMemory(), t);
    expect(parts.map(({ label, icon }) => [icon, label])).toEqual([
      ['diff-removed', 'fetch(url)'],
      ['diff-added', 'fetchJson(url)'],
      ['go-to-file', 'src/cart.ts:12: the error went away'],
    ]);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    expect(parts[2]?.command?.arguments).toEqual([
      { repo: 'example.com/ada/shop', file: 'src/cart.ts', line: 12 },
    ]);
  });

  it('cuts a very long diff', () => {
    const before = Array.from({ length: 40 }, (_, at) => `line ${at}`).join('\n');
    const rows = proposalParts(aMemory({ detail: { before, after: 'x' } }), t);
    expect(rows.filter(({ icon }) => icon === 'diff-removed')).toHaveLength(12);
    expect(rows[11]?.description).toBe('…');
  });
});

describe('a signal', () => {
  const base = {
    id: 's_1',
    at: 0,
    session: 'n_1',
    repo: 'r',
    file: 'src/cart.ts',
    confidence: 0.9,
    evidence: ['one change of 12 characters'],
  };
  const signals: [Signal, string][] = [
    [
      { ...base, kind: 'edit', cause: 'pasted', changes: 1, inserted: 12, removed: 3 },
      'Pasted: +12 −3',
    ],
    [
      {
        ...base,
        kind: 'accepted',
        suggestion: 'g',
        text: 'fetch(\n  url)',
        line: 4,
        partial: false,
      },
      'Suggestion accepted: fetch( url)',
    ],
    [
      { ...base, kind: 'reverted', suggestion: 'g', text: 'x', line: 4, after: 2300 },
      'Suggestion undone after 2.3 s',
    ],
    [
      { ...base, kind: 'task', name: 'test', group: 'test', exitCode: 2 },
      'Task failed with 2: test',
    ],
    [{ ...base, kind: 'branch', branch: 'next' }, 'Switched to branch next'],
  ];

  it.each(signals)('says what was seen: %#', (signal, words) => {
    expect(signalRow(signal, t).label).toBe(words);
  });

  it('gives place, evidence and confidence, and leads to the line', () => {
    const [, accepted] = signals[1] ? [0, signals[1][0]] : [];
    if (!accepted) throw new Error('no such signal');
    expect(signalRow(accepted, t).description).toMatch(/^src\/cart\.ts:4 · .+ · 90 % sure$/);
    const parts = signalParts(accepted, t);
    expect(parts.map(({ label }) => label)).toEqual([
      'fetch( url)',
      'one change of 12 characters',
      '90 % sure',
      'src/cart.ts:4',
    ]);
    expect(parts.at(-1)?.command?.arguments).toEqual([{ repo: 'r', file: 'src/cart.ts', line: 4 }]);
  });
});
