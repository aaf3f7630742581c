import { describe, expect, it } from 'vitest';
import { receiptPage } from '../../../../src/editor/documents/receipt-page';
import { recordPage } from '../../../../src/editor/documents/record-page';
import { reportPage } from '../../../../src/editor/documents/report-page';
import { whyPage } from '../../../../src/editor/documents/why-page';
import type { Rendered } from '../../../../src/editor/documents/page';
import type { LearningReport } from '../../../../src/memory/learning-report';
import type { MemoryRecord } from '../../../../src/memory/memory-record';
import type { Outcome } from '../../../../src/memory/outcome';
import type { Receipt, ReceiptItem } from '../../../../src/memory/receipt';
import type { SignalOf } from '../../../../src/memory/signal';
import { aMemory } from '../a-memory';
import { english } from '../english';

const AT = Date.UTC(2026, 4, 14, 12);

const HARMED: Outcome = {
  exposure: 'x_1',
  memory: 'm_1',
  verdict: 'harmed',
  weight: 0.8,
  at: AT,
  reason: 'It was undone 1 s after it was accepted.',
  signals: ['s_1'],
};
const REVERTED: SignalOf<'reverted'> = {
  id: 's_1',
  kind: 'reverted',
  at: AT,
  session: 'n_1',
  repo: 'example.com/ada/shop',
  file: 'src/cart.ts',
  line: 7,
  confidence: 1,
  evidence: [],
  suggestion: 'g_1',
  text: 'fetchJson(url)',
  after: 1400,
};
const ITEM: ReceiptItem = {
  exposure: 'x_1',
  memory: aMemory(),
  said: 'Use fetchJson instead of fetch',
  rank: 1,
  probability: 0.12,
  grounds: {
    score: 0.79,
    tokens: 40,
    reasons: [
      { part: 'quality', value: -0.01, words: 'not confirmed yet' },
      { part: 'text', value: 0.5, words: 'shares "fetch"' },
      {
        part: 'graph',
        value: 0.3,
        words: 'about src/cart.ts, 1 hop',
        seed: 'e_1',
        path: [{ edge: 'about', reversed: true, to: 'm_1', label: 'Use fetchJson' }],
      },
    ],
  },
  verdict: 'unknown',
  outcomes: [],
};
const RECEIPT: Receipt = {
  id: 'r_1',
  at: AT,
  session: 'n_1',
  client: 'editor',
  task: {
    sentence: 'fetch the prices',
    repo: 'example.com/ada/shop',
    file: 'src/cart.ts',
    problems: [{ severity: 'error', message: 'No overload matches', line: 3 }],
    budget: 1500,
    door: 'tool',
    assistant: 'editor-chat',
  },
  tokens: 90,
  leftOut: {
    overBudget: 2,
    tooWeak: 0,
    outOfScope: 0,
    notActive: 0,
    duplicate: 0,
    superseded: 0,
    shownAlready: 0,
  },
  items: [ITEM, { ...ITEM, exposure: 'x_2', rank: 2, memory: aMemory({ id: 'm_2' }) }],
};

/** What each link of a page says, what it runs and with what. */
function linksOf({ links }: Rendered): unknown[] {
  return links.map(({ text, command, arguments: given }) => [text, command, ...given]);
}

function lines({ text }: Rendered): string[] {
  return text.split('\n').map((line) => line.trim());
}

describe('a receipt', () => {
  it('tells when, by which way, for what, and each memory with its reasons, tokens and end', () => {
    const page = receiptPage(RECEIPT, english);
    expect(page.text).toContain('chat tool · editor-chat · 2 memories · 90 of 1500 tokens');
    expect(page.text).toContain('Asked: fetch the prices');
    expect(page.text).toContain('Problem in line 3: No overload matches');
    expect(page.text).toContain('Left out: 2 over the budget');
    expect(page.text).toContain('## 1. Use fetchJson instead of fetch');
    expect(page.text).toContain('Correction · unknown · 40 tokens · shown by a chance of 12 %');
    expect(page.text).toContain('What came of it is unknown');
    const parts = lines(page).filter((line) => /^[+−]?\d\.\d\d /.test(line));
    expect(parts.slice(0, 4).map((line) => line.replace(/\s+[█▉▊▋▌▍▎▏]*\s+/, ' '))).toEqual([
      '+0.50 shares "fetch"',
      '+0.30 about src/cart.ts, 1 hop',
      '−0.01 not confirmed yet',
      '0.79 together',
    ]);
    expect(linksOf(page)).toContainEqual([
      'src/cart.ts',
      'mneme.openEvidence',
      { repo: 'example.com/ada/shop', file: 'src/cart.ts' },
    ]);
    expect(linksOf(page)).toContainEqual(['It Misled', 'mneme.misled', { exposure: 'x_2' }]);
  });

  it('says what is not known of showings from before reasons were kept, or corrected since', () => {
    const { grounds, ...old } = ITEM;
    const items = [{ ...old, said: 'Use axios' }];
    expect(grounds).toBeDefined();
    const { text } = receiptPage({ ...RECEIPT, items }, english);
    expect(text).toContain('What spoke for it is not on this receipt.');
    expect(text).toContain('> Use axios\nIt says something else now.');
  });
});

it('a page of why tells the way over the graph, the rivals then and now, and the draw', () => {
  const rivals = [
    { memory: aMemory({ id: 'm_9', text: 'Another', detail: {} }), score: 0.9, relevant: true },
    { memory: aMemory(), score: 0.2, relevant: false },
  ];
  const page = whyPage({ receipt: RECEIPT, exposure: 'x_1', rivals }, english);
  expect(page.text).toContain('as number 1 of 2 · chat tool · editor-chat');
  expect(page.text).toContain('the chance was 12 %');
  expect(page.text).toMatch(/← about ─\s+Use fetchJson/);
  expect(lines(page)).toContain('→  1. 0.79  Use fetchJson instead of fetch · unknown');
  expect(page.text).toMatch(/ {2} 1\. 0\.90 {2}Another\n→ {2}2\. 0\.20 .*too weak to be shown/);
  expect(linksOf(page)).toContainEqual(['All That Was Shown Then', 'mneme.openReceipt', 'r_1']);
});

describe('a record', () => {
  const record: MemoryRecord = {
    memory: aMemory({ status: 'quarantined' }),
    mean: 0.23,
    lowerBound: 0.1,
    tally: { helped: 0, harmed: 2, ignored: 0, unknown: 5 },
    curve: [
      { at: AT - 1000, mean: 0.67, lowerBound: 0.4 },
      { at: AT, mean: 0.4, lowerBound: 0.2 },
      { at: AT + 1000, mean: 0.23, lowerBound: 0.1 },
    ],
    outcomes: [{ outcome: HARMED, signals: [REVERTED] }],
    showings: [
      {
        exposure: 'x_1',
        receipt: 'r_1',
        at: AT,
        door: 'tool',
        sentence: 'fetch the prices',
        rank: 1,
        verdict: 'harmed',
      },
    ],
    journal: [
      {
        id: 'j_1',
        at: AT,
        actor: 'mneme',
        action: 'quarantine',
        memory: 'm_1',
        summary: 'Misled 2 times.',
      },
    ],
  };

  it('tells the quality in words, in numbers and as a curve, and what it rests on', () => {
    const page = recordPage(record, english);
    expect(page.text).toContain('It has misled.');
    expect(page.text).toContain('Helps when shown: 23 %; at least 10 %');
    expect(page.text).toContain(
      'Times shown: 7, of which 0 helped, 2 misled, 0 were ignored, 5 are unknown.',
    );
    expect(page.text).toMatch(/67 % {2}[▁▂▃▄▅▆▇█]{40} {2}23 %/);
    expect(page.text).toContain('weight 0.80: It was undone 1 s after it was accepted.');
    expect(page.text).toMatch(/Suggestion undone after 1\.4 s · src\/cart\.ts:7/);
    expect(page.text).toContain('    -fetch(url)\n    +fetchJson(url)');
    expect(page.text).toContain('and 6 earlier ones');
    expect(linksOf(page)).toContainEqual([
      'src/cart.ts:7',
      'mneme.openEvidence',
      { repo: 'example.com/ada/shop', file: 'src/cart.ts', line: 7 },
    ]);
    expect(linksOf(page)).toContainEqual(['“fetch the prices”', 'mneme.openReceipt', 'r_1']);
  });

  it('says why it was quarantined, and restores it with one link', () => {
    const page = recordPage(record, english);
    expect(page.text).toMatch(/## Quarantined\n\nIt is shown to nobody.*Misled 2 times\./);
    expect(linksOf(page)).toContainEqual(['Restore', 'mneme.restore', 'm_1']);
  });

  it('says so when nobody was shown it, and when what was seen is gone', () => {
    const tally = { helped: 0, harmed: 0, ignored: 0, unknown: 0 };
    const none = { ...record, memory: aMemory(), tally, outcomes: [], showings: [], curve: [] };
    expect(recordPage(none, english).text).toContain('Nobody was shown it yet: it stands by who');
    const folded = { ...record, outcomes: [{ outcome: HARMED, signals: [] }] };
    expect(recordPage(folded, english).text).toContain('was folded into an episode since');
  });
});

describe('a learning report', () => {
  const named = { kind: 'correction', status: 'active', text: 'Use fetchJson' } as const;
  const report: LearningReport = {
    since: AT - 7 * 864e5,
    until: AT,
    doors: [
      {
        door: 'tool',
        receipts: 3,
        shown: 8,
        tally: { helped: 2, harmed: 1, ignored: 0, unknown: 5 },
      },
    ],
    weeks: [
      { since: AT - 14 * 864e5, shown: 0, tally: { helped: 0, harmed: 0, ignored: 0, unknown: 0 } },
      { since: AT - 7 * 864e5, shown: 8, tally: { helped: 2, harmed: 1, ignored: 0, unknown: 5 } },
    ],
    rose: [{ ...named, id: 'm_1', before: 0.6, after: 0.75 }],
    sank: [],
    quarantined: [
      { ...named, id: 'm_2', status: 'quarantined', at: AT, reason: 'Misled 2 times.' },
      { ...named, id: 'm_3', at: AT, reason: 'Misled 3 times.' },
    ],
    spared: [{ ...named, id: 'm_1', shown: 2, followed: true }],
    repeated: [{ ...named, id: 'm_4', times: 2, shownBefore: true }],
    tokens: { given: 500, receipts: 3, everything: 90_000 },
    learned: { correction: 1, fact: 1200 },
  };

  it('tells what was shown and what came of it, unknown among the rest', () => {
    const page = reportPage(report, english);
    expect(page.text).toContain(
      'Memories were shown 8 times: 2 helped, 1 misled, 0 ignored, 5 unknown.',
    );
    expect(page.text).toMatch(/chat tool +8 +2 +1 +0 +5\n/);
    expect(page.text).toMatch(/nothing shown\n.*25 % · 2 of 8, 5 unknown/);
    expect(page.text).toContain('60 % →  75 %  Use fetchJson');
    expect(page.text).toContain('Shown and not to be made again since: 1, of which 1 were seen');
    expect(page.text).toContain('made 2 times again · although it had been shown');
    expect(page.text).toContain('That is less than 1 % of it.');
    expect(page.text).toContain('1 Correction, 1,200 Facts');
    expect(page.text).toContain('it was restored since');
    expect(linksOf(page)).toContainEqual(['Restore', 'mneme.restore', 'm_2']);
    expect(linksOf(page)).not.toContainEqual(['Restore', 'mneme.restore', 'm_3']);
    expect(linksOf(page)).toContainEqual(['Use fetchJson', 'mneme.openRecord', 'm_1']);
  });

  it('of nothing says what to do', () => {
    const tokens = { given: 0, receipts: 0, everything: 0 };
    const nothing = { doors: [], weeks: [], quarantined: [], tokens, learned: {} };
    const page = reportPage({ ...report, ...nothing }, english);
    expect(page.text).not.toContain('## ');
    expect(page.text).toContain('Nothing was shown to an assistant or to you in this time.');
    expect(linksOf(page).slice(0, 2)).toEqual([
      ['Recall for This Task', 'mneme.recall'],
      ['Learn from This Repository', 'mneme.learn'],
    ]);
  });
});
